"""Shows every kind of page with compiled content, before anybody else sees it."""

import asyncio
from collections.abc import Iterator
from typing import get_args

import httpx

from actions.drafting.draft import LetterId
from actions.rasa_actions.services import services
from actions.settings import get_settings
from bot.web.app import create_app
from bot.web.state import Site

_PAGES = (
    "/", "/fragor", "/begrepp", "/begrepp/flode.atom", "/hitta", "/begar-sip", "/forbered", "/chatta",
    "/sok?q=sip", "/affisch", "/statistik", "/integritet", "/tillganglighet", "/om", "/badda-in", "/inbaddad",
    "/widget.js", "/chat.js", "/tasks.js", "/-", "/robots.txt", "/.well-known/security.txt",
    "/api/concepts", "/api/letters",
)  # fmt: skip


class Unshowable(Exception):
    """A page or letter that cannot be made; names it."""


def main() -> int:
    """Uses `SIP_CONTENT` and `SIP_BUILD`, and prints what cannot be shown. Returns the exit status."""
    try:
        services()
        asyncio.run(show())
    except Exception as error:
        print(str(error) or type(error).__name__)
        return 1
    return 0


async def show() -> None:
    """Raises Unshowable for the first page or letter that cannot be made."""
    app = create_app(get_settings().model_copy(update={"rate_limit": 0}))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for path in addresses(app.state.site):
            judge(await client.get(path), path)
        for letter in get_args(LetterId):
            draft = {"version": 1, "letter": letter, "answers": {}}
            judge(await client.post("/api/documents?format=txt", json=draft), letter)
        judge(await client.post("/webhooks/rest/webhook", json={}), "an error")


def addresses(state: Site) -> Iterator[str]:
    """The pages that stand by themselves, one answer and one concept (all are of one kind), and each task."""
    yield from _PAGES
    yield f"/fragor/{next(iter(state.store.answers))}"
    yield f"/begrepp/{next(iter(state.store.concepts))}"
    yield from (f"/api/tasks/{task}" for task in state.tasks)


def judge(reply: httpx.Response, what: str) -> None:
    """Raises Unshowable when the answer is a fault of ours."""
    if reply.status_code >= 500:
        raise Unshowable(f"{what}: cannot be shown")


if __name__ == "__main__":
    raise SystemExit(main())
