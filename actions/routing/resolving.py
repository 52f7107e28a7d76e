"""From what a person wrote to a municipality, or to the choices when that cannot be told."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from actions.content.patterns import any_of
from actions.once import once_a_message
from actions.routing.centre_names import CentreMention, centre_named
from actions.routing.directory import Directory
from actions.routing.finding import place_finder
from actions.routing.models import Municipality, Place
from actions.routing.regions_named import regions_in, without_regions
from actions.routing.rules import Rules

if TYPE_CHECKING:
    from actions.routing.places import PlaceMatch


_POSTCODE = re.compile(r"(?:SE-?)?\d(?:[ -]?\d){4}", re.IGNORECASE)


class Choice(BaseModel):
    """A municipality to choose. `code` has four digits and can be sent back as the place."""

    model_config = ConfigDict(frozen=True)
    code: str
    label: str


class Resolved(BaseModel):
    """The municipalities that may be meant, as codes of four digits.

    `assumed` when the place did not name its municipality outright; `several` when several places were named;
    `abroad` when only another country was. `hospital` is the one that the municipality is taken from, and
    `hospital_sure` that its place is confirmed; `hospitals` are all that are named, wherever the home is.
    `region_code` is the region named when no municipality was. `health_centre` is the id of the one that is
    named; `no_home` when the municipality is only that of a hospital or a health centre.
    """

    model_config = ConfigDict(frozen=True)
    codes: tuple[str, ...] = ()
    assumed: bool = False
    abroad: bool = False
    several: bool = False
    hospital: str = ""
    hospital_sure: bool = False
    hospitals: tuple[str, ...] = ()
    region_code: str = ""
    health_centre: str = ""
    no_home: bool = False

    @property
    def code(self) -> str | None:
        """The municipality, when there is only one."""
        return self.codes[0] if len(self.codes) == 1 else None


@once_a_message
def resolve(directory: Directory, place: str | None, postcode: str | None = None) -> Resolved:
    """The place of a name, a free text, a municipality code or a postcode; `postcode` wins over `place`."""
    written = postcode or (place if place and _POSTCODE.fullmatch(place.strip(" .!")) else None)
    record = directory.postcode(written) if written else None
    if record:
        codes = tuple(code for code in (record.municipality_code, record.alternative_code) if code)
        return Resolved(codes=codes, assumed=not record.verified)
    text = (place or "").strip()
    if text in directory.municipalities:
        return Resolved(codes=(text,))
    centre = centre_named(directory, text)
    if centre is None:
        return _by_places(directory, text)
    # The name of the health centre says where that is, which need not be where the home is.
    return _with_centre(_by_places(directory, f"{text[: centre.start]},{text[centre.end :]}"), centre)


def _with_centre(home: Resolved, centre: CentreMention) -> Resolved:
    """The place with the health centre, when it is the only one of its name there or in the county."""
    if home.codes and not home.no_home:
        here = [row.id for row in centre.centres if row.municipality_code in home.codes]
        counties = {code[:2] for code in home.codes}
        near = here or [row.id for row in centre.centres if row.municipality_code[:2] in counties]
        return home.model_copy(update={"health_centre": near[0] if len(near) == 1 else ""})
    return Resolved(
        codes=tuple(dict.fromkeys(row.municipality_code for row in centre.centres)),
        assumed=True,
        hospitals=home.hospitals,
        health_centre=centre.centres[0].id if len(centre.centres) == 1 else "",
        no_home=True,
    )


def without_places(directory: Directory, text: str) -> str:
    """The words of a text, folded, without the places and regions that they name."""
    left, end = "", 0
    for match in place_finder(directory).find(text):
        left, end = f"{left}{text[end : match.start]} ", match.end
    return without_regions(directory, left + text[end:])


def _homes(directory: Directory, text: str, places: list["PlaceMatch"]) -> list["PlaceMatch"]:
    """Without those where somebody has care or work or moved from, when others are named too."""
    ends = [0, *(match.end for match in places)]
    elsewhere, moved = _elsewhere(directory), _moved_from(directory)
    left = [
        match
        for match, end in zip(places, ends, strict=False)
        if not elsewhere.search(text, end, match.start) and not moved.search(text, 0, match.start)
    ]
    return left or places


@cache
def _elsewhere(directory: Directory) -> re.Pattern[str]:
    words = any_of(directory.place_signs["elsewhere_words"])
    return re.compile(rf"\b{words}\b(?: \w+){{0,2}} $", re.IGNORECASE)


@cache
def _moved_from(directory: Directory) -> re.Pattern[str]:
    signs = directory.place_signs
    moved, before = any_of(signs["moved_words"]), any_of(signs["moved_prepositions"])
    return re.compile(rf"\b{moved}\b[^.]* {before} $", re.IGNORECASE)


def _by_places(directory: Directory, text: str) -> Resolved:
    finder = place_finder(directory)
    named = finder.named(text)
    matches = finder.find(text) or ([named] if named else [])
    homes = _homes(directory, text, [match for match in matches if match.kind != "sjukhus"])
    found = homes or matches
    regions = regions_in(directory, text)
    found = [_within(match, regions) for match in found]
    region = next(iter(regions), "") if not found else ""
    only = [code for code, row in directory.municipalities.items() if region and row.region_code == region]
    if len(only) == 1:
        return Resolved(codes=tuple(only))
    hospital = found[0].text if found and not homes else ""
    known = _hospitals(directory).get(hospital.casefold())
    return Resolved(
        codes=tuple(dict.fromkeys(code for match in found for code in match.candidates)),
        assumed=any(not match.exact or match.kind != "kommun" for match in found),
        several=len({match.candidates for match in found}) > 1,
        abroad=not found and finder.is_abroad(text),
        hospital=known.name if known else hospital[:1].upper() + hospital[1:],
        hospital_sure=known.verified if known else True,
        hospitals=tuple(match.text for match in matches if match.kind == "sjukhus"),
        region_code=region,
        no_home=bool(hospital),
    )


@cache
def _hospitals(directory: Directory) -> dict[str, Place]:
    return {row.name.casefold(): row for row in directory.places if row.kind == "sjukhus"}


def _within(match: "PlaceMatch", regions: set[str]) -> "PlaceMatch":
    """A name on several hands means the one in the region that is named too ("Berga i Kalmar län")."""
    codes = tuple(code for code in match.candidates if code[:2] in regions)
    return replace(match, candidates=codes) if codes and len(match.candidates) > 1 else match


def question(directory: Directory, rules: Rules, resolved: Resolved, asked: str | None) -> str:
    """What to ask when there is not one municipality."""
    if resolved.hospital:
        return rules.phrases["ask_place"]
    if resolved.codes:
        return rules.phrases["several_places" if resolved.several else "which_place"]
    if resolved.region_code:
        region = directory.regions[resolved.region_code].name
        return rules.phrases["which_in_region"].format(region=region)
    if resolved.abroad:
        return rules.phrases["abroad"]
    return rules.phrases["unknown_place" if asked else "ask_place"]


def choices(directory: Directory, rules: Rules, resolved: Resolved) -> list[Choice]:
    """The municipalities to choose between."""
    return [Choice(code=code, label=_label(directory, rules, code)) for code in resolved.codes]


def assumption(rules: Rules, municipality: Municipality | None, resolved: Resolved) -> str | None:
    """Which municipality is taken for granted, when the place did not say it outright."""
    if not municipality or not resolved.assumed:
        return None
    doubt = "" if resolved.hospital_sure else "_unsure"
    phrase = f"assumption_hospital{doubt}" if resolved.hospital else "assumption"
    return rules.phrases[phrase].format(place=municipality.official_name, hospital=resolved.hospital)


def _label(directory: Directory, rules: Rules, code: str) -> str:
    row = directory.municipalities[code]
    county = directory.regions[row.region_code].county
    return rules.phrases["choice"].format(official=row.official_name, county=county)
