"""A conversation that travels in the page itself, sealed so that nobody else can put words into it.

The service keeps no transcript and sets no cookie: what has been said stands in a hidden field and comes back
with the next message. The seal covers the key and the words, so that a forged page cannot make the site say
what it never said.
"""

import secrets
from functools import cache
from hashlib import sha256
from typing import Any

from itsdangerous import Signer
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

MOST_TURNS = 20
_SHOWN = ("topic", "sources", "contacts", "forms", "progress", "step", "draft", "paragraphs", "may_rate")

_SETTLED = ("topic", "sources", "contacts", "paragraphs")


class ShownMessage(BaseModel):
    """One message of the assistant, with what the page shows of its `custom`."""

    model_config = ConfigDict(extra="ignore")

    text: str = ""
    buttons: list[dict[str, str]] = Field(default_factory=list)
    custom: dict[str, Any] = Field(default_factory=dict)

    def settled(self) -> "ShownMessage":
        """As it stands once the talk has moved on: nothing left to press or unfold."""
        forms = {"url": url} if (url := (self.custom.get("forms") or {}).get("url")) else {}
        kept = {key: value for key, value in self.custom.items() if key in _SETTLED}
        return ShownMessage(text=self.text, custom={**kept, "forms": forms})


class TranscriptTurn(BaseModel):
    """What the person wrote or chose, and the answer."""

    you: str = ""
    said: list[ShownMessage]


_TURNS = TypeAdapter(list[TranscriptTurn])


def as_turn(you: str, messages: list[dict[str, Any]]) -> TranscriptTurn:
    """A turn of Rasa's messages, with only what the page shows."""
    said = [ShownMessage.model_validate({k: v for k, v in one.items() if v is not None}) for one in messages]
    for one in said:
        one.custom = {key: one.custom[key] for key in _SHOWN if key in one.custom}
    return TranscriptTurn(you=you, said=said)


def step_shown(turns: list[TranscriptTurn]) -> str | None:
    """The step that the page asks last; None when it asks none."""
    said = turns[-1].said if turns else []
    steps: list[str] = [one.custom["step"] for one in said if "step" in one.custom]
    return steps[-1] if steps else None


def add(turns: list[TranscriptTurn], turn: TranscriptTurn) -> list[TranscriptTurn]:
    """The talk with one more turn; the oldest fall away."""
    settled = [TranscriptTurn(you=old.you, said=[one.settled() for one in old.said]) for old in turns]
    return [*settled, turn][-MOST_TURNS:]


def packed(turns: list[TranscriptTurn]) -> str:
    """The talk as the hidden field carries it."""
    return _TURNS.dump_json(turns, exclude_defaults=True).decode()


def opened(text: str) -> list[TranscriptTurn]:
    """The talk of a hidden field; empty when it cannot be read."""
    try:
        return _TURNS.validate_json(text)
    except ValidationError:
        return []


def seal(secret: str, sender: str, talk: str) -> str:
    """The seal over a key and a packed talk, in URL-safe base64."""
    return _signer(secret).get_signature(f"{sender}\n{talk}").decode()


def is_whole(secret: str, sender: str, talk: str, given: str) -> bool:
    """True when this service sealed exactly this."""
    return _signer(secret).verify_signature(f"{sender}\n{talk}", given)


def message_id(talk: str, message: str) -> str:
    """The same for a form that is sent again, by a reload or a second press, and for nothing else."""
    return sha256(f"{talk}\n{message}".encode()).hexdigest()


@cache
def _signer(secret: str) -> Signer:
    """From the secret that the processes share; without one, a key that lives as long as this process."""
    key = secret or secrets.token_bytes(32)
    return Signer(key, salt="talk", key_derivation="hmac", digest_method=sha256)
