"""Whatever is sent, the answer is clear Swedish and never a fault of ours."""

import json
import re
import secrets

import httpx
import pytest

from tests.talking import WEBHOOK, Talk

pytestmark = pytest.mark.running

SENDER = "a" * 32
SWEDISH = re.compile(r"[åäö]|\b(inte|och|eller|finns|det|var)\b", re.IGNORECASE)
STACK = re.compile(r"Traceback|File \"|\.py\b|Exception")


def refusal(reply: httpx.Response, status: int | set[int], code: str | None = None) -> str:
    """Checks a refusal for programs and gives back its message."""
    allowed = status if isinstance(status, set) else {status}
    assert reply.status_code in allowed, f"{reply.status_code}: {reply.text[:200]}"
    body = reply.json()
    assert set(body) == {"error", "message"}
    assert SWEDISH.search(body["message"]) and not STACK.search(reply.text)
    if code:
        assert body["error"] == code
    return str(body["message"])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"sender": SENDER, "message": ""}, "message-empty"),
        ({"sender": SENDER, "message": "   \n\t "}, "message-empty"),
        ({"sender": SENDER}, "message-empty"),
        ({"sender": SENDER, "message": None}, "message-empty"),
        ({"sender": SENDER, "message": 42}, "message-empty"),
        ({"sender": SENDER, "message": ["vad är en sip"]}, "message-empty"),
        ({"sender": SENDER, "message": "a" * 2001}, "message-too-long"),
        ({"message": "vad är en sip"}, "bad-sender"),
        ({"sender": "för kort", "message": "hej"}, "bad-sender"),
        ({"sender": "a" * 15, "message": "hej"}, "bad-sender"),
        ({"sender": "a" * 129, "message": "hej"}, "bad-sender"),
        ({"sender": "../../" + "a" * 20, "message": "hej"}, "bad-sender"),
        ({"sender": 12345678901234567890, "message": "hej"}, "bad-sender"),
        ([], None),
        ("vad är en sip", None),
        (None, None),
    ],
)
def test_a_message_that_is_not_one_is_refused_with_a_reason(
    client: httpx.Client, body: object, code: str | None
) -> None:
    refusal(client.post(WEBHOOK, json=body), 422, code)


@pytest.mark.parametrize(
    "content", [b"{", b"sender=a&message=b", b"\xff\xfe\x00", b"", b'{"sender": "\\ud800"}']
)
def test_what_is_not_json_is_refused(client: httpx.Client, content: bytes) -> None:
    refusal(client.post(WEBHOOK, content=content, headers={"Content-Type": "application/json"}), {400, 422})


def test_a_thousand_characters_are_accepted(talk: Talk) -> None:
    assert not talk.say("vad är en sip " * 71 + "sip?").refused


@pytest.mark.parametrize(
    "payload",
    [
        "/finns-inte",
        "/",
        "//",
        "/restart",
        "/session_start",
        "/back",
        "/ange-plats",
        "/nlu_fallback",
        "/vad-ar-sip{",
        "/vad-ar-sip{}{}",
        "/vad-ar-sip[1]",
        '/vad-ar-sip{"begrepp": "sip"}',
        '/begrepp{"begrepp": 1}',
        '/begrepp{"begrepp": null}',
        '/begrepp{"begrepp": ["sip"]}',
        '/begrepp{"begrepp": {"a": "b"}}',
        '/begrepp{"begrepp": "<script>"}',
        '/begrepp{"begrepp": "' + "a" * 61 + '"}',
        '/begrepp{"okänd": "sip"}',
        '/hitta-kontakt{"plats": "1480", "draft_state": "x"}',
        '/steg{"steg": "draft.who", "val": true}',
        '/begrepp{"begrepp": NaN}',
        "/steg" + '{"steg":' * 100,
    ],
)
def test_a_button_nobody_made_is_refused(client: httpx.Client, payload: str) -> None:
    refusal(client.post(WEBHOOK, json={"sender": SENDER, "message": payload}), 422, "bad-payload")


@pytest.mark.parametrize("typed", ["/ Vad kostar en SIP?", "/vad kostar en sip"])
def test_a_slash_before_a_question_is_no_button(client: httpx.Client, typed: str) -> None:
    reply = client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": typed})
    assert reply.status_code == 200 and reply.json()[0]["custom"]["topic"] == "kostnad"


@pytest.mark.parametrize(
    "typed", ["/ /restart", '/ /hitta-kontakt{"plats": "1480"}', "// / vad kostar en sip"]
)
def test_a_button_behind_a_slash_is_read_as_words(client: httpx.Client, typed: str) -> None:
    sender = secrets.token_hex(16)
    client.post(WEBHOOK, json={"sender": sender, "message": "vad är en sip"})
    reply = client.post(WEBHOOK, json={"sender": sender, "message": typed})
    assert reply.status_code == 200 and reply.json()[0]["custom"].get("municipality") is None
    assert reply.json()[0]["custom"]["topic"]


def test_slashes_alone_are_no_message(client: httpx.Client) -> None:
    refusal(client.post(WEBHOOK, json={"sender": SENDER, "message": "/ /"}), 422, "message-empty")


@pytest.mark.parametrize(
    "payload",
    [
        '/begrepp{"begrepp": ""}',
        '/begrepp{"begrepp": "finns-inte"}',
        "/begrepp{}",
        '/hitta-kontakt{"plats": ""}',
        '/hitta-kontakt{"plats": "9999"}',
        '/hitta-kontakt{"plats": "Ankeborg"}',
        '/steg{"steg": "draft.goals"}',
        '/steg{"steg": "finns.inte", "val": "1"}',
        '/steg{"val": "1"}',
        "/steg",
        "/ja",
        "/tillbaka",
        "/inget-av-detta",
        "/mer",
    ],
)
def test_a_button_out_of_place_is_still_answered(talk: Talk, payload: str) -> None:
    turn = talk.say(payload)
    assert not turn.refused
    assert turn.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Mitt nummer är 121212-1212, vad är en sip?",
        "19121212-1212",
        "1212121212",
        "19 121212 1212",
        "701063-2391",
    ],
)
def test_a_personal_identity_number_stops_at_the_door_and_is_not_repeated(
    client: httpx.Client, text: str
) -> None:
    reply = client.post(WEBHOOK, json={"sender": SENDER, "message": text})
    refusal(reply, 422, "identifier")
    assert "1212" not in reply.text and "2391" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "vad är\x00en sip",
        "😀😀😀",
        "👩‍👩‍👧‍👦 vad är en sip",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)> vad är en sip",
        "'; DROP TABLE answers; --",
        '" OR 1=1 NEAR(',
        "{{7*7}} ${7*7} %s %(x)s",
        "مرحبا ما هي الخطة",
        "a\u0301\u0308\u0323" * 50,
        "\u202evad är en sip",
        "?",
        "...",
        "?" * 1000,
        "\\u0000 \\",
        "*" * 500,
        "vad är en sip\r\n\r\nHTTP/1.1 200 OK",
    ],
)
def test_odd_characters_get_an_answer_or_a_clear_refusal(client: httpx.Client, text: str) -> None:
    reply = client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": text})
    if reply.status_code == 200:
        assert any(message.get("text") for message in reply.json())
        assert "<script" not in reply.text and "onerror" not in reply.text
    else:
        refusal(reply, 422)


@pytest.mark.parametrize("path", [WEBHOOK, "/api/documents?format=pdf"])
def test_a_huge_body_is_refused(client: httpx.Client, path: str) -> None:
    refusal(client.post(path, content=b'{"a": "' + b"a" * 2_000_000 + b'"}'), 413, "too-large")


def test_a_huge_body_without_a_length_is_refused(client: httpx.Client) -> None:
    reply = client.post(WEBHOOK, content=(b"a" * 65536 for _ in range(16)))
    refusal(reply, 413, "too-large")


def test_a_deeply_nested_body_is_refused(client: httpx.Client) -> None:
    body = b'{"sender": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    reply = client.post(WEBHOOK, content=body, headers={"Content-Type": "application/json"})
    refusal(reply, {400, 422})


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/finns-inte", "not-found"),
        ("/api/concepts/finns-inte", "unknown-concept"),
        ("/api/concepts/%00", "unknown-concept"),
        ("/api/tasks/finns-inte", "unknown-task"),
        ("/webhooks/facebook/webhook", "not-found"),
        ("/webhooks/rest/", "not-found"),
    ],
)
def test_an_address_that_is_not_there_says_so(client: httpx.Client, path: str, code: str) -> None:
    refusal(client.get(path), 404, code)


@pytest.mark.parametrize(
    "path",
    ["/finns-inte", "/fragor/finns-inte", "/begrepp/finns-inte", "/s/finns-inte", "/static/finns-inte",
     "/static/..%2F..%2Fpyproject.toml", "/conversations/x/tracker", "/model/parse", "/status", "/%00",
     "/%FF"],
)  # fmt: skip
def test_a_page_that_is_not_there_leads_on(client: httpx.Client, path: str) -> None:
    reply = client.get(path)
    assert reply.status_code == 404
    assert reply.headers["content-type"].startswith("text/html")
    assert 'href="/fragor"' in reply.text and not STACK.search(reply.text)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", WEBHOOK), ("PUT", WEBHOOK), ("GET", "/api/documents"), ("POST", "/api/concepts"),
     ("GET", f"/api/conversations/{SENDER}"), ("DELETE", "/healthz")],
)  # fmt: skip
def test_the_wrong_method_is_refused(client: httpx.Client, method: str, path: str) -> None:
    refusal(client.request(method, path), 405, "not-allowed")


@pytest.mark.parametrize("sender", ["kort", "a" * 129, "..%2F..%2Fstatus", "%00" * 20])
def test_erasing_needs_a_real_key(client: httpx.Client, sender: str) -> None:
    reply = client.delete(f"/api/conversations/{sender}")
    refusal(reply, {404, 422})


@pytest.mark.parametrize(
    ("params", "draft", "code"),
    [
        ({"format": "exe"}, {"version": 1, "letter": "request", "answers": {}}, "bad-format"),
        ({}, {"version": 1, "letter": "request", "answers": {}}, "bad-format"),
        ({"format": "pdf"}, {}, "bad-draft"),
        ({"format": "pdf"}, {"version": 2, "letter": "request", "answers": {}}, "bad-draft"),
        ({"format": "pdf"}, {"version": 1, "letter": "finns-inte", "answers": {}}, "bad-draft"),
        ({"format": "pdf"}, {"version": 1, "letter": "request", "answers": {"who": {"a": 1}}}, "bad-draft"),
        ({"format": "pdf"}, {"version": 1, "letter": "request", "answers": {"goals": "mål"}}, "bad-draft"),
        (
            {"format": "pdf"},
            {"version": 1, "letter": "request", "answers": {"avoid": "a" * 100_000}},
            "bad-draft",
        ),
    ],
)
def test_a_draft_that_is_not_one_is_refused(
    client: httpx.Client, params: dict[str, str], draft: dict[str, object], code: str
) -> None:
    refusal(client.post("/api/documents", params=params, json=draft), 422, code)


@pytest.mark.parametrize(
    "text",
    ["#set page(width: 1pt)", "$ \\ @ref <label> #{1/0}", "\x00\x07", "😀 مرحبا", "*" * 4000, "\u202e\ufeff"],
)
def test_any_words_become_a_letter(client: httpx.Client, text: str) -> None:
    draft = {"version": 1, "letter": "request", "answers": {"who": "self", "situation": text}}
    for format in ("pdf", "docx", "txt"):
        reply = client.post("/api/documents", params={"format": format}, json=draft)
        assert reply.status_code in {200, 422}, f"{format}: {reply.text[:200]}"


@pytest.mark.parametrize(
    "query",
    [
        "place=" + "a" * 101,
        "postcode=" + "1" * 11,
        "place=Skara&situation=finns-inte",
        "place=Skara&situation=%00",
    ],
)
def test_a_search_for_contacts_that_cannot_be_read_is_refused(client: httpx.Client, query: str) -> None:
    refusal(client.get(f"/api/contacts?{query}"), 422)


@pytest.mark.parametrize(
    "query", ["", "place=", "place=%00", "postcode=00000", "postcode=abc", "place=%F0%9F%98%80"]
)
def test_a_search_for_contacts_without_a_known_place_is_answered(client: httpx.Client, query: str) -> None:
    reply = client.get(f"/api/contacts?{query}")
    if reply.status_code != 200:
        refusal(reply, 422)


@pytest.mark.parametrize(
    "words", ['"', "'", "*", "NEAR(a b)", "a AND", "-", "^", "\x00", "%", "ä" * 200, "{x}:y"]
)
@pytest.mark.parametrize("path", ["/api/concepts", "/sok", "/fragor", "/begrepp"])
def test_any_words_can_be_searched_for(client: httpx.Client, path: str, words: str) -> None:
    assert client.get(path, params={"q": words}).status_code == 200


@pytest.mark.parametrize("path", ["/begar-sip", "/forbered", "/begar-sip/dokument", "/begar-sip/andra"])
@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xff", b"draft=%7B", b"who=" + b"a" * 5000, b"&".join([b"a=b"] * 500), b"letter=x&who=self"],
)
def test_a_broken_form_gets_a_page_and_never_a_fault(client: httpx.Client, path: str, body: bytes) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    reply = client.post(path, content=body, headers=form)
    assert reply.status_code == 200 or 400 <= reply.status_code < 500, reply.text[:200]
    assert not STACK.search(reply.text)


def test_an_identity_number_in_the_form_is_stopped_and_the_rest_is_kept(client: httpx.Client) -> None:
    form = {"who": "self", "important": "Att bo kvar hemma", "situation": "Jag heter 121212-1212"}
    reply = client.post("/begar-sip", data=form)
    assert reply.status_code == 422
    assert "Att bo kvar hemma" in reply.text


def test_words_in_the_form_are_never_markup(client: httpx.Client) -> None:
    form = {"who": "self", "situation": "<script>alert(1)</script>"}
    reply = client.post("/begar-sip", data=form)
    assert reply.status_code == 200
    assert "<script>alert" not in reply.text and "&lt;script&gt;alert" in reply.text


def test_a_refusal_never_repeats_what_was_written(client: httpx.Client) -> None:
    secret = "hemligtord"
    replies = [
        client.post(WEBHOOK, json={"sender": SENDER, "message": secret + "a" * 2000}),
        client.post(WEBHOOK, json={"sender": secret, "message": "hej"}),
        client.post(WEBHOOK, content=json.dumps({"sender": [secret]})),
        client.post("/api/documents?format=pdf", json={"version": 1, "letter": secret, "answers": {}}),
    ]
    for reply in replies:
        assert 400 <= reply.status_code < 500
        assert secret not in reply.text
