"""Reads a plain-text message as the answer to one step."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from actions.content.text import fold
from actions.swedish_day import swedish_day
from actions.tasks.dates import has_unread, read_dates
from actions.tasks.inviting import apart, invited, says_no
from actions.tasks.inviting_words import inviting_words
from actions.tasks.models import MAX_ITEMS, MAX_NAME, MAX_TEXT, FieldKind, Invite, Option, Step
from actions.tasks.step_words import step_words

Row = dict[str, Any]

_BULLET = re.compile(r"^\s*(?:[-–•*]|\d+[.)])\s+")
_SHORT_PIECE = 4


class NotUnderstoodError(ValueError):
    """The text is no answer to the step; the message is a key in `content/tasks/phrases.yml`."""


def parse(step: Step, text: str, existing: Any = None) -> Any:
    """The value of an answer in the step's shape. Lists grow by what is written and never shrink.

    Raises NotUnderstoodError with the key of what to say.
    """
    words = text.strip()
    if not words:
        raise NotUnderstoodError("error_empty")
    if len(words) > MAX_TEXT:
        raise NotUnderstoodError("error_too_long")
    value = _PARSERS[step.field](step, words, existing)
    if value in ([], {"chosen": [], "other": ""}):
        raise NotUnderstoodError("error_empty")
    if isinstance(value, list) and len(value) > MAX_ITEMS:
        raise NotUnderstoodError("error_too_many")
    return value


def find_option(step: Step, text: str) -> Option | None:
    """The option meant by a number, an id, a label or a synonym."""
    return next(iter(find_options(step, text)), None)


def find_options(step: Step, text: str) -> list[Option]:
    """All options with this number, id, label or synonym: "ja till allt" says yes to several."""
    key = fold(text)
    if key.isdecimal():
        return [option for number, option in enumerate(step.options, 1) if number == int(key)]
    return [option for option in step.options if key and key in _names(option)]


def mentioned_option(step: Step, text: str) -> Option | None:
    """The one option whose name stands in a longer answer; None when there are several or none.

    A name inside a longer one does not count: "jag är mamma till" is not "mamma".
    """
    said = f" {fold(text)} "
    named = [(n, o) for o in step.options for n in _names(o) if len(n) > _SHORT_PIECE and f" {n} " in said]
    whole = {o.id: o for n, o in named if not any(n != other and n in other for other, _ in named)}
    return next(iter(whole.values())) if len(whole) == 1 else None


def said_option(step: Step, text: str) -> Option | None:
    """The option meant where one is asked for: said as it stands, in a longer answer, or with small words.

    "2 alltså", "den andra tror jag", "nej inte vad jag vet".
    """
    return find_option(step, text.rstrip(".!")) or mentioned_option(step, text) or _apart_option(step, text)


def _apart_option(step: Step, text: str) -> Option | None:
    """The option that is left when the small words around it are taken away."""
    words = step_words()
    left = " ".join(words.beside_choice.sub(" ", fold(text)).split())
    number = next((key for key, names in words.choice_numbers.items() if left in names), None)
    return find_option(step, str(number) if number else left)


def split_items(text: str) -> list[str]:
    """The items of a list: lines, else semicolons, else commas between short pieces."""
    items = _lines(text)
    if len(items) == 1 and "," in items[0]:
        pieces = [piece.strip() for piece in items[0].split(",")]
        items = pieces if all(len(piece.split()) <= _SHORT_PIECE for piece in pieces) else items
    return [item for item in items if item]


def _lines(text: str) -> list[str]:
    """The lines, or the pieces between semicolons of a single one."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    items = [line for line in lines if line]
    pieces = items[0].split(";") if len(items) == 1 else items
    return [piece.strip() for piece in pieces if piece.strip()]


def _names(option: Option) -> set[str]:
    return {fold(name) for name in (option.id, option.label, *option.synonyms)}


def _choice(step: Step, text: str, existing: Any) -> str:
    option = said_option(step, text)
    if option is None:
        raise NotUnderstoodError("error_choice")
    return option.id


def _choices(step: Step, text: str, existing: Row | None) -> Row:
    pieces = re.findall(r"\d+", text) if inviting_words().numbers.fullmatch(text) else split_items(text)
    found = [(piece, find_options(step, text) or find_options(step, piece)) for piece in pieces]
    before = existing or {"chosen": [], "other": ""}
    if any(piece.isdecimal() and not options for piece, options in found):
        raise NotUnderstoodError("error_choice")
    chosen = [*before["chosen"], *(option.id for _, options in found for option in options)]
    other = [before["other"], *(piece for piece, options in found if not options)]
    return {"chosen": list(dict.fromkeys(chosen)), "other": _joined(other)}


def _joined(parts: list[str]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _text(step: Step, text: str, existing: Any) -> str:
    return text


def _list(step: Step, text: str, existing: list[str] | None) -> list[str]:
    return list(dict.fromkeys([*(existing or []), *split_items(text)]))


def _goals(step: Step, text: str, existing: list[Row] | None) -> list[Row]:
    goals = [dict(goal, subgoals=list(goal["subgoals"])) for goal in existing or []]
    fresh, words = False, step_words()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if fresh and words.begins_subgoal.match(line):
            goals[-1]["subgoals"].append(words.begins_subgoal.sub("", line))
        elif fresh and words.begins_when.match(line):
            goals[-1]["when"] = _short(words.begins_when.sub("", line))
        else:
            goal = words.begins_goal.sub("", _BULLET.sub("", line))
            goals.append({"goal": goal, "subgoals": [], "when": ""})
            fresh = True
    return [goal for index, goal in enumerate(goals) if goal not in goals[:index]]


def _actors(step: Step, text: str, existing: list[Row] | None) -> list[Row]:
    actors = {fold(row["name"]): dict(row) for row in existing or []}
    numbers = inviting_words().numbers.fullmatch(text)
    read = (_actor(step, number) for number in re.findall(r"\d+", text)) if numbers else _named(step, text)
    for row in read:
        key = fold(row["name"]) or row["name"]
        actors[key] = {**actors.get(key, row), "invite": row["invite"]}
    return list(actors.values())


def _named(step: Step, text: str) -> Iterator[Row]:
    names = frozenset(name for option in step.options for name in _names(option))
    lines = _lines(text)
    for line in lines:
        if says_no(line):
            yield from (_actor(step, words, invite) for words, invite in invited(line, names))
            continue
        for item in split_items(line) if len(lines) == 1 else [line]:
            doubt = inviting_words().doubts.match(item)
            said = item[doubt.end() :] if doubt else item
            yield from (_actor(step, one, "vet-inte" if doubt else "ja") for one in apart(said, names))


def _actor(step: Step, text: str, invite: Invite = "ja") -> Row:
    name, words = text, step_words()
    side = words.side_at_end.search(name)
    name = _short(words.side_at_end.sub("", name).strip() or text)
    option = find_option(step, name)
    if option is None and name.isdecimal():
        raise NotUnderstoodError("error_choice")
    stated = side.lastgroup if side else None
    known = (option.side if option else None) or "annan"
    return {"name": option.label if option else name, "side": stated or known, "invite": invite}


def _recipient(step: Step, text: str, existing: Any) -> Row:
    return {"name": _short(" ".join(text.split()))}


def _dates(step: Step, text: str, existing: list[Row] | None) -> list[Row]:
    kinds = tuple(option.id for option in step.options)
    read = read_dates(text, kinds, swedish_day())
    if not read:
        raise NotUnderstoodError("error_date")
    if has_unread(text, swedish_day()):
        raise NotUnderstoodError("error_date_part")
    rows = {row["what"]: row for row in (*(existing or []), *read)}
    return [rows[kind] for kind in kinds if kind in rows]


def _short(text: str) -> str:
    if len(text) > MAX_NAME:
        raise NotUnderstoodError("error_long_name")
    return text


def _review(step: Step, text: str, existing: Any) -> None:
    raise NotUnderstoodError("error_choice")


_PARSERS: dict[FieldKind, Callable[[Step, str, Any], Any]] = {
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.LIST: _list,
    FieldKind.GOALS: _goals,
    FieldKind.ACTORS: _actors,
    FieldKind.RECIPIENT: _recipient,
    FieldKind.DATES: _dates,
    FieldKind.REVIEW: _review,
}
