"""The chat's public door: checks, masks, asks Rasa, and says clearly when it cannot."""

import json
import re
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from actions.conversation.crisis import crisis_reply
from actions.crisis import detect
from actions.privacy import has_identity_number, mask
from bot.web.errors import Refused
from bot.web.rasa import RasaAway
from bot.web.state import Site, site

router = APIRouter(tags=["chatt"])

Sender = Annotated[str, Field(min_length=16, max_length=128, pattern=r"^[A-Za-z0-9_-]+$")]
LONGEST_MESSAGE = 1000

# Steering that buttons and the widget send besides the topics; nothing else may be driven from outside.
_STEERING = frozenset(
    {"ja", "nej", "hoppa-over", "tillbaka", "mer", "varfor", "inget-av-detta", "steg", "koll-efter-motet"}
)
_ENTITIES = {
    "begrepp": frozenset({"begrepp"}),
    "hitta-kontakt": frozenset({"plats"}),
    "steg": frozenset({"steg", "val"}),
    "skriva-begaran": frozenset({"val"}),
}
_STEP = "/steg"  # the widget reports each step of a task; a fast walk must not run into the limit
_PAYLOAD = re.compile(r"^/(?P<intent>[a-z-]+)(?P<entities>\{.*\})?$", re.DOTALL)
_VALUE = re.compile(r"^[\w.:-]{0,60}$")


class Message(BaseModel):
    """One message as Rasa's REST channel takes it."""

    model_config = ConfigDict(extra="ignore")

    sender: Sender
    message: Annotated[str, Field(min_length=1, max_length=LONGEST_MESSAGE)]


class Said(BaseModel):
    """One message of the reply. `custom` carries topic, sources, contacts, step or draft."""

    model_config = ConfigDict(extra="ignore")

    recipient_id: str
    text: str | None = None
    buttons: list[dict[str, str]] | None = None
    custom: dict[str, Any] | None = None


@router.post(
    "/webhooks/rest/webhook",
    response_model=list[Said],
    response_model_exclude_none=True,
    summary="Send one message and get the assistant's reply",
)
async def webhook(request: Request, body: Message) -> list[dict[str, Any]]:
    """Answers one turn. 422 on bad input, 429 with Retry-After when too many, 503 while Rasa is away."""
    state = site(request)
    text = body.message.strip()
    if not text.startswith(_STEP):
        _check_pace(state, request)
    if not text:
        raise Refused(422, "message-empty")
    if has_identity_number(text):
        raise Refused(422, "identifier")
    if text.startswith("/"):
        check_payload(text, state)
    else:
        text = mask(text)
    try:
        return joined(await state.rasa.send(body.sender, text))
    except RasaAway as away:
        signal = detect(text)
        if signal and signal.level == "acute":
            reply = crisis_reply(state.store, text)
            return [{"recipient_id": body.sender, "text": reply.text, "custom": reply.custom}]
        raise Refused(
            503, away.reason if away.reason in ("starting", "slow") else "broken", {"Retry-After": "5"}
        ) from away


@router.delete("/api/conversations/{sender}", status_code=204, summary="Erase a conversation everywhere")
async def forget(request: Request, sender: Annotated[Sender, Path()]) -> Response:
    """Erases the conversation from memory. 204 also when there was none."""
    state = site(request)
    _check_pace(state, request)
    try:
        await state.rasa.forget(sender)
    except RasaAway as away:
        if away.reason != "starting":
            raise Refused(503, "broken", {"Retry-After": "5"}) from away
    return Response(status_code=204)


def check_payload(text: str, state: Site) -> None:
    """Lets through only what a button can send. Raises Refused."""
    match = _PAYLOAD.match(text)
    intent = match["intent"] if match else ""
    if not match or (intent not in state.store.answers and intent not in _STEERING):
        raise Refused(422, "bad-payload")
    if not match["entities"]:
        return
    try:
        entities = json.loads(match["entities"])
    except ValueError as error:
        raise Refused(422, "bad-payload") from error
    allowed = _ENTITIES.get(intent, frozenset())
    if not isinstance(entities, dict) or not all(
        key in allowed and isinstance(value, str) and _VALUE.match(value) for key, value in entities.items()
    ):
        raise Refused(422, "bad-payload")


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


def _check_pace(state: Site, request: Request) -> None:
    wait = state.limiter.wait_seconds(request.client.host if request.client else "")
    if wait:
        raise Refused(429, "too-many", {"Retry-After": str(int(wait) + 1)})
