"""The same claim is said the same way everywhere, and what is no longer or never was true nowhere."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field

from actions.content.facts import FactBase
from actions.content.frozen import Frozen
from actions.content.plain_language import sentences
from actions.content.problems import Problem, problem
from actions.content.yaml_files import read_yaml
from actions.publishing.checks.texts import Text

_FILE = "language/claims.yml"


class Claim(Frozen):
    """How a fact is said: `about` finds the sentences, which need one of `say`; none may match `never`."""

    fact: str
    about: re.Pattern[str] | None = None
    say: tuple[str, ...] = Field(default=())
    never: tuple[re.Pattern[str], ...] = Field(default=())


def read_claims(content: Path) -> tuple[Claim, ...]:
    """The rows of `content/language/claims.yml`. Raises ValidationError when one cannot be read."""
    rows = read_yaml(content / _FILE)["claims"]
    return tuple(Claim.model_validate(_ignoring_case(row)) for row in rows)


def said_otherwise(texts: Iterable[Text], claims: Iterable[Claim]) -> Iterator[Problem]:
    """Sentences about a claim that neither have its words nor stand beside a sentence that has them."""
    claims = tuple(claims)
    for text in texts:
        parts = sentences(text.words)
        for index, part in enumerate(parts):
            near = " ".join(parts[max(index - 1, 0) : index + 2]).casefold()
            for claim in claims:
                about = claim.about and claim.about.search(part)
                if about and not any(word.casefold() in near for word in claim.say):
                    words = ", ".join(claim.say)
                    yield problem(text.where, "said_otherwise", found=about[0], fact=claim.fact, words=words)


def against_facts(texts: Iterable[Text], claims: Iterable[Claim], facts: FactBase) -> Iterator[Problem]:
    """Sentences that say what a fact contradicts."""
    nevers = [(claim.fact, pattern) for claim in claims for pattern in claim.never]
    for text in texts:
        for part in sentences(text.words):
            for fact, pattern in nevers:
                if found := pattern.search(part):
                    claim = facts.facts[fact].claim
                    yield problem(text.where, "against_facts", found=found[0], fact=fact, claim=claim)


def unknown_claims(claims: Iterable[Claim], facts: FactBase) -> Iterator[Problem]:
    """Rows about a fact that the list does not have."""
    for claim in claims:
        if claim.fact not in facts.facts:
            yield problem(_FILE, "unknown_fact", fact=claim.fact)


def _ignoring_case(row: dict[str, object]) -> dict[str, object]:
    """The row with its patterns made to match capitals too."""
    about, never = row.get("about"), row.get("never")
    compiled = {
        "about": re.compile(str(about), re.IGNORECASE) if about else None,
        "never": [re.compile(str(each), re.IGNORECASE) for each in never] if isinstance(never, list) else [],
    }
    return row | compiled
