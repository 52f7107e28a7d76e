"""Plays whole talks, message by message: is each one answered, and met as heavily as it should be?"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from actions.replies.contract import Custom
from bot.rasa.components.talks import Said
from bot.tools.evaluation.measures import share

Send = Callable[[str, str], list[dict[str, Any]]]  # key of the conversation, message → the reply
_CRISIS, _EMERGENCY = "kris", "112"
_LONGEST_SHOWN = 110


@dataclass(frozen=True)
class Heard:
    """What came of a message: the passages and topics answered, and those behind the buttons."""

    said: Said
    answered: tuple[str, ...]
    offered: tuple[str, ...]
    crisis: bool
    emergency_number: bool
    cared: bool

    @property
    def at_once(self) -> bool:
        """True when one of the right answers stands in the reply."""
        return any(name in self.said.about for name in self.answered)

    @property
    def one_press(self) -> bool:
        """The same, or behind one of its buttons."""
        return self.at_once or any(name in self.said.about for name in self.offered)


def played(talk: Sequence[Said], send: Send, key: str) -> list[Heard]:
    """Says each message of a talk, in one conversation."""
    return [_heard(one, send(key, one.text)) for one in talk]


def talk_measures(found: Sequence[Heard]) -> dict[str, float]:
    """The measures that have floors, in percent."""
    asked = [one for one in found if one.said.is_asked]
    danger, calm = ([one for one in found if one.said.danger == label] for label in ("kris", "calm"))
    return {
        "messages of talks answered": share(one.at_once for one in asked),
        "messages of talks answered or one press": share(one.one_press for one in asked),
        "danger in talks shown 112": share(one.crisis or one.emergency_number for one in danger),
        "calm in talks given the crisis answer": share(one.crisis for one in calm),
        "calm in talks given any care": share(one.crisis or one.cared for one in calm),
    }


def talk_table(name: str, found: Sequence[Heard]) -> str:
    """The measures, then how many were answered by who asks, and first in a talk or later."""
    lines = [f"{name}: {len(found)} messages of {len({one.said.talk for one in found})} talks"]
    lines += [f"  {measure:<42}{value:5.1f} %" for measure, value in talk_measures(found).items()]
    asked = [one for one in found if one.said.is_asked]
    for who in sorted({one.said.who for one in asked}):
        own = [one for one in asked if one.said.who == who]
        lines.append(f"    {who:<10}{len(own):4}   at once {share(one.at_once for one in own):5.1f} %")
    return "\n".join(lines)


def talk_misses(found: Iterable[Heard]) -> str:
    """Every question that was not answered at once, one a line: what was said, and what would answer."""
    return "\n".join(_miss(one) for one in found if one.said.is_asked and not one.at_once)


def _miss(one: Heard) -> str:
    said, sign = one.said, "+" if one.one_press else "-"
    answered, right = ", ".join(one.answered), ", ".join(said.about)
    return f"  {sign} {said.talk} {said.text[:_LONGEST_SHOWN]} → {answered} (right: {right})"


def _heard(said: Said, reply: Sequence[dict[str, Any]]) -> Heard:
    customs = [Custom.model_validate(message.get("custom") or {}) for message in reply]
    named = tuple(name for custom in customs for name in _named(custom))
    buttons = [button for message in reply for button in message.get("buttons") or ()]
    first = "\n".join(str(message.get("text") or "") for message in reply)
    return Heard(
        said,
        named,
        tuple(_target(button["payload"]) for button in buttons),
        crisis=_CRISIS in named,
        emergency_number=_EMERGENCY in first,
        cared=any(custom.care for custom in customs),
    )


def _named(custom: Custom) -> Iterator[str]:
    """The passages of a reply, or its topics where it has none."""
    yield from custom.passages or ([custom.passage] if custom.passage else [])
    yield from custom.topics or ([custom.topic] if custom.topic else [])


def _target(payload: str) -> str:
    """What a button leads to: `topic#name`, or the topic alone."""
    topic, _, rest = payload.removeprefix("/").partition("{")
    name = json.loads("{" + rest).get("passage", "") if rest else ""
    return f"{topic}#{name}" if name else topic
