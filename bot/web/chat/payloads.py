"""Which payloads a client may send: those that buttons and the widget offer, and nothing else."""

import json
import re
from collections.abc import Collection
from typing import Any

from actions.publishing.store import Store
from actions.replies.questions_offered import passage_meant

_PAYLOAD = re.compile(r"^/(?P<intent>[a-z-]+)(?P<entities>\{.*\})?$", re.DOTALL)
_VALUE = re.compile(r"^[\w.:-]{0,60}\Z")


def intent_of(text: str, store: Store) -> str | None:
    """The intent a payload asks for; None when no button could have sent it."""
    match = _PAYLOAD.match(text)
    if not match or not store.topics.may_be_pressed(match["intent"]):
        return None
    if match["entities"] and not _fits(match["entities"], store.topics.topics[match["intent"]].carries):
        return _asked(match["intent"], match["entities"], store)
    return match["intent"]


def _asked(intent: str, entities: str, store: Store) -> str | None:
    """The intent, when the entities name a question that there is; else None."""
    if not _fits(entities, ("passage",)):
        return None
    return intent if passage_meant(intent, json.loads(entities)["passage"]) in store.passages else None


def _fits(entities: str, allowed: Collection[str]) -> bool:
    try:
        values: Any = json.loads(entities)
    except (ValueError, RecursionError):
        return False
    return isinstance(values, dict) and all(
        key in allowed and isinstance(value, str) and _VALUE.match(value) for key, value in values.items()
    )
