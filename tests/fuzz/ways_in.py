"""Every way in which words reach the service, as requests that carry a given text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

SENDER = "fuzz0123456789abcdef"
WEBHOOK = "/webhooks/rest/webhook"
_JSON = {"content-type": "application/json"}
_FORM = {"content-type": "application/x-www-form-urlencoded"}
_LETTER_FIELDS = (
    "who", "letter", "situation", "important", "goals.0.goal", "goals.0.subgoals", "goals.0.when",
    "actors.0.name", "actors.0.side", "support", "language", "language.other", "adaptations.other",
    "meeting.other", "avoid", "consent.other", "recipient", "recipient.name", "nonsense",
)  # fmt: skip
_SHEET_FIELDS = (
    "who", "matters", "works", "questions", "avoid", "people", "needs.other", "digital.other",
    "decide.other", "dates.0.date", "dates.0.time", "dates.meeting.date", "dates.meeting.time",
)  # fmt: skip
_QUERIES = {
    "/api/concepts": ("q",),
    "/api/contacts": (
        "place", "postcode", "situation", "age_group", "role", "has_contact", "refused_by", "health_centre",
    ),
    "/fragor": ("q",),
    "/fragor/vem-kontaktar-jag": ("plats",),
    "/begrepp": ("q", "sprak"),
    "/begrepp/jamfor": ("a", "b", "c"),
    "/hitta": ("plats", "lage", "annan", "kontakt", "nej", "vc", "roll"),
    "/hitta/vardcentraler": ("plats", "sok"),
    "/begar-sip": ("vem", "brev"),
    "/forbered": ("vem", "brev"),
    "/chatta": ("sip",),
    "/sok": ("q",),
    "/affisch": ("amne", "kommun", "typ", "storlek"),
    "/affisch/fil.pdf": ("amne", "kommun", "typ", "storlek"),
    "/affisch/bild.png": ("amne", "kommun", "typ", "storlek", "sida"),
    "/s/a": ("k",),
}  # fmt: skip
_PATHS = (
    "/fragor/{}", "/begrepp/{}", "/begrepp/{}.ttl", "/begrepp/{}.jsonld", "/kontakt/{}", "/s/{}",
    "/dela/{}.png", "/static/{}", "/api/concepts/{}", "/api/tasks/{}", "/api/letters/{}.docx", "/{}",
)  # fmt: skip
_HEADERS = (
    "accept", "accept-language", "accept-encoding", "authorization", "host", "if-none-match", "origin",
    "sec-fetch-site", "user-agent", "x-forwarded-for", "x-forwarded-proto", "content-type", "range", "cookie",
)  # fmt: skip


@dataclass(frozen=True)
class Request:
    """One request: `body` is sent as it is, `path` is already percent-encoded."""

    method: str
    path: str
    body: bytes | None = None
    headers: dict[str, str | bytes] = field(default_factory=dict)


def send(client: httpx.Client, request: Request) -> httpx.Response:
    """The answer to one request, wherever it points."""
    return client.request(
        request.method,
        request.path,
        content=request.body,
        headers=dict[Any, Any](request.headers),
        follow_redirects=False,
    )


def requests(text: str) -> Iterator[Request]:
    """The text through every way in."""
    yield from chat(text)
    yield from forms(text)
    yield from drafts(text)
    yield from addresses(text)


def said(message: Any, **more: Any) -> Request:
    """A message to the chat; whatever JSON can say may stand for any field."""
    return Request("POST", WEBHOOK, as_json({"sender": SENDER, "message": message, **more}), {**_JSON})


def left(question: str) -> Request:
    """A question that somebody agreed to save."""
    return Request("POST", "/api/questions", as_json({"message": question, question: question}), {**_JSON})


def chat(text: str) -> Iterator[Request]:
    """The chat itself, the chat without JavaScript, a question to save, and erasing."""
    yield said(text)
    yield said("/" + text)
    yield said(f"/begrepp{json.dumps({'begrepp': text})}")
    yield said(f"/hitta-kontakt{json.dumps({'plats': text})}")
    yield said("vad är sip", sender=text)
    yield said("vad är sip", message_id=text)
    yield said("vad är sip", **{text: text})
    yield left(text)
    for name in ("text", "val", "nyckel", "samtal", "sigill", text):
        yield posted("/chatta", {"text": "hej", name: text})
    yield posted("/sok/forslag", {"q": text})
    yield posted("/chatta/rensa", {"nyckel": text, "sigill": text})
    yield Request("DELETE", f"/api/conversations/{escaped(text[:1000])}")


def forms(text: str) -> Iterator[Request]:
    """The guided tasks as plain forms, all fields at once and the hidden draft."""
    for path, names in (("/begar-sip", _LETTER_FIELDS), ("/forbered", _SHEET_FIELDS)):
        yield posted(path, {"who": "self", **{name: text for name in names if name != "who"}})
        yield posted(path, dict.fromkeys(names, text))
        yield posted(f"{path}/andra", {"draft": text})
        yield posted(f"{path}/dokument", {"draft": text, "format": text})
        whole = json.dumps(letter(text) if path == "/begar-sip" else sheet(text))
        yield posted(f"{path}/andra", {"draft": whole})


def drafts(text: str) -> Iterator[Request]:
    """Letters as files: the text in every place where a person writes, and where nobody should."""
    for kind in ("pdf", "docx", "txt"):
        yield document(kind, letter(text))
    for kind in ("pdf", "txt", "ics"):
        yield document(kind, sheet(text))
    yield document("txt", {**letter("hej"), text: text})
    yield document("txt", {**letter("hej"), "letter": text})
    yield document("txt", {**letter("hej"), "version": text})
    yield document(text, letter("hej"))


def addresses(text: str) -> Iterator[Request]:
    """Searches, paths and headers."""
    for path, names in _QUERIES.items():
        for name in names:
            yield Request("GET", f"{path}?{name}={escaped(text[:4000])}")
        yield Request("GET", f"{path}?{escaped(text[:4000])}={escaped(text[:4000])}")
    for path in _PATHS:
        yield Request("GET", path.format(escaped(text[:1000])))
    for name in _HEADERS:
        yield Request("GET", "/begrepp/sip", headers={name: as_header(text)})


def document(kind: str, draft: Any) -> Request:
    """A draft to be made a file."""
    return Request("POST", f"/api/documents?format={escaped(kind)}", as_json(draft), {**_JSON})


def posted(path: str, fields: dict[str, str]) -> Request:
    """A form as a browser posts it."""
    body = "&".join(f"{escaped(name)}={escaped(value)}" for name, value in fields.items())
    return Request("POST", path, body.encode(), {**_FORM})


def letter(text: str) -> dict[str, Any]:
    """A letter with the text wherever words are free."""
    other = {"chosen": [], "other": text}
    return {
        "version": 1,
        "letter": "request",
        "answers": {
            "situation": text,
            "important": text,
            "goals": [{"goal": text, "subgoals": [text], "when": text[:60]}],
            "actors": [{"name": text[:60], "side": "kommun", "invite": "ja"}],
            "support": text,
            "language": other,
            "adaptations": other,
            "meeting": other,
            "avoid": text,
            "consent": other,
            "recipient": {"name": text[:60], "id": text[:60], "kind": text[:60]},
        },
    }


def sheet(text: str) -> dict[str, Any]:
    """A paper for the meeting with the text wherever words are free, and a day."""
    other = {"chosen": [], "other": text}
    return {
        "version": 1,
        "letter": "prepare",
        "answers": {
            "matters": text,
            "works": [text],
            "questions": [text],
            "avoid": text,
            "people": [text],
            "needs": other,
            "digital": other,
            "decide": other,
            "dates": [{"what": "meeting", "date": "2027-01-15", "time": "09:30"}],
        },
    }


def as_json(value: Any) -> bytes:
    """JSON in ASCII: what has no place in UTF-8 goes as escapes."""
    return json.dumps(value).encode()


def escaped(text: str) -> str:
    """Percent-encoded, lone surrogates too."""
    return quote(text, safe="", errors="surrogatepass")


def as_header(text: str) -> bytes:
    """What a header can hold of the text."""
    return bytes(
        byte for byte in text[:4000].encode(errors="surrogatepass") if byte >= 32 and byte != 127
    ).strip()
