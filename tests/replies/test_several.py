"""Each of several questions is found, and the one inside a story; what is about something else stays so."""

import asyncio

import pytest

from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question
from actions.replies.several import parts_asked, several_asked
from actions.replies.turn import Turn
from actions.thresholds import LIKELY_PART, SURE_PART, SURE_STORY
from tests.replies.said import Reads, after, light, said

OUTSIDE = "utanfor-amnet"
STORY = "Min mamma har ramlat tre gånger och jag orkar inte. Vad kostar det?"
ELSEWHERE = "utanfor-amnet#patientavgift-och-frikort"


def parts(known: Knowledge, turn: Turn, reader: Reads) -> list[Question]:
    return asyncio.run(parts_asked(turn, light(known, turn, after(), reader)))


def several(known: Knowledge, turn: Turn, reader: Reads, antecedent: str = "") -> list[Question]:
    return asyncio.run(several_asked(turn, light(known, turn, after(antecedent=antecedent), reader)))


def reads(sure: float = 1.0, **meant: str) -> Reads:
    reader = Reads(**meant)
    reader.sure = sure
    return reader


def test_several_questions_are_all_found(known: Knowledge) -> None:
    both = said("Vad kostar det? Vem får vara med?", "kostnad")
    reader = reads(kostar="kostnad", vem="vilka-deltar")
    assert parts(known, both, reader) == [Question("kostnad"), Question("vilka-deltar")]


def test_a_question_about_something_else_is_answered_beside_the_others(known: Knowledge) -> None:
    both = said("Vem kan be om en SIP? Hur får man frikort?")
    reader = reads(frikort=ELSEWHERE, vem="vem-kan-begara")
    assert several(known, both, reader) == [Question("vem-kan-begara"), Question(OUTSIDE, ELSEWHERE)]


def test_what_follows_something_else_is_about_that_too(known: Knowledge) -> None:
    both = said("Hur får man frikort? Vem bestämmer det?")
    assert several(known, both, reads(frikort=ELSEWHERE, bestämmer="ratt-att-begara")) == []


def test_what_may_be_about_something_else_takes_nothing_with_it(known: Knowledge) -> None:
    three = said("Hur går det till med kortet? Vem bestämmer det? Vad kostar det?")
    reader = reads(kortet=ELSEWHERE, bestämmer="ratt-att-begara", kostar="kostnad")
    reader.unsure_of = "kortet"
    assert several(known, three, reader) == [Question("ratt-att-begara"), Question("kostnad")]


def test_what_names_sip_is_about_sip_whatever_was_asked_before(known: Knowledge) -> None:
    both = said("Hur får man frikort? Vem bestämmer om en SIP?")
    found = several(known, both, reads(frikort=ELSEWHERE, bestämmer="ratt-att-begara"))
    assert found == [Question(OUTSIDE, ELSEWHERE), Question("ratt-att-begara")]


@pytest.mark.parametrize(("sure", "found"), [(SURE_STORY, 0), (SURE_STORY - 0.1, 2)])
def test_questions_that_end_a_story_surely_understood_lean_on_it(
    known: Knowledge, sure: float, found: int
) -> None:
    text = "Min syster är intagen och vill inte vara kvar. Vem bestämmer? Kan hon överklaga?"
    story = said(
        text, "psykisk-ohalsa-samsjuklighet", sure, passage="psykisk-ohalsa-samsjuklighet#inlagd-lpt"
    )
    reader = reads(bestämmer="ratt-att-begara", överklaga="nekad-sip#overklaga")
    assert len(several(known, story, reader)) == found


def test_a_story_understood_as_one_of_its_questions_gets_them_all(known: Knowledge) -> None:
    story = said("Vi har möte på tisdag. Vem bestämmer? Kan jag överklaga?", passage="nekad-sip#overklaga")
    reader = reads(bestämmer="ratt-att-begara", överklaga="nekad-sip#overklaga")
    assert len(several(known, story, reader)) == 2


def test_one_question_in_a_story_is_found_in_it(known: Knowledge) -> None:
    assert parts(known, said(STORY), reads(kostar="kostnad")) == [Question("kostnad")]


@pytest.mark.parametrize(
    ("intent", "confidence", "least"),
    [
        ("nlu_fallback", 0.3, LIKELY_PART),
        ("aldre", 0.5, SURE_PART),
        ("aldre", 0.97, 0.97),
        (OUTSIDE, 0.45, LIKELY_PART),
    ],
)
def test_a_story_that_was_understood_keeps_its_answer_unless_its_question_is_surer(
    known: Knowledge, intent: str, confidence: float, least: float
) -> None:
    story = said(STORY, intent, confidence)
    assert parts(known, story, reads(least, kostar="kostnad")) == [Question("kostnad")]
    assert parts(known, story, reads(least - 0.01, kostar="kostnad")) == []


def test_the_question_in_a_story_about_something_else_is_not_read_alone(known: Knowledge) -> None:
    story = said(STORY, "aldre", 0.5, ranked=("aldre", OUTSIDE))
    assert parts(known, story, reads(kostar="kostnad")) == []


def test_a_part_that_asks_what_a_word_means_is_no_topic(known: Knowledge) -> None:
    concept = next(iter(known.store.concepts.values()))
    both = said(f"vad är {concept.term}? vad kostar det?")
    found = several(known, both, reads(kostar="kostnad"))
    assert found == [Question("begrepp", concept=concept.id), Question("kostnad")]


def test_how_two_words_differ_is_told_by_the_text_and_not_by_one_of_them(known: Knowledge) -> None:
    text = "Vår dotter har daglig verksamhet. Hur skiljer sig SIP från LSS-planen?"
    understood = said(text, "sip-vs-lss-plan", 0.9, passage="sip-vs-lss-plan#sip-eller-lss-plan")
    assert parts(known, understood, reads(skiljer="sip-vs-lss-plan")) == []


def test_a_word_that_is_asked_for_keeps_its_meaning_in_a_talk(known: Knowledge) -> None:
    both = said("Vad betyder samtycke? Vad kostar det?")
    reader = reads(kostar="kostnad#resan", samtycke="samtycke#far-jag-saga-nej")
    found = several(known, both, reader, antecedent="måste hon ge samtycke")
    assert found[0].concept and found[1] == Question("kostnad", "kostnad#resan")
