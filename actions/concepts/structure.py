"""What a concept system must keep: terms that name one thing each, and relations without contradiction.

The rules are the integrity conditions of SKOS (W3C 2009, S9–S14 and S27) and of terminology work (ISO 704).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from actions.content.models import Concept, Status
from actions.content.normalise import fold

NAMED = re.compile(r"\*\*([^*]+)\*\* \(([a-z0-9-]+)\)")


def structure_problems(concepts: Iterable[Concept]) -> list[str]:
    """One line a contradiction, in Swedish, for the one who edits the files. Empty when all is well."""
    bank = {concept.id: concept for concept in concepts}
    problems = list(_clashing_names(bank.values()))
    for concept in bank.values():
        problems += [f"{concept.id}: {problem}" for problem in _problems_of(concept, bank)]
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


def _problems_of(concept: Concept, bank: dict[str, Concept]) -> Iterator[str]:
    above = ancestors(concept.id, bank)
    if concept.id in above:
        yield "står över sig självt"
    for other in concept.related:
        if other == concept.id:
            yield "är släkt med sig självt"
        elif other in bank and concept.id not in bank[other].related:
            yield f"{other!r} pekar inte tillbaka"
        if other in above or (other in bank and concept.id in ancestors(other, bank)):
            yield f"{other!r} är både släkt och över- eller underordnat"
    near = {*concept.related, *concept.broader, *(key for key, c in bank.items() if concept.id in c.broader)}
    for _, other in NAMED.findall(concept.differs or ""):
        if other not in near:
            yield f"skiljer sig från {other!r} men är inte släkt med det"
    yield from _status_problems(concept)


def _status_problems(concept: Concept) -> Iterator[str]:
    if (concept.status is Status.REPLACED) != bool(concept.replaced_by):
        yield "ersatt och replaced_by hör ihop"
    if concept.status is Status.UNCERTAIN and "osäker" not in concept.staff.casefold():
        yield "är osäkert men säger inte vad som är osäkert"
    if concept.valid_from and concept.valid_to and str(concept.valid_from) > str(concept.valid_to):
        yield "slutar gälla innan det börjar"
    dates = [change.date for change in concept.changes]
    if dates != sorted(dates) or dates[-1] > concept.reviewed:
        yield "ändringarna ska stå i ordning, och inget är ändrat efter granskningen"


def _clashing_names(concepts: Iterable[Concept]) -> Iterator[str]:
    """A name, however it is spelt, belongs to one concept and stands once."""
    owners: dict[str, list[str]] = {}
    for concept in concepts:
        for name, count in Counter(fold(name) for name in concept.names).items():
            owners.setdefault(name, []).extend([concept.id] * count)
    yield from (
        f"{name!r} står flera gånger: {', '.join(ids)}" for name, ids in owners.items() if len(ids) > 1
    )
