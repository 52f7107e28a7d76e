"""The chat as an ordinary form, for browsers without JavaScript and for whoever wants a page for it."""

import json
import secrets
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from bot.web.chat.ratings import counted
from bot.web.chat.signed_transcript import (
    TranscriptTurn,
    add,
    as_turn,
    is_whole,
    message_id,
    opened,
    packed,
    seal,
    step_shown,
)
from bot.web.chat.turn import Message, forget, webhook
from bot.web.errors import Refused
from bot.web.pages.posted import Fields, first, posted_fields
from bot.web.state import Site, site

router = APIRouter(prefix="/chatta", include_in_schema=False)

_NOT_KEPT = {"Cache-Control": "no-store"}
_OWN = ("same-origin", "none", "")


@router.get("")
async def start(request: Request, sip: Annotated[str, Query(max_length=64)] = "") -> Response:
    """A new conversation; with `sip` it opens at a topic or task, as the widget does."""
    state = site(request)
    topic = state.store.topics.beginning().get(sip, sip)
    sender, turns = secrets.token_hex(16), [_welcome(state)]
    if topic not in state.store.answers:
        return _page(request, sender, turns)
    return await _answered(request, sender, turns, "", f"/{topic}")


@router.post("")
async def say(request: Request) -> Response:
    """One message, written or chosen; the page shows the talk so far and the answer."""
    fields = await posted_fields(request)
    sender, turns = _talk(request, fields)
    pressed, text = first(fields, "val"), first(fields, "text").strip()
    title = _titles(turns).get(pressed)
    return await _answered(request, sender, turns, title or text, pressed if title else text)


@router.post("/hjalpte")
async def rate(request: Request) -> Response:
    """Counts whether the last answer helped; after a no, the page shows the ways on."""
    fields = await posted_fields(request)
    sender, turns = _talk(request, fields)
    last = turns[-1].said if turns else []
    about = next((key for one in last if (key := one.custom.pop("may_rate", ""))), "")
    helped = first(fields, "hjalpte") == "ja"
    ways_on = counted(site(request), about, helped) if about else []
    turns = add(turns, as_turn("", ways_on)) if ways_on else turns
    return _page(request, sender, turns, rated=bool(about))


@router.post("/rensa")
async def erase(request: Request) -> Response:
    """Erases the conversation in the service and begins anew."""
    sender, _ = _talk(request, await posted_fields(request))
    await forget(request, sender)
    return RedirectResponse("/chatta", 303)


async def _answered(
    request: Request, sender: str, turns: list[TranscriptTurn], you: str, message: str
) -> Response:
    once = message_id(packed(turns), message)
    step = step_shown(turns)
    try:
        reply = await webhook(request, Message(sender=sender, message=message, message_id=once, step=step))
    except ValidationError:
        problem = Refused(422, "message-too-long" if message else "message-empty")
    except Refused as refused:
        problem = refused
        if refused.extra.get("messages"):  # what search found while Rasa is away
            turns = add(turns, as_turn("", refused.extra["messages"]))
    else:
        return _page(request, sender, add(turns, as_turn(you, reply)))
    return _page(request, sender, turns, unsent=you, problem=problem)


def _talk(request: Request, fields: Fields) -> tuple[str, list[TranscriptTurn]]:
    """Key and talk of the form; both new when the form did not come from this site, whole."""
    sender, talk = first(fields, "nyckel"), first(fields, "samtal")
    own = request.headers.get("sec-fetch-site", "") in _OWN
    state = site(request)
    if own and is_whole(state.settings.rasa_token, sender, talk, first(fields, "sigill")):
        return sender, opened(talk)
    return secrets.token_hex(16), [_welcome(state)]


def _page(
    request: Request,
    sender: str,
    turns: list[TranscriptTurn],
    unsent: str = "",
    problem: Refused | None = None,
    rated: bool = False,
) -> Response:
    state = site(request)
    talk = packed(turns)
    return state.pages.render(
        request,
        "chat.html",
        status=problem.status if problem else 200,
        headers={**(problem.headers if problem else {}), **_NOT_KEPT},
        words=_words(state.settings.content),
        turns=turns,
        sender=sender,
        talk=talk,
        seal=seal(state.settings.rasa_token, sender, talk),
        unsent=unsent,
        rated=rated,
        error=state.errors[problem.code] if problem else None,
    )


def _welcome(state: Site) -> TranscriptTurn:
    words = _words(state.settings.content)
    return as_turn("", [{"text": words["welcome"], "buttons": words["starters"]}])


def _titles(turns: list[TranscriptTurn]) -> dict[str, str]:
    """Payload → title of the buttons the page offered."""
    said = turns[-1].said if turns else []
    return {button["payload"]: button["title"] for one in said for button in one.buttons}


@cache
def _words(content: Path) -> dict[str, Any]:
    """The chat's own words, the same as the widget's."""
    texts = json.loads((content / "interface" / "widget.sv.json").read_text(encoding="utf-8"))
    words: dict[str, Any] = texts["chat"] | texts["answers"]
    return words
