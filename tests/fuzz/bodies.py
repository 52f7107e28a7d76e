"""Whole bodies that no client of ours would send."""

from typing import Any

from tests.fuzz.ways_in import SENDER, WEBHOOK, Request, document, posted, said

_DEEP = 10_000
_PLACES = (
    WEBHOOK,
    "/api/documents?format=txt",
    "/begar-sip",
    "/chatta",
    "/forbered/andra",
    "/begar-sip/dokument",
)
_TYPES = (
    "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
    "application/xml", "application/json; charset=utf-16", "", "a/b/c;;;", "application/x-python-pickle",
)  # fmt: skip
_WEBHOOK_BYTES = f'{{"sender": "{SENDER}", "message": '.encode()
BODIES: dict[str, bytes] = {
    "nothing": b"",
    "one byte": b"\x00",
    "no UTF-8": b"\xff\xfe\xfa\xc0\x80",
    "UTF-16": '{"sender": "a", "message": "hej"}'.encode("utf-16"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + _WEBHOOK_BYTES + b'"hej"}',
    "cut off": _WEBHOOK_BYTES + b'"hej',
    "after the end": _WEBHOOK_BYTES + b'"hej"}}}]',
    "lists in lists": b"[" * _DEEP + b"]" * _DEEP,
    "objects in objects": b'{"a":' * _DEEP + b"1" + b"}" * _DEEP,
    "deep message": _WEBHOOK_BYTES + b"[" * _DEEP + b"]" * _DEEP + b"}",
    "deep draft": b'{"version": 1, "letter": "request", "answers": '
    + b'{"a":' * _DEEP
    + b"1"
    + b"}" * _DEEP
    + b"}",
    "deep text": b"draft=" + b"%5B" * _DEEP,
    "huge number": _WEBHOOK_BYTES + b"9" * 5000 + b"}",
    "huge exponent": _WEBHOOK_BYTES + b"1e999999}",
    "huge version": b'{"version": ' + b"9" * 5000 + b', "letter": "request", "answers": {}}',
    "not a number": _WEBHOOK_BYTES + b"NaN}",
    "infinite": b'{"version": Infinity, "letter": "request", "answers": {}}',
    "the same key twice": _WEBHOOK_BYTES + b'"hej", "message": "/restart", "sender": 1}',
    "lone surrogates": _WEBHOOK_BYTES + b'"\\ud800 \\udfff hej"}',
    "lone surrogate as key": _WEBHOOK_BYTES + b'"hej", "\\ud800": 1}',
    "surrogates in a draft": b'{"version": 1, "letter": "\\ud800", "answers": {"\\udfff": "\\ud800"}}',
    "NUL": _WEBHOOK_BYTES + b'"\\u0000"}',
    "a list": b"[]",
    "a word": b'"hej"',
    "null": b"null",
    "a number": b"42",
    "many fields": b"&".join(b"a%d=1" % number for number in range(2000)),
    "many equal signs": b"=" * 5000 + b"&" * 5000,
    "broken percent": b"text=%&who=%zz&letter=%ff%fe%00",
    "multipart": b'--x\r\nContent-Disposition: form-data; name="a"; filename="../a"\r\n\r\nhej\r\n--x--',
    "a pickle": b"\x80\x04\x95\x0f\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94.",
    "compressed": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + b"\x00" * 50,
    "too large": b"text=" + b"a" * 300_000,
}
_ODD: tuple[Any, ...] = (None, True, False, 0, -1, 1.5, 10**400, [], ["hej"], {}, {"a": "b"}, "")


def strange() -> list[Request]:
    """Every body at every place under every name, and values of the wrong kind in every field."""
    requests = [
        Request("POST", place, body, {"content-type": kind} if kind else {})
        for place in _PLACES
        for kind in _TYPES
        for body in BODIES.values()
    ]
    for path in ("/begar-sip/andra", "/forbered/dokument"):
        for body in BODIES.values():
            requests.append(posted(path, {"draft": body.decode(errors="replace"), "format": "txt"}))
    for odd in _ODD:
        requests += [said(odd), said("hej", sender=odd), said("hej", message_id=odd)]
        for key in ("version", "letter", "answers"):
            requests.append(document("txt", {"version": 1, "letter": "request", "answers": {}, key: odd}))
        for key in ("situation", "goals", "actors", "language", "recipient", "who"):
            requests.append(document("pdf", {"version": 1, "letter": "request", "answers": {key: odd}}))
    return requests
