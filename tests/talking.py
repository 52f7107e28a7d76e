"""A conversation over the public chat, as any client would hold it."""

from dataclasses import dataclass, field
from typing import Any

import httpx

WEBHOOK = "/webhooks/rest/webhook"


@dataclass(frozen=True)
class Turn:
    """The reply to one message. `refused` is the error code of a 4xx, empty when it was answered."""

    messages: list[dict[str, Any]]
    refused: str = ""

    @property
    def text(self) -> str:
        return "\n\n".join(message.get("text") or "" for message in self.messages)

    @property
    def customs(self) -> list[dict[str, Any]]:
        return [message["custom"] for message in self.messages if message.get("custom")]

    def all(self, key: str) -> list[Any]:
        """The values of a key in `custom`, one for each message that has it."""
        return [custom[key] for custom in self.customs if key in custom]

    def last(self, key: str) -> Any:
        """The value the key has at the end of the turn; None when no message has it."""
        return (self.all(key) or [None])[-1]

    @property
    def buttons(self) -> dict[str, str]:
        """Title → payload of everything offered in the turn."""
        pairs = [button for message in self.messages for button in message.get("buttons") or []]
        return {button["title"]: button["payload"] for button in pairs}


@dataclass
class Talk:
    """One sender's conversation."""

    client: httpx.Client
    sender: str
    turns: list[Turn] = field(default_factory=list)

    def say(self, message: str) -> Turn:
        """Sends one message. Fails the test on anything but an answer or a clear refusal."""
        reply = self.client.post(WEBHOOK, json={"sender": self.sender, "message": message})
        assert reply.status_code == 200 or 400 <= reply.status_code < 500, reply.text
        body = reply.json()
        turn = Turn(body) if reply.status_code == 200 else Turn([], body["error"])
        self.turns.append(turn)
        return turn

    def press(self, title: str) -> Turn:
        """Presses a button of the last turn."""
        return self.say(self.turns[-1].buttons[title])
