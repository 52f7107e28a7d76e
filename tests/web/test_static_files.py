"""Files and pages are small on the wire, and old ones are never shown by mistake."""

import gzip
import re

import brotli
import pytest

from bot.web.http.page_cache import PagesFromMemory
from tests.site import TestClient
from tests.web.reading import Page

LANDING_BUDGET = 60_000
FONT = re.compile(r'url\("(/static/[^"]+)"\)')


def wire(client: TestClient, path: str, coding: str = "br") -> tuple[bytes, bytes]:
    """A response's body as it travels, and as it is read."""
    with client.stream("GET", path, headers={"Accept-Encoding": coding}) as response:
        assert response.status_code == 200, path
        raw = b"".join(response.iter_raw())
        sent = response.headers.get("content-encoding", "")
    return raw, {"br": brotli.decompress, "gzip": gzip.decompress}.get(sent, bytes)(raw)


def test_the_landing_page_with_type_and_chat_is_lighter_than_one_picture(client: TestClient) -> None:
    html, text = wire(client, "/")
    page = Page(text.decode())
    linked = {link["href"] for link in page.all("link") if link["href"].startswith("/static/")}
    linked |= {script["src"] for script in page.all("script")}
    linked |= {font for css in linked if css.endswith(".css") for font in FONT.findall(client.get(css).text)}
    total = len(html) + sum(len(wire(client, path)[0]) for path in linked)
    assert len(linked) >= 6
    assert total <= LANDING_BUDGET, total


@pytest.mark.parametrize("path", ["/", "/static/site.css", "/widget.js", "/chat.js", "/tasks.js"])
def test_the_same_words_come_in_every_coding(client: TestClient, path: str) -> None:
    plain, packed, squeezed = (wire(client, path, coding) for coding in ("identity", "gzip", "br"))
    assert plain[0] == plain[1] == packed[1] == squeezed[1]
    assert len(squeezed[0]) < len(packed[0]) < len(plain[0])


def test_a_coding_that_is_refused_is_not_used(client: TestClient) -> None:
    response = client.get("/widget.js", headers={"Accept-Encoding": "br;q=0, gzip"})
    assert response.headers["content-encoding"] == "gzip"


def test_files_with_their_hash_in_the_name_are_kept_for_ever_and_others_are_asked_for_anew(
    client: TestClient,
) -> None:
    html = client.get("/").text
    for name in re.findall(r'"(/static/[^"]+)"', html):
        assert "immutable" in client.get(name).headers["cache-control"], name
    assert "immutable" not in client.get("/widget.js").headers["cache-control"]
    assert client.get("/static/site.000000000000.css").status_code == 404


@pytest.mark.parametrize("path", ["/", "/fragor/vad-ar-sip", "/widget.js"])
def test_what_the_browser_has_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_with_something_typed_into_its_address_is_not_kept(client: TestClient) -> None:
    assert "etag" not in client.get("/sok?q=samtycke").headers


@pytest.mark.asyncio
async def test_a_changed_page_is_seen_within_seconds() -> None:
    now, versions = [0.0], iter((b"f\xc3\xb6rst", b"sedan"))

    async def app(scope: object, receive: object, send: object) -> None:
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": next(versions)})  # type: ignore[operator]

    pages = PagesFromMemory(app, clock=lambda: now[0])
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [],
             "scheme": "http", "server": ("test", 80)}  # fmt: skip

    async def read() -> str:
        parts: list[bytes] = []

        async def keep(message: dict[str, object]) -> None:
            parts.append(message.get("body", b""))  # type: ignore[arg-type]

        await pages(scope, None, keep)  # type: ignore[arg-type]
        return b"".join(parts).decode()

    assert [await read(), await read()] == ["först", "först"]
    now[0] = 11.0
    assert await read() == "sedan"
