"""Health centres named in a text: "Närhälsan Landvetter", "Kronoparkens vårdcentral", "vc Lundby"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from actions.content.text import fold
from actions.routing.directory import Directory
from actions.routing.models import HealthCentre

_AS_NAMED, _SHORTENED = range(2)
_LONGEST = 9  # words of a name
_LONG = 8  # letters of a name of one word


@dataclass(frozen=True)
class CentreMention:
    """Where a text names a health centre, and which it may be; several when many go by that name."""

    start: int
    end: int
    centres: tuple[HealthCentre, ...]


def centre_named(directory: Directory, text: str) -> CentreMention | None:
    """The health centre that a text names, by the longest name; "vårdcentralen i Tibro" is no name."""
    forms, words = _forms(directory), list(re.finditer(r"\w+", text))
    folded = [fold(word.group()) for word in words]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            found = forms.get(" ".join(folded[first : first + length]))
            if found:
                last = words[first + length - 1]
                return CentreMention(words[first].start(), last.end(), found)
    return None


@cache
def _forms(directory: Directory) -> dict[str, tuple[HealthCentre, ...]]:
    """Every way to write every name, and the centres that it fits best."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    centres = {centre.id: centre for centre in directory.all_health_centres()}
    for centre in centres.values():
        for form, rank in _ways_to_write(directory, centre):
            found[form][centre.id] = min(rank, found[form].get(centre.id, rank))
    return {
        form: tuple(centres[key] for key, rank in ranks.items() if rank == min(ranks.values()))
        for form, ranks in found.items()
    }


def _ways_to_write(directory: Directory, centre: HealthCentre) -> Iterator[tuple[str, int]]:
    """The name, with and without its town; and its own words beside "vårdcentralen" or its chain."""
    signs, chains, small = (
        {fold(word) for word in directory.place_signs[sign]}
        for sign in ("centre_words", "centre_chains", "centre_small_words")
    )
    town = fold(directory.municipalities[centre.municipality_code].name)
    whole, named = fold(centre.name), fold(centre.name.split(",")[0])
    words = [word for word in named.split() if word not in small]
    own = " ".join(word for word in words if word not in signs | chains)
    own = own.removesuffix(f" {town}")
    if not own:  # "Din vårdcentral" is a name, and what people say of any.
        return
    yield from ((form, _AS_NAMED) for form in (whole, named) if " " in form or len(form) >= _LONG)
    chain = " ".join(word for word in words if word in chains)
    if chain:
        beside = (f"{chain} {own}", f"{chain} i {own}")
        with_sign = (form for sign in signs for form in (f"{chain} {sign} {own}", f"{chain} {own} {sign}"))
        yield from ((form, _SHORTENED) for form in (*beside, *with_sign))
    for core in {own, own.removesuffix("s")}:
        # "Tibro vårdcentral" may be any in the town, and "Bro vårdcentral" may be in another Bro.
        if _places(directory).get(core, frozenset()) <= {centre.municipality_code}:
            for sign in signs:
                yield from (
                    (form, _SHORTENED) for form in (f"{sign} {core}", f"{core} {sign}", f"{core}s {sign}")
                )


@cache
def _places(directory: Directory) -> dict[str, frozenset[str]]:
    """Where the places of a name are. A municipality's name is nobody's own."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in directory.places:
        found[fold(place.name)].add(place.municipality_code)
    for row in directory.municipalities.values():
        found[fold(row.name)].add("")
    return {name: frozenset(codes) for name, codes in found.items()}
