"""The page for a lawyer: every open question about law stands there, as the list of facts says it."""

import re
from collections.abc import Iterator
from pathlib import Path

from actions.content.facts import Certainty, FactBase, Kind
from actions.content.problems import Problem, problem
from actions.settings import ROOT

PAGE = ROOT / "docs" / "lawyer.md"
_ROW = re.compile(r"^- `([A-Z]+-\d+)` \([^)]*\) (.*?) \*\*Kontrollera:\*\* ", re.MULTILINE)


def open_questions(facts: FactBase) -> dict[str, str]:
    """The claims that a lawyer must settle: uncertain, no rule found, or our own reading of the law."""
    return {
        key: fact.claim
        for key, fact in facts.facts.items()
        if fact.status in (Certainty.UNCERTAIN, Certainty.NO_RULE) or fact.kind is Kind.INFERENCE
    }


def lawyer_problems(facts: FactBase, page: Path = PAGE) -> Iterator[Problem]:
    """Open questions that the page lacks, and rows that say something else than the list of facts."""
    rows = dict(_ROW.findall(page.read_text(encoding="utf-8")))
    for key in open_questions(facts):
        if key not in rows:
            yield problem(page.name, "not_for_lawyer", fact=key)
    for key, said in rows.items():
        if key not in facts.facts:
            yield problem(page.name, "unknown_fact", fact=key)
        elif said != facts.facts[key].claim:
            yield problem(page.name, "lawyer_differs", fact=key, claim=facts.facts[key].claim)
