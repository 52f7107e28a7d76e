"""Finds whom to contact: resolves the place, picks the rule, and fills in the directory's facts."""

from pydantic import BaseModel, ConfigDict

from actions.routing.contact_cards import Where, contact_of
from actions.routing.directory import Directory
from actions.routing.models import Contact, HealthCentre, Municipality
from actions.routing.places import place_finder
from actions.routing.rules import DEFAULT_SITUATION, OUTSIDE_WEST_SWEDEN, URGENT, Rules, Situation, load_rules

__all__ = ["Choice", "ContactAnswer", "Rules", "find_contacts", "load_rules"]
_MOST_CENTRES = 3


class Choice(BaseModel):
    """A municipality to choose. `code` has four digits and can be sent back as the place."""

    model_config = ConfigDict(frozen=True)
    code: str
    label: str


class ContactAnswer(BaseModel):
    """Contacts, best first. With `question`, the place is unknown or one of `choices`.

    `assumption` says which municipality is taken for granted when the place did not name it outright.
    """

    model_config = ConfigDict(frozen=True)
    situation: str
    municipality_code: str | None = None
    municipality: str | None = None
    region: str | None = None
    contacts: list[Contact]
    question: str | None = None
    choices: list[Choice] = []
    assumption: str | None = None
    reason: str
    say: str
    bring: list[str]
    avoid: str
    sources: list[str]
    facts: list[str]


class _Resolved(BaseModel):
    codes: tuple[str, ...] = ()
    assumed: bool = False


def find_contacts(
    directory: Directory,
    rules: Rules,
    *,
    place: str | None,
    postcode: str | None,
    situation: str = DEFAULT_SITUATION,
    age_group: str | None = None,
    role: str | None = None,
    health_centre: str | None = None,
) -> ContactAnswer:
    """Contacts on both sides. `place` is a name, free text or a municipality code; `postcode` wins over it.

    `health_centre` is an id or words of its name. Raises KeyError for an unknown situation.
    """
    name = rules.name_of(situation, age_group)
    resolved = _resolve(directory, place, postcode)
    municipality = directory.municipality(resolved.codes[0]) if len(resolved.codes) == 1 else None
    if name == DEFAULT_SITUATION and municipality and not municipality.in_west_sweden:
        name = OUTSIDE_WEST_SWEDEN
    rule = rules.situations[name]
    where = Where(directory, rules, municipality, _centres(directory, municipality, health_centre))
    doors = rule.child_doors if rule.child_doors and rules.is_child(age_group) else rule.doors
    cards = (card for door in doors for card in contact_of(door, where))
    return ContactAnswer(
        situation=name,
        municipality_code=municipality.code if municipality else None,
        municipality=municipality.name if municipality else None,
        region=directory.regions[municipality.region_code].name if municipality else None,
        contacts=list({card.id: card for card in cards}.values()),
        question=None if municipality or name == URGENT else _question(rules, resolved, place or postcode),
        choices=[] if municipality or name == URGENT else _choices(directory, rules, resolved.codes),
        assumption=_assumption(rules, municipality, resolved),
        **_words(rules, rule, municipality, role),
    )


def _resolve(directory: Directory, place: str | None, postcode: str | None) -> _Resolved:
    if postcode and (record := directory.postcode(postcode)):
        codes = tuple(code for code in (record.municipality_code, record.alternative_code) if code)
        return _Resolved(codes=codes, assumed=not record.verified)
    text = (place or "").strip()
    if text in directory.municipalities:
        return _Resolved(codes=(text,))
    finder = place_finder(directory)
    named = finder.named(text)
    matches = finder.find(text) or ([named] if named else [])
    codes = tuple(dict.fromkeys(code for match in matches for code in match.candidates))
    return _Resolved(codes=codes, assumed=any(not match.exact or match.kind != "kommun" for match in matches))


def _centres(
    directory: Directory, municipality: Municipality | None, wanted: str | None
) -> tuple[HealthCentre, ...]:
    if not wanted:
        return ()
    chosen = directory.health_centre(wanted)
    if chosen:
        return (chosen,)
    return tuple(directory.health_centres(municipality.code, wanted)[:_MOST_CENTRES]) if municipality else ()


def _question(rules: Rules, resolved: _Resolved, asked: str | None) -> str:
    if resolved.codes:
        return rules.phrases["which_place"]
    return rules.phrases["unknown_place" if asked else "ask_place"]


def _choices(directory: Directory, rules: Rules, codes: tuple[str, ...]) -> list[Choice]:
    found = [directory.municipalities[code] for code in codes]
    return [
        Choice(
            code=row.code,
            label=rules.phrases["choice"].format(
                official=row.official_name, county=directory.regions[row.region_code].county
            ),
        )
        for row in found
    ]


def _assumption(rules: Rules, municipality: Municipality | None, resolved: _Resolved) -> str | None:
    if not municipality or not resolved.assumed:
        return None
    return rules.phrases["assumption"].format(place=municipality.official_name)


def _words(
    rules: Rules, rule: Situation, municipality: Municipality | None, role: str | None
) -> dict[str, str | list[str]]:
    """The rule's own words, for the person's role and place."""
    local = rule.west_sweden if municipality and municipality.in_west_sweden else None
    for_other = (role or "").casefold() in rules.speaks_for_other
    place = municipality.name if municipality else ""
    return {
        "reason": f"{rule.reason} {local}" if local else rule.reason,
        "say": (rule.say_for_other if for_other else rule.say).format(place=place),
        "bring": list(rule.bring),
        "avoid": rule.avoid,
        "sources": list(rule.sources),
        "facts": list(rule.facts),
    }
