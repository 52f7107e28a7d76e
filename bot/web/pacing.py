"""Takes each request from its client's allowance."""

from fastapi import Request

from bot.web.errors import Refused
from bot.web.http.rate_limit import TYPING_PATH, Kind
from bot.web.state import Site, site

LONGEST_MESSAGE = 2000  # characters: half a page in one breath
_COSTLY = ("/affisch/", "/dela/")
_ONE_MESSAGE = 250  # characters


async def check_pace(request: Request, kind: Kind = "write", times: int = 1) -> None:
    """Takes so many from the client's allowance. Raises Refused 429 with Retry-After when it is used up.

    A request pays once for each kind; when a page hands it on to the chat, only what is missing.
    """
    paid: dict[Kind, int] = request.state.__dict__.setdefault("paid", {})
    owed = times - paid.get(kind, 0)
    if owed <= 0:
        return
    paid[kind] = times
    state = site(request)
    address = request.client.host if request.client else ""
    wait = state.limiter.wait_seconds(address, kind, owed)
    if not wait and state.shared_limiter:
        wait = await state.shared_limiter.wait_seconds(state.limiter, address, kind, owed)
    if wait:
        state.metrics.refused("too-many")
        raise Refused(429, "too-many", {"Retry-After": str(int(wait) + 1)})


async def pace_refusal(request: Request, text: str, conversation: str = "") -> Refused | None:
    """Why words may not go further, None when they may. Raises Refused when not even danger is looked for."""
    state, times = site(request), messages_in(text)
    try:
        await check_pace(request, "write", times)
        if conversation and await _is_new(state, conversation):
            await check_pace(request, "new-conversation")
        state.known.heard(conversation)
    except Refused as refusal:
        await check_pace(request, "danger", times)
        return refusal
    return None


async def _is_new(state: Site, conversation: str) -> bool:
    """True when neither this replica nor another has heard of it: each is counted once."""
    if not state.known.is_new(conversation):
        return False
    shared = state.shared_limiter
    return not (shared and await shared.has_conversation(state.rasa.conversation(conversation)))


def messages_in(text: str) -> int:
    """How many messages a text counts as: what it costs to read grows with its length."""
    return -(-min(len(text), LONGEST_MESSAGE) // _ONE_MESSAGE) or 1


async def paced(request: Request) -> None:
    """A dependency of every route: what is sent in counts, and what is made anew for each who asks.

    Pages without a query do not: they come from memory.
    """
    if request.method not in ("GET", "HEAD"):
        await check_pace(request, "typing" if request.url.path == TYPING_PATH else "write")
    elif request.url.path.startswith(_COSTLY):
        await check_pace(request, "costly")
    elif request.url.query:
        await check_pace(request, "lookup")
