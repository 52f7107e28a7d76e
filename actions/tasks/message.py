"""One message of a conversation, as it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PAYLOAD = "/"  # what a pressed button's message begins with


@dataclass(frozen=True, kw_only=True)
class Message:
    """What was written or pressed. `confidence` of the intent is 0 to 1; `entities` are name → value."""

    text: str
    intent: str = ""
    confidence: float = 0.0
    entities: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_payload(self) -> bool:
        """True when a button was pressed."""
        return self.text.startswith(PAYLOAD)

    @property
    def words(self) -> str:
        """What the person wrote; nothing when a button was pressed."""
        return "" if self.is_payload else self.text
