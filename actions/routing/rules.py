"""The rule table of `content/routing.yml`: which doors come first in which situation, and why."""

from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from actions.content.yaml_files import read_yaml
from actions.routing.hours import OpeningHours, read_hours
from actions.routing.models import Kind, Side

DEFAULT_SITUATION = "allmant"
OWN_CONTACT = "egen-kontakt"
OUTSIDE_WEST_SWEDEN = "utanfor-vg"
URGENT = "akut"


class RoutingError(ValueError):
    """A rule table that cannot be published."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Door(_Frozen):
    """How a kind of door is shown, and how a letter names it when that is not its name.

    `phone` is `switchboard` or the id of a support line.
    """

    kind: Kind
    side: Side
    name: str
    addressed: str | None = None
    url: Literal["municipality", "care", "complaint", "line"]
    phone: str | None = None
    note: str | None = None


class DoorInSituation(_Frozen):
    """A door as one situation names it. `line` is the id of a support line."""

    kind: Kind
    side: Side
    why: str
    name: str | None = None
    line: str | None = None


class Situation(_Frozen):
    """One row of the table. `say` may hold `{in_place}`; `alternative` is for when a door is closed."""

    title: str
    doors: tuple[DoorInSituation, ...] = Field(min_length=1)
    child_doors: tuple[DoorInSituation, ...] = ()
    reason: str
    west_sweden: str | None = None
    say: str
    say_for_other: str
    alternative: str
    bring: tuple[str, ...]
    avoid: str
    sources: tuple[str, ...] = Field(min_length=1)
    facts: tuple[str, ...]


class Rules(_Frozen):
    """All rules and the phrases that go with contacts."""

    reviewed: date
    doors: tuple[Door, ...]
    complaint_lines: dict[str, str]
    phrases: dict[str, str]
    aliases: dict[str, str]
    age_groups: dict[str, dict[str, str]]
    speaks_for_other: frozenset[str]
    said_with_on: frozenset[str]
    record_sources: dict[str, str]
    hours: dict[str, OpeningHours]
    situations: dict[str, Situation]

    @model_validator(mode="after")
    def _complete(self) -> "Rules":
        known = {(door.kind, door.side) for door in self.doors}
        for name, situation in self.situations.items():
            listed = {(door.kind, door.side) for door in (*situation.doors, *situation.child_doors)}
            if listed - known:
                raise ValueError(f"{name}: unknown door {sorted(listed - known)}")
            # Socialtjänstlagen 10 kap. 8 § and HSL 16 kap. 4 §: either side can take the request.
            if name != URGENT and not {"kommun", "region"} <= {side for _, side in listed}:
                raise ValueError(f"{name}: both kommun and region must be shown")
        by_age = (target for moves in self.age_groups.values() for target in moves.values())
        targets = {*self.aliases.values(), *by_age}
        if targets - set(self.situations):
            raise ValueError(f"unknown situation {sorted(targets - set(self.situations))}")
        return self

    def name_of(self, situation: str, age_group: str | None) -> str:
        """The situation to use, after aliases and age. Raises KeyError for an unknown one."""
        name = self.aliases.get(situation, situation)
        name = self.age_groups.get(age_group or "", {}).get(name, name)
        if name not in self.situations:
            raise KeyError(name)
        return name

    def situation_names(self) -> list[str]:
        """Every name that a situation goes by."""
        return [*self.situations, *self.aliases]

    def door(self, listed: DoorInSituation) -> Door:
        """How a listed door is shown."""
        return next(door for door in self.doors if (door.kind, door.side) == (listed.kind, listed.side))

    def place_words(self, place: str | None) -> str:
        """The place as it follows "vem" in a sentence: ` i Skövde`, ` på Orust`, nothing when unknown."""
        if not place:
            return ""
        return self.phrases["on_place" if place in self.said_with_on else "in_place"].format(place=place)

    def is_child(self, age_group: str | None) -> bool:
        """True for an age group whose contacts are those for children."""
        return self.age_groups.get(age_group or "", {}).get(DEFAULT_SITUATION) == "barn"


def load_rules(content: Path) -> Rules:
    """Reads `routing.yml` and the opening hours. Raises RoutingError when a rule is incomplete."""
    try:
        table = read_yaml(content / "routing.yml")
        return Rules.model_validate({**table, "hours": read_hours(content)})
    except (ValueError, yaml.YAMLError) as error:
        raise RoutingError(f"routing.yml: {error}") from error
