"""The fact base: everything the texts rest on, each fact with its status, kind and sources."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from actions.content.frozen import Frozen
from actions.content.models import Status
from actions.content.yaml_files import read_yaml


class Certainty(StrEnum):
    """How sure a fact is. NO_RULE: the laws were read and hold no rule, which is an answer too."""

    CURRENT = "gäller"
    REPLACED = "ersatt"
    UNCERTAIN = "osäker"
    NO_RULE = "ingen regel"

    @property
    def needs_hedge(self) -> bool:
        """True when a text that rests on the fact must say so, or say whom to ask."""
        return self in (Certainty.UNCERTAIN, Certainty.NO_RULE)


class Kind(StrEnum):
    """What a fact is; INFERENCE is our reading of the law, for a lawyer to settle."""

    LAW = "lag"
    PRACTICE = "praxis"
    ADVICE = "råd"
    FIGURE = "siffra"
    HISTORY = "historia"
    INFERENCE = "slutsats"


class Fact(Frozen):
    """One fact: what is said, how sure it is, and the sources it rests on, if any."""

    status: Certainty
    kind: Kind
    sources: tuple[str, ...]
    claim: str


@dataclass(frozen=True)
class FactBase:
    """All facts, by id."""

    facts: dict[str, Fact]

    @property
    def law(self) -> dict[str, Fact]:
        """The facts that are law, or our reading of it."""
        kinds = (Kind.LAW, Kind.INFERENCE)
        return {key: fact for key, fact in self.facts.items() if fact.kind in kinds}

    def sources_of(self, facts: tuple[str, ...]) -> tuple[str, ...]:
        """The sources of some facts, each once, in the order of the facts. Unknown ids have none."""
        found = (source for key in facts if key in self.facts for source in self.facts[key].sources)
        return tuple(dict.fromkeys(found))

    def status_of(self, key: str) -> Status | None:
        """A fact's status as a reader is told it; None when the id is unknown."""
        fact = self.facts.get(key)
        if fact is None:
            return None
        return Status.UNCERTAIN if fact.status.needs_hedge else Status(fact.status)


def read_facts(content: Path) -> FactBase:
    """Reads `content/facts.yml`. Raises ValidationError or KeyError when it is not whole."""
    raw = read_yaml(content / "facts.yml")
    facts = {key: Fact.model_validate(row) for key, row in raw["facts"].items()}
    return FactBase(facts)
