"""Finds whom to contact: resolves the place, picks the rule, and fills in the directory's facts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from actions.routing import resolving
from actions.routing.contact_cards import Where, contact_of
from actions.routing.directory import Directory
from actions.routing.hours import is_office_time, now_in_sweden
from actions.routing.models import Contact, HealthCentre, Municipality
from actions.routing.resolving import Choice
from actions.routing.rules import (
    DEFAULT_SITUATION,
    OUTSIDE_WEST_SWEDEN,
    OWN_CONTACT,
    URGENT,
    DoorInSituation,
    Rules,
    Situation,
    load_rules,
)

__all__ = ["Choice", "ContactAnswer", "Rules", "Sides", "find_contacts", "load_rules"]
Sides = Literal["kommun", "region", "both"]
_MOST_CENTRES = 3


class ContactAnswer(BaseModel):
    """Contacts, best first. With `question`, the place is unknown or one of `choices`.

    `assumption` says which municipality is taken for granted when the place did not name it outright;
    `right_now` what is open, outside office hours; `alternative` what to do when a door is closed.
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
    right_now: str | None = None
    reason: str
    say: str
    alternative: str
    bring: list[str]
    avoid: str
    sources: list[str]
    facts: list[str]


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
    has_contact: Sides | None = None,
    refused_by: Sides | None = None,
    now: datetime | None = None,
) -> ContactAnswer:
    """Contacts on both sides. `place` is a name, free text or a municipality code; `postcode` wins over it.

    `health_centre` is an id or words of its name. Whoever the person already knows comes first, and the side
    that refused comes last. Raises KeyError for an unknown situation.
    """
    moment = now or now_in_sweden()
    resolved = resolving.resolve(directory, place, postcode)
    municipality = directory.municipality(resolved.code) if resolved.code else None
    name = _situation(rules.name_of(situation, age_group), municipality, has_contact)
    rule = rules.situations[name]
    where = Where(directory, rules, municipality, _centres(directory, municipality, health_centre), moment)
    doors = rule.child_doors if rule.child_doors and rules.is_child(age_group) else rule.doors
    if name != URGENT:
        doors = _known_first(rules, doors, has_contact)
        doors = tuple(sorted(doors, key=lambda door: door.side == refused_by))
    cards = (card for door in doors for card in contact_of(door, where))
    unclear = municipality is None and name != URGENT
    return ContactAnswer(
        situation=name,
        municipality_code=municipality.code if municipality else None,
        municipality=municipality.name if municipality else None,
        region=directory.regions[municipality.region_code].name if municipality else None,
        contacts=_each_once(cards),
        question=resolving.question(rules, resolved, place or postcode) if unclear else None,
        choices=resolving.choices(directory, rules, resolved) if unclear else [],
        assumption=resolving.assumption(rules, municipality, resolved),
        right_now=None if name == URGENT or is_office_time(moment) else rules.phrases["right_now"],
        **_words(rules, rule, municipality, role),
    )


def _situation(name: str, municipality: Municipality | None, has_contact: Sides | None) -> str:
    if name != DEFAULT_SITUATION:
        return name
    if has_contact:
        return OWN_CONTACT
    return OUTSIDE_WEST_SWEDEN if municipality and not municipality.in_west_sweden else name


def _known_first(
    rules: Rules, doors: tuple[DoorInSituation, ...], has_contact: Sides | None
) -> tuple[DoorInSituation, ...]:
    """The person's own contacts before the other doors (K-01: begin with someone you already know)."""
    if not has_contact:
        return doors
    own = (door for door in rules.situations[OWN_CONTACT].doors if door.kind == OWN_CONTACT)
    return (*(door for door in own if has_contact in ("both", door.side)), *doors)


def _each_once(cards: Iterable[Contact]) -> list[Contact]:
    found: dict[str, Contact] = {}
    for card in cards:
        found.setdefault(card.id, card)
    return list(found.values())


def _centres(
    directory: Directory, municipality: Municipality | None, wanted: str | None
) -> tuple[HealthCentre, ...]:
    if not wanted:
        return ()
    chosen = directory.health_centre(wanted)
    if chosen:
        return (chosen,)
    return tuple(directory.health_centres(municipality.code, wanted)[:_MOST_CENTRES]) if municipality else ()


def _words(
    rules: Rules, rule: Situation, municipality: Municipality | None, role: str | None
) -> dict[str, Any]:
    """The rule's own words, for the person's role and place."""
    local = rule.west_sweden if municipality and municipality.in_west_sweden else None
    for_other = (role or "").casefold() in rules.speaks_for_other
    say = rule.say_for_other if for_other else rule.say
    return {
        "reason": f"{rule.reason} {local}" if local else rule.reason,
        "say": say.format(in_place=rules.place_words(municipality.name if municipality else None)),
        "alternative": rule.alternative,
        "bring": list(rule.bring),
        "avoid": rule.avoid,
        "sources": list(rule.sources),
        "facts": list(rule.facts),
    }
