"""A page as a test reads it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """What a test needs to know about a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline_script = False
        self._open = ""
        self.title = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.title += data if self._open == "title" else ""
        self.inline_script |= self._open in ("script", "style") and bool(data.strip())

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag in names]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [attrs["href"] for attrs in self.all("a") if attrs.get("href")]
