"""The forms a place name is written in, and which municipalities each form may mean."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from actions.content.text import fold
from actions.routing.directory import Directory
from actions.routing.models import VASTRA_GOTALAND

PlaceKind = Literal["kommun", "ort", "postnummer", "sjukhus"]
AS_WRITTEN, DERIVED = range(2)
_SHORTEST_MISSPELT = 5


@dataclass(frozen=True)
class Form:
    """A written form, in lower case. `others` are same-named places in municipalities less likely meant."""

    kind: PlaceKind
    candidates: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass
class _Meanings:
    municipalities: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    hospitals: dict[str, int] = field(default_factory=dict)


def place_forms(directory: Directory) -> dict[str, Form]:
    """Every known form of every municipality and place: as written, genitive, without accents, joined."""
    found: dict[str, _Meanings] = defaultdict(_Meanings)
    for code, municipality in directory.municipalities.items():
        for name in (municipality.name, municipality.official_name):
            for form, rank in _forms(name):
                _lower(found[form].municipalities, code, rank)
    for place in directory.places:
        for form, rank in _forms(place.name):
            meanings = found[form]
            tables = {"alias": meanings.municipalities, "sjukhus": meanings.hospitals}
            _lower(tables.get(place.kind, meanings.places), place.municipality_code, rank)
    return {text: _form(meanings) for text, meanings in found.items()}


def misspelling_targets(directory: Directory) -> dict[str, Form]:
    """Accentless names a misspelt word is compared with: municipalities, and places in county 14."""
    targets: dict[str, _Meanings] = defaultdict(_Meanings)
    for place in directory.places:
        west = place.municipality_code.startswith(VASTRA_GOTALAND) and place.kind != "sjukhus"
        if west and len(place.name) > _SHORTEST_MISSPELT:
            targets[fold(place.name)].places[place.municipality_code] = AS_WRITTEN
    for code, municipality in directory.municipalities.items():
        if len(municipality.name) >= _SHORTEST_MISSPELT:
            targets[fold(municipality.name)].municipalities[code] = AS_WRITTEN
    return {text: _form(meanings) for text, meanings in targets.items()}


def genitive(name: str) -> str:
    """The genitive, in lower case: `Kungälv` gives `kungälvs`, `Borås` stays `borås`."""
    lower = name.lower()
    return lower if lower[-1] in "sxz" else f"{lower}s"


def _forms(name: str) -> Iterator[tuple[str, int]]:
    written = {name.lower(): AS_WRITTEN}
    for joined in (name.lower().replace("-", " "), name.lower().replace("-", "").replace(" ", "")):
        written.setdefault(joined, DERIVED)
    for text, rank in written.items():
        yield text, rank
        yield from (
            (form, DERIVED) for form in (genitive(text), _accentless(text), _accentless(genitive(text)))
        )


def _accentless(text: str) -> str:
    return text.translate(str.maketrans("åäöéü", "aaoeu"))


def _lower(ranks: dict[str, int], code: str, rank: int) -> None:
    ranks[code] = min(rank, ranks.get(code, rank))


def _form(meanings: _Meanings) -> Form:
    """A municipality's own name wins; a name that is only nearly a municipality's is asked about."""
    if meanings.hospitals and not meanings.municipalities and not meanings.places:
        return Form("sjukhus", _ordered([*meanings.hospitals]))
    best = min((*meanings.municipalities.values(), *meanings.places.values()))
    owners = [code for code, rank in meanings.municipalities.items() if rank == best]
    if owners:
        others = [code for code in meanings.places if code not in owners]
        return Form("kommun", _ordered(owners), _ordered(others))
    codes = [code for code, rank in meanings.places.items() if rank == best]
    return Form("ort", _ordered([*codes, *meanings.municipalities]))


def _ordered(codes: list[str]) -> tuple[str, ...]:
    """Västra Götaland first, then by code; each once."""
    return tuple(sorted(dict.fromkeys(codes), key=lambda code: (not code.startswith(VASTRA_GOTALAND), code)))
