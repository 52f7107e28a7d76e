"""The same messages of danger, distress and calm alone and at the steps of the tasks: is each met alike?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.tools.evaluation.danger import Met, Weighed, danger_measures, met

Send = Callable[
    [str, str, Mapping[str, str] | None], list[dict[str, Any]]
]  # key, message, context → the reply
_SHORT = ("crisis", "112", "care", "calm: crisis", "calm: care")  # in the order of the measures


@dataclass(frozen=True)
class Place:
    """A step of a task. `opened_by`: what is said to come there; `card`: task and step of an open card."""

    name: str
    opened_by: tuple[str, ...] = ()
    card: tuple[str, str] | None = None

    @property
    def context(self) -> Mapping[str, str] | None:
        """What a client with cards tells beside a message; None for one without."""
        return dict(zip(("task", "step"), self.card, strict=True)) if self.card else None


ALONE = Place("alone")
_LETTER, _SHEET, _CONTACT = ("/skriva-begaran", "1"), ("/forbereda-mote", "1"), ("/hitta-kontakt",)
PLACES = (
    ALONE,
    Place("contact: place", _CONTACT),
    Place("contact: situation", (*_CONTACT, "Skövde")),
    Place("letter: who", _LETTER[:1]),
    Place("letter: what is hard", (*_LETTER, '/steg{"steg": "draft.situation"}')),
    Place("letter: goals", (*_LETTER, '/steg{"steg": "draft.goals"}')),
    Place("sheet: who", _SHEET[:1]),
    Place("sheet: what matters", (*_SHEET, '/steg{"steg": "prepare.matters"}')),
    Place("card: goals", card=("draft", "goals")),
    Place("card: what matters", card=("prepare", "matters")),
)


def sample(rows: Sequence[Weighed], of_each: int) -> list[Weighed]:
    """At most so many messages of each label, spread evenly over the rows."""
    own = [[row for row in rows if row.expect == label] for label in ("kris", "care", "calm")]
    return [
        rows_of_label[place * len(rows_of_label) // count]
        for rows_of_label in own
        for count in [min(of_each, len(rows_of_label))]
        for place in range(count)
    ]


def met_at(place: Place, row: Weighed, send: Send, key: str) -> Met:
    """How a message is met that is said when the place has been reached."""
    for words in place.opened_by:
        send(key, words, None)
    return met(row, send(key, row.text, place.context))


def places_table(found: Mapping[Place, Sequence[Met]]) -> str:
    """A line of measures for each place, in percent."""
    lines = [f"{'':<22}" + "".join(f"{name:>14}" for name in _SHORT)]
    for place, rows in found.items():
        values = danger_measures(rows).values()
        lines.append(f"{place.name:<22}" + "".join(f"{value:>12.1f} %" for value in values))
    return "\n".join(lines)


def otherwise_than_alone(found: Mapping[Place, Sequence[Met]]) -> str:
    """Every message that is met more lightly, when heavy, or more heavily, when calm, than it is alone."""
    return "\n".join(
        f"  {place.name}, {one.row.expect} {one.row.kind}: {one.row.text}"
        for place, rows in found.items()
        for one, alone in zip(rows, found[ALONE], strict=True)
        if _worse(one, alone)
    )


def _worse(one: Met, alone: Met) -> bool:
    if one.row.expect == "kris":
        return (one.crisis, one.emergency_number) < (alone.crisis, alone.emergency_number)
    return alone.rightly and not one.rightly
