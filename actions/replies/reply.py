"""A reply: the one shape everything in the chat is said in."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Button:
    """A suggestion. Sending `payload` as a message does what `title` says."""

    title: str
    payload: str

    def as_dict(self) -> dict[str, str]:
        """The shape Rasa's channels know."""
        return {"title": self.title, "payload": self.payload}


@dataclass(frozen=True)
class Reply:
    """One message to the person; `custom` follows the chat contract of the README."""

    text: str
    buttons: tuple[Button, ...] = ()
    custom: dict[str, Any] = field(default_factory=dict)
