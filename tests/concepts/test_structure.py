"""The concept bank says one thing in one place, and nothing against itself."""

from datetime import date
from typing import Any

import pytest

from actions.concepts.structure import structure_problems
from actions.content.models import Concept
from actions.publishing.checks.limits import too_hard
from actions.publishing.checks.texts import Form, Text
from actions.publishing.store import Store


def concept(name: str, **more: Any) -> Concept:
    fields: dict[str, Any] = {
        "id": name,
        "term": name,
        "group": "grunder",
        "status": "gäller",
        "short": "Kort.",
        "staff": "För personal.",
        "reviewed": date(2026, 1, 2),
        "review_after": date(2027, 1, 2),
        "changes": ({"date": date(2026, 1, 1), "note": "Ny."},),
    }
    return Concept.model_validate(fields | more)


def test_the_published_bank_has_no_contradiction(store: Store) -> None:
    assert structure_problems(store.concepts.values()) == []
    assert len(store.concepts) >= 60


@pytest.mark.parametrize(
    ("bank", "problem"),
    [
        ([concept("a", broader=("b",)), concept("b", broader=("a",))], "above_itself"),
        ([concept("a", related=("b",)), concept("b")], "not_mutual"),
        ([concept("a", related=("a",))], "related_to_itself"),
        (
            [concept("a", broader=("b",), related=("c",)), concept("b", broader=("c",)),
             concept("c", related=("a",))],
            "related_and_broader",
        ),
        ([concept("a", synonyms=("B",)), concept("b")], "clashing_names"),
        ([concept("a", synonyms=("gå",), search_forms=("ga",))], "clashing_names"),
        ([concept("a", differs="- **B** (b): annat."), concept("b")], "differs_from_stranger"),
        ([concept("a", status="ersatt")], "replaced_without"),
        ([concept("a", status="osäker")], "unsaid_doubt"),
        ([concept("a", valid_from=2021, valid_to=date(2020, 12, 31))], "ends_before_start"),
        ([concept("a", reviewed=date(2025, 1, 1))], "change_order"),
    ],
)  # fmt: skip
def test_a_contradiction_is_told_to_the_editor(bank: list[Concept], problem: str) -> None:
    assert problem in {found.key for found in structure_problems(bank)}


def test_every_definition_is_as_plain_as_a_chat_answer(store: Store) -> None:
    texts = [Text(one.id, Form.CONCEPT, one.short) for one in store.concepts.values()]
    assert [str(problem) for problem in too_hard(texts, frozenset())] == []


def test_every_concept_has_sources_facts_and_a_date_for_the_next_review(store: Store) -> None:
    for one in store.concepts.values():
        assert one.sources and one.facts and one.review_after > one.reviewed, one.id


def test_the_old_paragraph_leads_to_the_law_in_force(store: Store) -> None:
    law = store.concepts["socialtjanstlagen"]
    old = next(one for one in law.deprecated if one.term == "2 kap. 7 § SoL")
    assert old.replaced_by == "socialtjanstlagen" and "10 kap. 8–9 §§" in (old.note or "")


def test_vastbus_is_shown_as_replaced(store: Store) -> None:
    vastbus = store.concepts["vastbus"]
    assert (vastbus.status, vastbus.replaced_by, vastbus.valid_to) == ("ersatt", "sip", 2020)
