"""What a concept system must keep: terms that name one thing each, and relations without contradiction.

The rules are the integrity conditions of SKOS (W3C 2009, S9–S14 and S27) and of terminology work (ISO 704).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from actions.content.models import Concept, Status
from actions.content.problems import Problem, problem
from actions.content.text import fold

NAMED = re.compile(r"\*\*([^*]+)\*\* \(([a-z0-9-]+)\)")


def structure_problems(concepts: Iterable[Concept]) -> list[Problem]:
    """A problem for each contradiction. Empty when all is well."""
    bank = {concept.id: concept for concept in concepts}
    problems = list(_clashing_names(bank.values()))
    for concept in bank.values():
        problems += _problems_of(concept, bank)
    return problems


def ancestors(concept_id: str, bank: dict[str, Concept]) -> set[str]:
    """Every concept above this one. Holds the concept itself when the hierarchy has a cycle."""
    above: set[str] = set()
    waiting = list(bank[concept_id].broader)
    while waiting:
        key = waiting.pop()
        if key not in above and key in bank:
            above.add(key)
            waiting += bank[key].broader
    return above


def _problems_of(concept: Concept, bank: dict[str, Concept]) -> Iterator[Problem]:
    above = ancestors(concept.id, bank)
    if concept.id in above:
        yield problem(concept.id, "above_itself")
    for other in concept.related:
        if other == concept.id:
            yield problem(concept.id, "related_to_itself")
        elif other in bank and concept.id not in bank[other].related:
            yield problem(concept.id, "not_mutual", other=other)
        if other in above or (other in bank and concept.id in ancestors(other, bank)):
            yield problem(concept.id, "related_and_broader", other=other)
    near = {*concept.related, *concept.broader, *(key for key, c in bank.items() if concept.id in c.broader)}
    for _, other in NAMED.findall(concept.differs or ""):
        if other not in near:
            yield problem(concept.id, "differs_from_stranger", other=other)
    yield from _status_problems(concept)


def _status_problems(concept: Concept) -> Iterator[Problem]:
    if (concept.status is Status.REPLACED) != bool(concept.replaced_by):
        yield problem(concept.id, "replaced_without")
    if concept.status is Status.UNCERTAIN and "osäker" not in concept.staff.casefold():
        yield problem(concept.id, "unsaid_doubt")
    if concept.valid_from and concept.valid_to and str(concept.valid_from) > str(concept.valid_to):
        yield problem(concept.id, "ends_before_start")
    dates = [change.date for change in concept.changes]
    if dates != sorted(dates) or dates[-1] > concept.reviewed:
        yield problem(concept.id, "change_order")


def _clashing_names(concepts: Iterable[Concept]) -> Iterator[Problem]:
    """A name, however it is spelt, belongs to one concept and stands once."""
    owners: dict[str, list[str]] = {}
    for concept in concepts:
        for name, count in Counter(fold(name) for name in concept.names).items():
            owners.setdefault(name, []).extend([concept.id] * count)
    yield from (
        problem(ids[0], "clashing_names", name=name, others=", ".join(ids))
        for name, ids in owners.items()
        if len(ids) > 1
    )
