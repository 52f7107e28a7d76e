"""The chat's public entry point: checks, masks, asks Rasa, and says clearly when it cannot."""

import re
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from actions.privacy import has_identity_number, mask
from actions.replies.contract import Button, Context, Custom
from bot.web.chat import fallback_replies
from bot.web.chat.own_door import offer_own_door
from bot.web.chat.payloads import intent_of
from bot.web.chat.rating_offer import offer_rating
from bot.web.chat.save_offer import offer_saving
from bot.web.errors import Refused
from bot.web.incoming_text import spelt_out
from bot.web.pacing import LONGEST_MESSAGE, check_pace, pace_refusal
from bot.web.rasa_client import RasaAway
from bot.web.state import Site, site

router = APIRouter(tags=["chatt"])

Sender = Annotated[str, Field(min_length=16, max_length=128, pattern=r"^[A-Za-z0-9_-]+$")]
_LONGEST_READ = 20_000  # what is refused as too long is still read for words of danger
_TYPED_SLASH = re.compile(r"/[^{]*\s")  # no button sends a space before its values
_OPENING = re.compile(r"^[/\s]+")  # what is left must never begin as a button does
_REASONS = frozenset({"starting", "slow", "busy", "closed"})


class Message(BaseModel):
    """One message as Rasa's REST channel takes it.

    A client that lost an answer sends the same `message_id` again; the message is then not said twice.
    A client with cards of its own sends `context`; one without may send `step`: see docs/chat-contract.md.
    """

    model_config = ConfigDict(extra="ignore")

    sender: Sender
    message: Annotated[str, Field(min_length=1, max_length=_LONGEST_READ)]
    message_id: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_-]{8,64}$")] = None
    context: Context | None = None
    step: Annotated[str | None, Field(pattern=r"^[a-z]{1,40}\.[a-z_]{1,40}$")] = None


class BotMessage(BaseModel):
    """One message of the reply."""

    model_config = ConfigDict(extra="ignore")

    recipient_id: str
    text: str | None = None
    buttons: list[Button] | None = None
    custom: Custom | None = None


@router.post(
    "/webhooks/rest/webhook",
    response_model=list[BotMessage],
    response_model_exclude_none=True,
    summary="Send one message and get the assistant's reply",
)
async def webhook(request: Request, body: Message) -> list[dict[str, Any]]:
    """Answers one turn. 422 on bad input, 429 with Retry-After when too many, 503 while Rasa is away.

    A 503 has `messages` beside `error` and `message` when search found something to read meanwhile.
    """
    state = site(request)
    text = body.message.strip()
    refusal = await pace_refusal(request, text, body.sender)
    urgent = fallback_replies.urgent(state, spelt_out(text, _LONGEST_READ))
    try:
        if refusal:
            raise refusal
        text = checked(text, state, urgent is not None)
    except Refused:
        if urgent is None:
            raise
        # Whatever the hurry, crisis words are answered.
        return fallback_replies.as_messages(body.sender, urgent)
    with state.metrics.turn(body.sender, body.message_id) as turn:
        try:
            if state.notice().chat == "closed":
                raise RasaAway("closed")
            said = joined(await state.rasa.send(body.sender, text, body.message_id, body.context, body.step))
            offer_own_door(state, request, said)
            offer_saving(state, said, text)
            offer_rating(state, said, text, body.context)
        except RasaAway as away:
            said = instead(state, body.sender, text, away)
        turn.answered(said)
    return said


@router.delete("/api/conversations/{sender}", status_code=204, summary="Erase a conversation everywhere")
async def forget(request: Request, sender: Annotated[Sender, Path()]) -> Response:
    """Erases the conversation from memory. 204 also when there was none."""
    state = site(request)
    await check_pace(request)
    state.known.forget(sender)
    try:
        await state.rasa.forget(sender)
    except RasaAway as away:
        if away.reason != "starting" or state.settings.redis_url:
            raise Refused(503, "broken", {"Retry-After": "5"}) from away
    return Response(status_code=204)


def checked(text: str, state: Site, urgent: bool) -> str:
    """What Rasa may see of a message: identifiers masked, payloads only as buttons send. Raises Refused.

    An identity number is refused with a kind word, but in acute danger only hidden.
    """
    if not text:
        raise Refused(422, "message-empty")
    if max(len(text), len(spelt_out(text, _LONGEST_READ)) // 2) > LONGEST_MESSAGE:
        raise Refused(422, "message-too-long")
    if has_identity_number(text) and not urgent:
        state.metrics.refused("identifier")
        raise Refused(422, "identifier")
    if not text.startswith("/") or _TYPED_SLASH.match(text):
        words = _OPENING.sub("", text)
        if not words:
            raise Refused(422, "message-empty")
        return mask(words, state.public_phones)
    if intent_of(text, state.store) is None:
        raise Refused(422, "bad-payload")
    return text


def instead(state: Site, sender: str, text: str, away: RasaAway) -> list[dict[str, Any]]:
    """The crisis answer when it is called for. Else raises Refused 503, with what was found meanwhile."""
    state.metrics.away(away.reason)
    urgent = fallback_replies.urgent(state, text)
    if urgent:
        return fallback_replies.as_messages(sender, urgent)
    code = away.reason if away.reason in _REASONS else "broken"
    found = fallback_replies.found(state, text)
    extra = {"messages": fallback_replies.as_messages(sender, found)} if found else {}
    raise Refused(503, code, {"Retry-After": "5"}, extra) from away


def joined(messages: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rasa splits a text at empty lines and sends `custom` by itself; here a reply is one message again."""
    result: list[dict[str, Any]] = []
    open_reply: dict[str, Any] = {}
    for message in messages:
        texts = [text for text in (open_reply.get("text"), message.get("text")) if text]
        open_reply = {**open_reply, **message} | ({"text": "\n\n".join(texts)} if texts else {})
        if "custom" in message:
            result.append(open_reply)
            open_reply = {}
    return [*result, open_reply] if open_reply else result
