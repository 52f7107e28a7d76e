"""Which payloads a client may send: those that buttons and the widget offer, and nothing else."""

import json
import re
from typing import Any

from actions.content.store import Store

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
_PAYLOAD = re.compile(r"^/(?P<intent>[a-z-]+)(?P<entities>\{.*\})?$", re.DOTALL)
_VALUE = re.compile(r"^[\w.:-]{0,60}\Z")


def intent_of(text: str, store: Store) -> str | None:
    """The intent a payload asks for; None when no button could have sent it."""
    match = _PAYLOAD.match(text)
    if not match or (match["intent"] not in store.answers and match["intent"] not in _STEERING):
        return None
    if match["entities"] and not _fits(match["entities"], _ENTITIES.get(match["intent"], frozenset())):
        return None
    return match["intent"]


def _fits(entities: str, allowed: frozenset[str]) -> bool:
    try:
        values: Any = json.loads(entities)
    except (ValueError, RecursionError):
        return False
    return isinstance(values, dict) and all(
        key in allowed and isinstance(value, str) and _VALUE.match(value) for key, value in values.items()
    )
