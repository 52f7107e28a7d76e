"""A short answer shown alone in the chat: it names its subject, and answers its own question only."""

from datetime import date
from typing import Any

import pytest

from actions.content.models import Passage
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.facts import too_strict, untold, without_facts
from actions.publishing.checks.openings import (
    asked_twice,
    asks_yes_or_no,
    leading_yes_or_no,
    off_the_question,
    unnamed_subjects,
    unnamed_terms,
)


def passage(**more: Any) -> Passage:
    fields: dict[str, Any] = {
        "id": "prov#ett",
        "topic": "prov",
        "question": "Får jag be om en SIP?",
        "status": "gäller",
        "short": "Du får be om en SIP.",
        "reviewed": date(2026, 1, 1),
        "review_after": date(2026, 6, 1),
    }
    return Passage.model_validate(fields | more)


@pytest.mark.parametrize(
    ("question", "yes_or_no"),
    [
        ("Får jag be om en SIP?", True),
        ("Jag är 15. Kan jag be om en SIP?", True),
        ("Hur får jag en SIP?", False),
        ("Till vilken ålder gällde Västbus?", False),
        ("Jag mår sämre. Vad gör jag?", False),
    ],
)
def test_a_question_for_yes_or_no_is_told_from_one_for_something_else(
    corpus: Corpus, question: str, yes_or_no: bool
) -> None:
    assert asks_yes_or_no(question, corpus.lists.openings) is yes_or_no


def test_yes_and_no_open_only_the_answer_to_that_very_question(corpus: Corpus) -> None:
    right = passage(short="Ja, du får be om en SIP.")
    wrong = passage(question="Hur får jag en SIP?", short="Ja, du får be om en SIP.")
    overview = corpus.answers[0].model_copy(update={"short": "Nej, det kostar inget."})
    found = leading_yes_or_no([right, wrong, overview], corpus.lists.openings)
    assert [each.where for each in found] == ["prov#ett / Kort", f"{overview.id} / Kort"]


@pytest.mark.parametrize(
    ("short", "told"),
    [
        ("Den gäller inte längre.", True),
        ("De ska komma när de kallas.", True),
        ("Där hjälps kommunen och vården åt.", True),
        ("Hens kommun beslutar.", True),
        ("Det beror på vad de säger.", True),
        ("Det finns ingen regel.", False),
        ("Den som kallar bestämmer.", False),
        ("Västbus gäller inte längre.", False),
    ],
)
def test_a_text_that_stands_alone_names_its_subject(corpus: Corpus, short: str, told: bool) -> None:
    assert bool([*unnamed_subjects([passage(short=short)], corpus.lists.openings)]) is told


@pytest.mark.parametrize(
    ("question", "short", "off"),
    [
        ("Vad kostar en kopia?", "Du får det gratis.", True),
        ("Vad kostar en kopia?", "Ring växeln och fråga.", True),
        ("Vad kostar en kopia?", "Kopian är gratis.", False),
        ("Vad gör jag då?", "Be om en ny tid för SIP-mötet.", False),
    ],
)
def test_a_short_answer_has_a_word_of_its_question_or_names_the_plan(
    corpus: Corpus, question: str, short: str, off: bool
) -> None:
    found = off_the_question([passage(question=question, short=short)], corpus.lists.openings)
    assert [each.where for each in found] == (["prov#ett / Kort"] if off else [])


def test_what_staff_reads_may_leave_the_subject_to_the_question(corpus: Corpus) -> None:
    to_staff = passage(variants={"Personal": "Ge skälet skriftligt."})
    assert list(off_the_question([to_staff], corpus.lists.openings)) == []


def test_one_question_leads_to_one_passage() -> None:
    other = passage(id="prov#tva", question="Hur gör jag?", asked_as=("får jag be om en sip",))
    assert [each.values["others"] for each in asked_twice([passage(), other])] == ["prov#tva"]


def test_a_definition_says_the_word_it_defines(corpus: Corpus) -> None:
    concept = corpus.concepts[0].model_copy(update={"short": "En person som hjälper till."})
    assert [each.where for each in unnamed_terms([concept])] == [concept.id]


def test_a_fact_that_no_sentence_tells_is_told_of(corpus: Corpus) -> None:
    loose = passage(id="prov#losa", facts=("ST-02",))
    firm = passage(facts=("SIP-20",), short="Du kan be om en SIP muntligt eller skriftligt.")
    found = untold([*corpus.answers, *corpus.passages, loose, firm], corpus.facts)
    assert [(each.where, each.values["fact"]) for each in found] == [("prov#losa", "ST-02")]


def test_words_that_every_text_has_tell_no_fact(corpus: Corpus) -> None:
    vague = passage(facts=("SIP-42",), short="Kommunen och regionen gör planen med dig, och du ska säga ja.")
    found = untold([*corpus.answers, *corpus.passages, vague], corpus.facts)
    assert [each.values["fact"] for each in found] == ["SIP-42"]


def test_a_fact_is_told_by_naming_its_paragraph(corpus: Corpus) -> None:
    lawful = passage(facts=("SIP-82",), short="Se 10 kap. 9 § socialtjänstlagen.")
    assert list(untold([*corpus.answers, *corpus.passages, lawful], corpus.facts)) == []


def test_an_answer_that_rests_on_nothing_is_told_of() -> None:
    loose, firm = passage(facts=()), passage(id="prov#tva", facts=("SIP-20",))
    assert [each.where for each in without_facts([loose, firm])] == ["prov#ett"]


def test_advice_is_not_told_as_a_duty(corpus: Corpus) -> None:
    strict = passage(facts=("F-01",), short="Du måste fundera på vad som är viktigast för dig.")
    mild = passage(facts=("F-01",), short="Fundera gärna på vad som är viktigast för dig.")
    lawful = passage(facts=("F-01", "SIP-60"), short="Du måste fundera på om du vill säga ja.")
    found = too_strict([strict, mild, lawful], corpus.facts, corpus.lists)
    assert [each.values["words"] for each in found] == ["måste"]
