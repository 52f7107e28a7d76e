"""More, easier and why are about the answer before, unless the message asks something of its own."""

import pytest

from actions.replies.asked import Asked
from actions.replies.elaborating import Wish, asked_beside, elaborate
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question
from tests.replies.said import after, pressed, said

BEFORE = after(last_topic="kostnad", last_passage="kostnad#resan")
NOTHING = Asked(())


@pytest.mark.parametrize(("wish", "form"), [("more", "long"), ("why", "long"), ("easier", "easy")])
def test_it_is_about_the_answer_before(known: Knowledge, wish: Wish, form: str) -> None:
    (reply,) = elaborate(known, pressed("mer"), BEFORE, NOTHING, wish).replies
    assert (reply.custom["passage"], reply.custom["form"]) == ("kostnad#resan", form)


@pytest.mark.parametrize(("wish", "phrase"), [("more", "nothing_more"), ("easier", "easier_none")])
def test_before_any_answer_it_asks_what_the_person_wants_to_know(
    known: Knowledge, wish: Wish, phrase: str
) -> None:
    (reply,) = elaborate(known, pressed("mer"), after(), NOTHING, wish).replies
    assert reply.text == known.phrases(phrase)
    assert all(button.payload[1:] in known.store.answers for button in reply.buttons)


def test_a_question_of_its_own_is_answered_instead(known: Knowledge) -> None:
    asked = Asked((Question("samtycke"),))
    (reply,) = elaborate(known, said("mer om samtycke", "mer"), BEFORE, asked, "more").replies
    assert reply.custom["topic"] == "samtycke"


def test_the_wish_itself_is_no_question_of_its_own(known: Knowledge) -> None:
    asked = Asked((Question("forklara-enklare"),))
    turn = said("säg det enklare", "forklara-enklare")
    (reply,) = elaborate(known, turn, BEFORE, asked, "easier").replies
    assert reply.custom["form"] == "easy"


def test_why_beside_other_words_is_a_question_like_any_other(known: Knowledge) -> None:
    likely = {"kostnad#finns-inte": 0.4, "samtycke#sip-utan-mitt-ja": 0.3}
    turn = said("varför frågar de om samtycke", "varfor", likely=likely)
    found = Asked((Question("samtycke", "samtycke#sip-utan-mitt-ja"),))
    assert asked_beside(known, turn, "why") == found
    assert asked_beside(known, turn, "more") is None
    assert asked_beside(known, said("varför det", "varfor", likely=likely), "why") is None
    assert asked_beside(known, said("varför gör de så här", "varfor"), "why") is None
