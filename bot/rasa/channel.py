"""Rasa's REST channel, behind the token, answering a repeated message once and reading parts of one."""

from __future__ import annotations

import asyncio
import hmac
import os
from functools import partial
from typing import Any, Awaitable, Callable, Dict, List, Optional, Text

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.quiet_logging import keep_quiet
from bot.rasa.part_of_message import PartOfMessage

Handler = Callable[[UserMessage], Awaitable[None]]
_SHOWN = ("buttons", "custom")


class OnceOnlyInput(RestInput):
    """`{"sender", "message", "message_id"?, "metadata"?}` in, Rasa's messages out.

    A client that lost the answer may send the same `message_id` again: it gets the answer that is already in
    the conversation, and nothing is said twice. Without an id it is the stock channel.

    `{"texts"}` at `/read` gives what the model makes of each: parts of a message whose danger was weighed.
    """

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The two routes of the stock channel, and one more."""
        keep_quiet()
        token = os.environ.get("SIP_RASA_TOKEN", "").encode()
        webhook = Blueprint("once_only_webhook", __name__)

        @webhook.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @webhook.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not _is_known(request, token):
                return response.json([], 401)
            sender, message_id = request.json["sender"], request.json.get("message_id")
            if message_id:
                said = await _said_before(request.app.ctx.agent, sender, message_id)
                if said is not None:
                    return response.json(said)
            collector = CollectingOutputChannel()
            message = UserMessage(
                request.json["message"],
                collector,
                sender,
                input_channel=self.name(),
                message_id=message_id,
                metadata=request.json.get("metadata"),
            )
            await on_new_message(message)
            return response.json(collector.messages)

        webhook.add_route(partial(_read, token), "/read", methods=["POST"], name="read")
        return webhook


def _is_known(request: Request, token: bytes) -> bool:
    return bool(token) and hmac.compare_digest((request.token or "").encode(), token)


async def _read(token: bytes, request: Request) -> HTTPResponse:
    """What the model makes of each of the texts, in their order."""
    if not _is_known(request, token):
        return response.json([], 401)
    parse = request.app.ctx.agent.processor.parse_message
    parts = (UserMessage(text, metadata=PartOfMessage()) for text in request.json["texts"])
    return response.json(await asyncio.gather(*map(parse, parts)))


async def _said_before(agent: Agent, sender: Text, message_id: Text) -> Optional[List[Dict[Text, Any]]]:
    """What was answered to this very message; waits while it is being answered. None when it is new."""
    async with agent.lock_store.lock(sender, wait_time_in_seconds=0.1):
        tracker = await agent.tracker_store.retrieve(sender)
    return answers_to(tracker, message_id) if tracker else None


def answers_to(tracker: DialogueStateTracker, message_id: Text) -> Optional[List[Dict[Text, Any]]]:
    """The bot's messages after the person's message with this id, if it is the latest one; else None.

    None too when it got no answer, as when the action server was away: then it is asked anew.
    """
    said: List[Dict[Text, Any]] = []
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            shown = {key: event.data[key] for key in _SHOWN if event.data.get(key)}
            text = {"text": event.text} if event.text else {}
            said.append({"recipient_id": tracker.sender_id, **text, **shown})
        elif isinstance(event, UserUttered):
            return (said[::-1] or None) if event.message_id == message_id else None
    return None
