"""Takes each request from its client's allowance."""

from fastapi import Request

from bot.web.errors import Refused
from bot.web.http.rate_limit import TYPING_PATH, Kind
from bot.web.state import site

_COSTLY = ("/affisch/", "/dela/")


async def check_pace(request: Request, kind: Kind = "write") -> None:
    """Takes one from the client's allowance. Raises Refused 429 with Retry-After when it is used up.

    A request pays once for each kind, also when a page hands it on to the chat.
    """
    paid: set[Kind] = request.state.__dict__.setdefault("paid", set())
    if kind in paid:
        return
    paid.add(kind)
    state = site(request)
    address = request.client.host if request.client else ""
    wait = state.limiter.wait_seconds(address, kind)
    if not wait and state.shared_limiter:
        wait = await state.shared_limiter.wait_seconds(state.limiter, address, kind)
    if wait:
        state.metrics.refused("too-many")
        raise Refused(429, "too-many", {"Retry-After": str(int(wait) + 1)})


async def pace_refusal(request: Request, conversation: str = "") -> Refused | None:
    """Why words may not go further, None when they may. Raises Refused when not even danger is looked for."""
    known = site(request).known
    try:
        await check_pace(request)
        if conversation and known.is_new(conversation):
            await check_pace(request, "new-conversation")
        known.heard(conversation)
    except Refused as refusal:
        await check_pace(request, "danger")
        return refusal
    return None


async def paced(request: Request) -> None:
    """A dependency of every route: what is sent in counts, and so do pictures that cost to draw."""
    if request.method not in ("GET", "HEAD"):
        await check_pace(request, "typing" if request.url.path == TYPING_PATH else "write")
    elif request.url.path.startswith(_COSTLY):
        await check_pace(request, "costly")
