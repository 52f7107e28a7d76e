"""What is new in the concept bank."""

from collections.abc import Iterable
from dataclasses import dataclass

from actions.content.models import Change, Concept


@dataclass(frozen=True)
class ConceptChange:
    """One line of one concept's change log, and its number in that log from 1."""

    concept: Concept
    change: Change
    number: int


def latest_changes(concepts: Iterable[Concept], at_most: int) -> list[ConceptChange]:
    """Changes of all concepts, the latest first; of the same day, changed concepts before new ones."""
    changes = [
        ConceptChange(concept, change, number)
        for concept in concepts
        for number, change in enumerate(concept.changes, start=1)
    ]
    ordered = sorted(changes, key=lambda one: (one.change.date, one.number), reverse=True)
    return ordered[:at_most]
