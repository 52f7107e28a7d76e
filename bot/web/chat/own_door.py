"""The operator's own number for SIP first among the contacts, since Rasa does not know whose page it is."""

import re
from typing import Any

from fastapi import Request

from actions.operators.door import sip_door
from actions.replies.contacting import door_line
from bot.web.state import Site

_REQUEST = "/skriva-begaran"
_FIRST_DOOR = re.compile(r"^- ", re.MULTILINE)


def offer_own_door(state: Site, request: Request, said: list[dict[str, Any]]) -> None:
    """Puts the door first in each message with contacts, where a request for a SIP is what can be done.

    Only where the place is the operator's own, or not told: then of the host's operator.
    """
    if not any(button["payload"] == _REQUEST for message in said for button in message.get("buttons") or ()):
        return
    for message in said:
        custom = message.get("custom") or {}
        if custom.get("contacts"):
            _put_first(state, request, message, custom)


def _put_first(state: Site, request: Request, message: dict[str, Any], custom: dict[str, Any]) -> None:
    code = custom.get("municipality") or ""
    operator = state.operators.of(request.url.hostname or "", code)
    if operator is None or (code and code not in operator.codes):
        return
    door = sip_door(operator, state.operator_texts, f"{state.public_address(request)}/om")
    if door is None:
        return
    custom["contacts"] = [door.model_dump(mode="json", exclude_none=True), *custom["contacts"]]
    hours = f" ({operator.sip.hours})" if operator.sip and operator.sip.hours and door.phone else ""
    line = door_line(state.phrases, door) + hours
    message["text"] = _FIRST_DOOR.sub(lambda _: f"{line}\n- ", message.get("text") or "", count=1)
