"""No page, answer or error leaves without its protection, and none leaves a trace in the browser."""

import httpx
import pytest

from tests.talking import WEBHOOK

pytestmark = pytest.mark.running

SENDER = "b" * 32
PAGES = (
    "/", "/fragor", "/fragor/vad-ar-sip", "/begrepp", "/begrepp/sip", "/begrepp/jamfor?a=sip&b=vastbus",
    "/begar-sip", "/forbered", "/hitta", "/hitta?plats=Skara", "/sok?q=samtycke", "/integritet",
    "/tillganglighet", "/om", "/badda-in",
)  # fmt: skip
FILES = ("/widget.js", "/chat.js", "/tasks.js", "/static/site.css", "/static/favicon.svg", "/robots.txt",
         "/.well-known/security.txt", "/openapi.json", "/s/vad-ar-sip", "/inbaddad")  # fmt: skip
DATA = ("/healthz", "/readyz", "/api/concepts", "/api/concepts/sip", "/api/tasks/draft",
        "/api/contacts?place=Skara")  # fmt: skip
WRONG = ("/finns-inte", "/fragor/finns-inte", "/api/finns-inte", WEBHOOK)
KEPT_NOWHERE = ("/begar-sip", "/forbered", "/hitta?plats=Skara")


@pytest.mark.parametrize("path", PAGES + FILES + DATA + WRONG)
def test_every_address_is_protected_and_sets_no_cookie(client: httpx.Client, path: str) -> None:
    protected(client.get(path))


def test_errors_and_answers_of_the_chat_are_protected(client: httpx.Client) -> None:
    for body in ({"sender": SENDER, "message": "vad är en sip"}, {"sender": "x", "message": ""}):
        reply = client.post(WEBHOOK, json=body)
        protected(reply)
        assert reply.headers["cache-control"] == "no-store"
    for reply in (
        client.post(WEBHOOK, content=b"a" * 1_000_000),
        client.delete(f"/api/conversations/{SENDER}"),
    ):
        protected(reply)
        assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands(client: httpx.Client, path: str) -> None:
    reply = client.get(path)
    assert reply.status_code == 200
    assert '<html lang="sv">' in reply.text
    assert "<h1" in reply.text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_needs_inline_code_or_anybody_else(client: httpx.Client, path: str) -> None:
    html = client.get(path).text
    for forbidden in (
        " style=",
        "<style",
        " onclick=",
        "javascript:",
        'src="http',
        'rel="stylesheet" href="http',
    ):
        assert forbidden not in html
    for script in html.split("<script")[1:]:
        assert " src=" in script.split(">")[0] or 'type="application/ld+json"' in script.split(">")[0]


@pytest.mark.parametrize("path", KEPT_NOWHERE)
def test_pages_with_what_people_write_are_not_stored(client: httpx.Client, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-store"


def test_only_the_frame_page_may_be_framed_by_others(client: httpx.Client) -> None:
    assert "frame-ancestors *" in client.get("/inbaddad").headers["content-security-policy"]
    assert "frame-ancestors 'self'" in client.get("/").headers["content-security-policy"]


def protected(reply: httpx.Response) -> None:
    headers = reply.headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers
    assert "server" not in headers and "x-powered-by" not in headers
    assert reply.status_code < 500
