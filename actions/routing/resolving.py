"""From what a person wrote to a municipality, or to the choices when that cannot be told."""

from pydantic import BaseModel, ConfigDict

from actions.routing.directory import Directory
from actions.routing.finding import place_finder
from actions.routing.models import Municipality
from actions.routing.rules import Rules


class Choice(BaseModel):
    """A municipality to choose. `code` has four digits and can be sent back as the place."""

    model_config = ConfigDict(frozen=True)
    code: str
    label: str


class Resolved(BaseModel):
    """The municipalities that may be meant, as codes of four digits.

    `assumed` when the place did not name its municipality outright; `several` when several places were named.
    """

    model_config = ConfigDict(frozen=True)
    codes: tuple[str, ...] = ()
    assumed: bool = False
    several: bool = False

    @property
    def code(self) -> str | None:
        """The municipality, when there is only one."""
        return self.codes[0] if len(self.codes) == 1 else None


def resolve(directory: Directory, place: str | None, postcode: str | None = None) -> Resolved:
    """The place of a name, a free text, a municipality code or a postcode; `postcode` wins over `place`."""
    record = directory.postcode(postcode) if postcode else None
    if record:
        codes = tuple(code for code in (record.municipality_code, record.alternative_code) if code)
        return Resolved(codes=codes, assumed=not record.verified)
    text = (place or "").strip()
    if text in directory.municipalities:
        return Resolved(codes=(text,))
    finder = place_finder(directory)
    named = finder.named(text)
    matches = finder.find(text) or ([named] if named else [])
    return Resolved(
        codes=tuple(dict.fromkeys(code for match in matches for code in match.candidates)),
        assumed=any(not match.exact or match.kind != "kommun" for match in matches),
        several=len({match.candidates for match in matches}) > 1,
    )


def question(rules: Rules, resolved: Resolved, asked: str | None) -> str:
    """What to ask when there is not one municipality."""
    if resolved.codes:
        return rules.phrases["several_places" if resolved.several else "which_place"]
    return rules.phrases["unknown_place" if asked else "ask_place"]


def choices(directory: Directory, rules: Rules, resolved: Resolved) -> list[Choice]:
    """The municipalities to choose between."""
    return [Choice(code=code, label=_label(directory, rules, code)) for code in resolved.codes]


def assumption(rules: Rules, municipality: Municipality | None, resolved: Resolved) -> str | None:
    """Which municipality is taken for granted, when the place did not say it outright."""
    if not municipality or not resolved.assumed:
        return None
    return rules.phrases["assumption"].format(place=municipality.official_name)


def _label(directory: Directory, rules: Rules, code: str) -> str:
    row = directory.municipalities[code]
    county = directory.regions[row.region_code].county
    return rules.phrases["choice"].format(official=row.official_name, county=county)
