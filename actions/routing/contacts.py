"""Finds whom to contact: resolves the place, picks the rule, and fills in the directory's facts."""

from datetime import datetime
from typing import get_args

from pydantic import BaseModel, ConfigDict

from actions.routing import resolving
from actions.routing.contact_cards import Where, contact_of
from actions.routing.directory import Directory
from actions.routing.hours import is_office_time, now_in_sweden
from actions.routing.merging import merged
from actions.routing.models import Contact, HealthCentre, Municipality, RegionalContact, RegionalKind
from actions.routing.query import ContactQuery
from actions.routing.resolving import Choice, Resolved
from actions.routing.rules import (
    DEFAULT_SITUATION,
    OWN_CONTACT,
    URGENT,
    DoorInSituation,
    Rules,
    Sides,
    Situation,
    load_rules,
)
from actions.routing.scripts import what_to_say

__all__ = [
    "Choice",
    "ContactAnswer",
    "ContactQuery",
    "Rules",
    "Sides",
    "find_contacts",
    "load_rules",
    "region_is_enough",
]
_MOST_CENTRES = 3
_FIRST = 2  # the doors that stand open on a card
_COMPLAINT_DOORS = frozenset({"patientnamnd", "ivo"})


class ContactAnswer(BaseModel):
    """Contacts, best first. With `question`, the place is unknown or one of `choices`.

    `assumption` says which municipality is taken for granted when the place did not name it outright;
    `right_now` what is open, outside office hours; `alternative` what to do when a door is closed.
    `routine` is the region's own page about SIP, where one is known, and `routine_title` its name and year;
    `letter` whether writing helps, and `without_place` that the place is nothing to ask for.
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
    routine: str | None = None
    routine_title: str | None = None
    letter: bool = True
    without_place: bool = False
    sources: list[str]
    facts: list[str]


def find_contacts(
    directory: Directory, rules: Rules, query: ContactQuery, now: datetime | None = None
) -> ContactAnswer:
    """Contacts on both sides, whoever the person already knows first and the side that said no last.

    Raises KeyError for an unknown situation.
    """
    moment = now or now_in_sweden()
    resolved = resolving.resolve(directory, query.place, query.postcode)
    place = directory.municipality(resolved.code) if resolved.code else None
    region = directory.regions.get(place.region_code if place else _region_code(resolved, query))
    name = _name(rules, query)
    rule = rules.situations[name]
    where = Where(
        directory,
        rules,
        place,
        region,
        _centres(directory, place, query.health_centre or resolved.health_centre),
        moment,
    )
    doors = _with_minors(rules, rule, _doors(rules, rule, name, query), query)
    cards = [card for door in doors for card in contact_of(door, where)]
    asked = query.place or query.postcode
    enough = name == URGENT or rule.without_place or region_is_enough(directory, rules, query)
    unclear = place is None and not enough
    routine = directory.regional("sip_routine", place.region_code, place) if place else None
    return ContactAnswer(
        situation=name,
        municipality_code=place.code if place else None,
        municipality=place.name if place else None,
        region=region.name if region else None,
        contacts=merged(cards, rules.phrases["also"]),
        question=resolving.question(directory, rules, resolved, asked) if unclear else None,
        choices=resolving.choices(directory, rules, resolved) if unclear else [],
        assumption=resolving.assumption(rules, place, resolved),
        right_now=None if name == URGENT or is_office_time(moment) else rules.phrases["right_now"],
        reason=_reason(rules, rule, place, query),
        say=what_to_say(rules, rule, query, place.name if place else None),
        alternative=rule.alternative,
        bring=_bring(rules, rule, query),
        avoid=rule.avoid,
        routine=routine.url if routine else None,
        routine_title=_dated(routine) if routine else None,
        letter=rule.letter,
        without_place=rule.without_place,
        sources=list(rule.sources),
        facts=list(rule.facts),
    )


def region_is_enough(directory: Directory, rules: Rules, query: ContactQuery) -> bool:
    """True when the door asked for is known without the municipality: the nation's, or the region's own."""
    door = rules.doors.get(query.wants or rules.situations[_name(rules, query)].by_region or "")
    if door is None or door.url == "municipality":
        return False
    kind = next((kind for kind in get_args(RegionalKind) if kind == door.phone), None)
    code = _region_code(resolving.resolve(directory, query.place), query)
    return kind is None or directory.regional(kind, code) is not None


def _region_code(resolved: Resolved, query: ContactQuery) -> str:
    return resolved.region_code or query.region or ""


def _name(rules: Rules, query: ContactQuery) -> str:
    """The situation by all that is told; that of a door asked for by name where nothing else tells one."""
    age = query.age_group or rules.age_told_by(query.role)
    said = query.situation
    if query.wants and said == DEFAULT_SITUATION:
        said = rules.named.get(query.wants, said)
    return _situation(rules.name_of(said, age, query.refused_by), query)


def _dated(routine: RegionalContact) -> str:
    return f"{routine.name} ({routine.as_of[:4]})" if routine.as_of else routine.name


def _situation(name: str, query: ContactQuery) -> str:
    return OWN_CONTACT if name == DEFAULT_SITUATION and query.has_contact else name


def _doors(rules: Rules, rule: Situation, name: str, query: ContactQuery) -> list[DoorInSituation]:
    """The doors in order: those the person knows (K-01), the others, and last the one who said no.

    Staff have the other side first.
    """
    for_child = rule.child_doors and rules.is_child(query.age_group or rules.age_told_by(query.role))
    listed = rule.child_doors if for_child else rule.doors
    if name == URGENT:
        return list(listed)
    doors = [row for row in listed if not row.refused_by or _may_be(query.refused_by, row.refused_by)]
    doors = sorted(doors, key=lambda row: row.door != query.wants)
    against = name in ("nekad", *rules.complaints.values())
    if query.has_contact and not against:
        doors = [*(known := _known(rules, query.has_contact)), *(row for row in doors if row not in known)]
    if query.works_for and not against:
        doors = sorted(doors, key=lambda row: rules.doors[row.door].side == query.works_for)
    if name != "nekad" or not query.refused_by:
        return doors
    refusing = [row for row in doors if _refused(rules, row, query.refused_by)]
    told = [row.model_copy(update={"why": row.why_if_refused or row.why}) for row in refusing]
    return [*(row for row in doors if row not in refusing), *told]


def _with_minors(
    rules: Rules, rule: Situation, doors: list[DoorInSituation], query: ContactQuery
) -> list[DoorInSituation]:
    """A minor sees somebody to talk to beside the two first doors, whatever it is about."""
    if rules.voice_of(query.role, rule) != "minor":
        return doors
    listed = {row.door for row in doors}
    added = [row for row in rules.minor_doors if row.door not in listed]
    return [*doors[:_FIRST], *added, *doors[_FIRST:]]


def _known(rules: Rules, side: Sides) -> list[DoorInSituation]:
    """The person's own contacts on a side, or on both."""
    own = (row for row in rules.situations[OWN_CONTACT].doors if rules.doors[row.door].kind == OWN_CONTACT)
    return [row for row in own if side in ("both", rules.doors[row.door].side)]


def _may_be(said: Sides | None, wanted: tuple[Sides, ...]) -> bool:
    return said is None or said in wanted


def _refused(rules: Rules, row: DoorInSituation, refused_by: Sides) -> bool:
    door = rules.doors[row.door]
    return door.kind not in _COMPLAINT_DOORS and refused_by in ("both", door.side)


def _centres(
    directory: Directory, municipality: Municipality | None, wanted: str | None
) -> tuple[HealthCentre, ...]:
    if not wanted:
        return ()
    chosen = directory.health_centre(wanted)
    if chosen:
        return (chosen,)
    return tuple(directory.health_centres(municipality.code, wanted)[:_MOST_CENTRES]) if municipality else ()


def _bring(rules: Rules, rule: Situation, query: ContactQuery) -> list[str]:
    minor = rules.voice_of(query.role, rule) == "minor"
    return list((minor and rule.minor_bring) or rule.bring)


def _reason(rules: Rules, rule: Situation, place: Municipality | None, query: ContactQuery) -> str:
    minor = rules.voice_of(query.role, rule) == "minor" and rule.minor_reason
    local = rule.vastra_gotaland if place and place.in_vastra_gotaland else None
    relative = query.whom and rules.is_relative(query.role) and rule.relative_reason
    staff = rules.voice_of(query.role, rule) == "professional" and rule.staff_reason
    reason = minor or staff or relative or rule.reason
    return f"{reason} {local}" if local else reason
