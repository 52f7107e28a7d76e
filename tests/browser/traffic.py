"""What a browser sent while a page was open."""

from urllib.parse import unquote, urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request


class Traffic:
    """Every request of a page, and what its console complained about."""

    def __init__(self, page: Page) -> None:
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request))
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def carrying(self, words: str) -> list[str]:
        """Paths of the requests whose address or body holds the words."""
        return [
            urlsplit(request.url).path
            for request in self.requests
            if words in unquote(request.url) or words.encode() in (request.post_data_buffer or b"")
        ]

    def hosts(self) -> set[str]:
        """Everybody who was asked for anything."""
        return {urlsplit(request.url).netloc for request in self.requests if request.url.startswith("http")}
