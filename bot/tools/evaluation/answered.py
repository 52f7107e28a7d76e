"""Sends messages with keys to the chat: is each answered at once, or by one of the buttons?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.tools.evaluation.keys import Keyed, is_answered
from bot.tools.evaluation.measures import share

Send = Callable[[str, str], list[dict[str, Any]]]  # key of the conversation, message → the reply
_LONGEST_SHOWN = 110
_FEWEST_OUTSIDE = 15  # fewer tell nothing


@dataclass(frozen=True)
class Answered:
    """What came of a message: at once, or one press away, and with which passages or topics."""

    row: Keyed
    at_once: bool
    one_press: bool
    said: tuple[str, ...]


def answered(row: Keyed, send: Send, key: str) -> Answered:
    """Says the message, after the one before it if there is one.

    Where that does not answer, each button is pressed in a conversation of its own.
    """
    if row.before:
        send(key, row.before)
    reply = send(key, row.text)
    if _fits(row, reply) or row.expect != "answer":
        return Answered(row, _fits(row, reply), _fits(row, reply), _named(reply))
    pressed = (send(f"{key}-{n}", button["payload"]) for n, button in enumerate(_buttons(reply)))
    return Answered(row, False, any(_fits(row, after) for after in pressed), _named(reply))


def answer_table(name: str, found: Sequence[Answered]) -> str:
    """The measures: all, then by role, by register and by length."""
    asked = [one for one in found if one.row.expect == "answer"]
    outside = [one for one in found if one.row.expect == "outside"]
    lines = [f"{name}: {len(found)} messages with keys"]
    lines += [_line("all", asked)]
    for part in ("role", "register", "length"):
        values = sorted({getattr(one.row, part) for one in asked})
        lines += [_line(value, [one for one in asked if getattr(one.row, part) == value]) for value in values]
    lines.append(f"  outside answered as SIP    {share(not one.at_once for one in outside):5.1f} %")
    return "\n".join(lines)


def answer_measures(found: Sequence[Answered]) -> dict[str, float]:
    """The measures that have floors, in percent."""
    asked = [one for one in found if one.row.expect == "answer"]
    outside = [one for one in found if one.row.expect == "outside"]
    return {
        "question answered": share(one.at_once for one in asked),
        "answered or one press": share(one.one_press for one in asked),
        "near questions answered as SIP": share(
            not one.at_once for one in (outside if len(outside) >= _FEWEST_OUTSIDE else ())
        ),
    }


def misses(found: Iterable[Answered]) -> str:
    """Every message that was not answered at once, one a line: what was said instead."""
    return "\n".join(
        f"  {'+' if one.one_press else '-'} {one.row.role} {one.row.topic}: "
        f"{one.row.text[:_LONGEST_SHOWN]} → {', '.join(one.said)}"
        for one in found
        if not one.at_once
    )


def _line(name: str, rows: Sequence[Answered]) -> str:
    at_once, press = share(one.at_once for one in rows), share(one.one_press for one in rows)
    return f"  {name:<14}{len(rows):5}   at once {at_once:5.1f} %   or one press {press:5.1f} %"


def _fits(row: Keyed, reply: Sequence[dict[str, Any]]) -> bool:
    customs = [message["custom"] for message in reply if message.get("custom")]
    topics = [str(topic) for custom in customs for topic in custom.get("topics") or [custom.get("topic")]]
    return is_answered(row, [str(message.get("text") or "") for message in reply], topics)


def _buttons(reply: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    return [button for message in reply for button in message.get("buttons") or ()]


def _named(reply: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    customs = [message["custom"] for message in reply if message.get("custom")]
    named = (custom.get("passages") or [custom.get("passage") or custom.get("topic")] for custom in customs)
    return tuple(str(name) for names in named for name in names)
