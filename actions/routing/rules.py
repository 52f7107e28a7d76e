"""The rule table of `content/routing.yml`: which doors come first in which situation, and why."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, model_validator

from actions.asker.grammar import Voice
from actions.content.frozen import Frozen
from actions.content.models import Side
from actions.content.yaml_files import read_yaml
from actions.routing.hours import OpeningHours, read_hours
from actions.routing.models import Kind

DEFAULT_SITUATION = "allmant"
OWN_CONTACT = "egen-kontakt"
URGENT = "akut"
# Where help is asked of one side only, so that not both can take it.
ONE_SIDED = frozenset({URGENT, "klagomal-kommun", "unga-prata", "socialjour"})
Sides = Literal["kommun", "region", "both"]
Employer = Literal["kommun", "region"]


class RoutingError(ValueError):
    """A rule table that cannot be published."""


class Door(Frozen):
    """How a door is shown, and how a letter names it when that is not its name.

    `phone` is `switchboard` (of the door's side), a kind of regional contact or the id of a support line;
    `else_phone` is a line; `ask_for` is whom to ask a switchboard for.
    """

    id: str
    kind: Kind
    side: Side
    name: str
    addressed: str | None = None
    url: Literal["municipality", "care", "complaint", "line"]
    phone: str | None = None
    else_phone: str | None = None
    ask_for: str | None = None
    note: str | None = None


class DoorInSituation(Frozen):
    """A door as one situation names it; `refused_by` when it is only shown for a no from one of these."""

    door: str
    why: str
    why_if_refused: str | None = None
    refused_by: tuple[Sides, ...] = ()


class Situation(Frozen):
    """One row of the table.

    What to say is put together of `need` and `ask`, or stands whole in `say`; both may hold `{in_place}`.
    `alternative` is for when a door is closed; `voice` who speaks when nothing else is known;
    `letter` whether to write a request helps; `by_region` the door for which the region is enough to know.
    """

    title: str
    voice: Voice = "self"
    without_place: bool = False
    letter: bool = True
    by_region: str | None = None
    doors: tuple[DoorInSituation, ...] = Field(min_length=1)
    child_doors: tuple[DoorInSituation, ...] = ()
    reason: str
    minor_reason: str | None = None
    relative_reason: str | None = None
    staff_reason: str | None = None
    vastra_gotaland: str | None = None
    need: str = ""
    ask: str = ""
    ask_for_other: str = ""
    ask_if_both_refused: str | None = None
    say: str | None = None
    alternative: str
    bring: tuple[str, ...]
    minor_bring: tuple[str, ...] = ()
    avoid: str
    sources: tuple[str, ...] = Field(min_length=1)
    facts: tuple[str, ...]

    @model_validator(mode="after")
    def _can_be_said(self) -> "Situation":
        if not self.say and not (self.need and self.ask and self.ask_for_other):
            raise ValueError(f"{self.title}: neither say nor need, ask and ask_for_other")
        return self


class CareSearch(Frozen):
    """The search for health centres; `checked` when a person has opened five of its addresses."""

    url: str
    checked: bool


class Rules(Frozen):
    """All rules and the phrases that go with contacts; `minor_doors` stand beside the others for a minor.

    `named` is the situation of a door that is asked for by its name, where nothing else tells one.
    """

    reviewed: date
    doors: dict[str, Door]
    phrases: dict[str, str]
    care_search: CareSearch
    aliases: dict[str, str]
    age_groups: dict[str, dict[str, str]]
    complaints: dict[str, str]
    roles: dict[str, Voice]
    voices: dict[Voice, str]
    whom: dict[Voice, str]
    said_with_on: frozenset[str]
    record_sources: dict[str, str]
    hours: dict[str, OpeningHours]
    minor_doors: tuple[DoorInSituation, ...]
    named: dict[str, str]
    situations: dict[str, Situation]

    @model_validator(mode="before")
    @classmethod
    def _with_ids(cls, table: dict[str, Any]) -> dict[str, Any]:
        return {**table, "doors": {key: {**row, "id": key} for key, row in table["doors"].items()}}

    @model_validator(mode="after")
    def _complete(self) -> "Rules":
        for name, situation in self.situations.items():
            listed = {row.door for row in (*situation.doors, *situation.child_doors)}
            unknown = (listed | {row.door for row in self.minor_doors}) - set(self.doors)
            if unknown:
                raise ValueError(f"{name}: unknown door {sorted(unknown)}")
            # Socialtjänstlagen 10 kap. 8 § and HSL 16 kap. 4 §: either side can take the request.
            sides = {self.doors[key].side for key in listed}
            if name not in ONE_SIDED and not {"kommun", "region"} <= sides | self._only_urgent(situation):
                raise ValueError(f"{name}: both kommun and region must be shown")
        by_age = (target for moves in self.age_groups.values() for target in moves.values())
        targets = {*self.aliases.values(), *self.complaints.values(), *by_age, *self.named.values()}
        if targets - set(self.situations):
            raise ValueError(f"unknown situation {sorted(targets - set(self.situations))}")
        for door, name in self.named.items():
            if door not in {row.door for row in self.situations[name].doors}:
                raise ValueError(f"{door}: not a door of {name}")
        return self

    @staticmethod
    def _only_urgent(situation: Situation) -> set[Side]:
        """1177 stands for care where help is needed the same day."""
        return {"region"} if any(row.door == "1177" for row in situation.doors) else set()

    def name_of(self, situation: str, age_group: str | None = None, against: Sides | None = None) -> str:
        """The situation to use, after aliases, age and what a complaint is about. KeyError if unknown."""
        name = self.aliases.get(situation, situation)
        name = self.age_groups.get(age_group or "", {}).get(name, name)
        if name == "klagomal":
            name = self.complaints.get(against or "", name)
        if name not in self.situations:
            raise KeyError(name)
        return name

    def situation_names(self) -> list[str]:
        """Every name that a situation goes by."""
        return [*self.situations, *self.aliases]

    def place_words(self, place: str | None) -> str:
        """The place as it follows "vem" in a sentence: ` i Skövde`, ` på Orust`, nothing when unknown."""
        if not place:
            return ""
        return self.phrases["on_place" if place in self.said_with_on else "in_place"].format(place=place)

    def age_told_by(self, role: str | None) -> str | None:
        """A minor, and the parent of one, ask for a child whatever else they say."""
        return "barn" if self.roles.get((role or "").casefold()) in ("minor", "parent") else None

    def is_child(self, age_group: str | None) -> bool:
        """True for an age group whose contacts are those for children."""
        return self.age_groups.get(age_group or "", {}).get(DEFAULT_SITUATION) == "barn"

    def is_relative(self, role: str | None) -> bool:
        """True for one who is close to the person, and no guardian."""
        return self.roles.get((role or "").casefold()) == "relative"

    def voice_of(self, role: str | None, situation: Situation) -> Voice:
        """Whose words to give. A relative who asks about a child speaks as a parent."""
        voice = self.roles.get((role or "").casefold(), situation.voice)
        return "parent" if voice == "relative" and situation.voice == "parent" else voice


def load_rules(content: Path) -> Rules:
    """Reads `routing.yml` and the opening hours. Raises RoutingError when a rule is incomplete."""
    try:
        table = read_yaml(content / "routing.yml")
        return Rules.model_validate({**table, "hours": read_hours(content)})
    except (ValueError, KeyError, yaml.YAMLError) as error:
        raise RoutingError(f"routing.yml: {error}") from error
