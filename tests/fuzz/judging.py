"""What no answer may be, whatever was asked."""

from html.parser import HTMLParser

import httpx

from tests.fuzz.nasty import CLASS, PRODUCT, TAG

_PAGES = ("text/html", "application/atom+xml")


def faults(reply: httpx.Response) -> list[str]:
    """What is wrong with an answer: a fault of ours, markup that came from outside, something calculated."""
    found = []
    if reply.status_code >= 500 and reply.status_code != 503:
        found.append(f"status {reply.status_code}")
    if "x-injected" in reply.headers or "set-cookie" in reply.headers:
        found.append("a header from outside")
    kind = reply.headers.get("content-type", "")
    if kind.startswith(_PAGES):
        found += foreign_markup(reply.text)
    if kind.startswith(("text/", "application/json", "application/atom")):
        found += [f"calculated {sign}" for sign in (PRODUCT, CLASS, "root:x:0:0") if sign in reply.text]
    return found


def foreign_markup(page: str) -> list[str]:
    """Elements and attributes on a page that none of our own templates writes."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.foreign


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.foreign: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        if tag == TAG:
            self.foreign.append(f"element {tag}")
        for name, value in attrs:
            runs = (value or "").strip().casefold().startswith("javascript:")
            if name.startswith("on") or name == TAG or (runs and name in ("href", "src", "action")):
                self.foreign.append(f"attribute {name} of {tag}")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script and TAG in data:
            self.foreign.append("script")
