"""The very question is answered, in the words of the one who asks, with questions as ways on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from actions.content.models import Passage, Role
from actions.replies.answers import Asker
from actions.replies.choosing import chosen, question_of
from actions.replies.knowledge import Knowledge
from actions.replies.passages import (
    Question,
    easier_reply,
    more_reply,
    question_reply,
    several_reply,
    with_second,
)
from actions.replies.questions_offered import question_button
from actions.replies.reply import Reply
from bot.web.chat.payloads import intent_of

TODAY = date(2026, 11, 28)
RESIDENT = Asker(None, False, TODAY)
STAFF = Asker(Role.STAFF, False, TODAY)


def passage(known: Knowledge, **wanted: object) -> Passage:
    """One that has all the named parts."""
    return next(one for one in known.store.passages.values() if all(getattr(one, name) for name in wanted))


def ask(one: Passage) -> Question:
    return Question(one.topic, one.id)


def answer(known: Knowledge, question: Question, asker: Asker, likely: Sequence[str] = ()) -> Reply:
    return question_reply(known.store, known.phrases, question, asker, likely)


def test_the_answer_is_the_passages_own_and_names_it(known: Knowledge) -> None:
    one = known.store.passages_of("samtycke")[0]
    reply = answer(known, ask(one), RESIDENT)
    assert reply.text == one.short
    assert (reply.custom["topic"], reply.custom["passage"]) == ("samtycke", one.id)
    assert reply.custom["forms"]["url"] == one.path


def test_staff_get_their_own_words_first_and_then_those_for_the_person(known: Knowledge) -> None:
    one = next(one for one in known.store.passages.values() if Role.STAFF in one.variants)
    text = answer(known, ask(one), STAFF).text
    below = known.phrases("to_the_person", text=one.short)
    assert text == f"{one.variants[Role.STAFF]}\n\n{below}"


def test_who_is_under_18_gets_words_of_their_own_and_else_those_for_all(known: Knowledge) -> None:
    young = Asker(Role.MINOR, False, TODAY)
    one = next(one for one in known.store.passages.values() if Role.MINOR in one.variants)
    assert answer(known, ask(one), young).text == one.variants[Role.MINOR]
    other = next(one for one in known.store.passages.values() if not one.variants)
    assert answer(known, ask(other), young).text == other.short


def test_who_may_be_staff_gets_the_words_for_staff_below_the_answer(known: Knowledge) -> None:
    one, other = [one for one in known.store.passages.values() if Role.STAFF in one.variants][:2]
    perhaps = replace(RESIDENT, perhaps_staff=True)
    reply = answer(known, ask(one), perhaps)
    below = known.phrases("also_for_staff", text=one.variants[Role.STAFF])
    assert reply.text == f"{one.short}\n\n{below}"
    beside = with_second(known.store, known.phrases, reply, other.id, perhaps).text
    assert other.short in beside and other.variants[Role.STAFF] not in beside


def test_what_holds_in_the_region_is_said_to_those_who_live_there(known: Knowledge) -> None:
    one = passage(known, vastra_gotaland=True)
    assert one.vastra_gotaland
    here = answer(known, ask(one), Asker(None, True, TODAY)).text
    assert one.vastra_gotaland in here
    assert one.vastra_gotaland not in answer(known, ask(one), RESIDENT).text


def test_the_likeliest_other_questions_are_buttons_that_the_chat_takes(known: Knowledge) -> None:
    first, second, third = known.store.passages_of("samtycke")[:3]
    buttons = answer(known, ask(first), RESIDENT, [first.id, third.id]).buttons
    assert [button.title for button in buttons[:2]] == [third.question, second.question]
    assert all(intent_of(button.payload, known.store) == "samtycke" for button in buttons)


def test_weather_and_cookies_are_no_way_on_from_a_question_about_sip(known: Knowledge) -> None:
    one = known.store.passages_of("samtycke")[0]
    elsewhere = [known.store.passages_of(topic)[0] for topic in ("utanfor-amnet", "integritet")]
    buttons = question_reply(
        known.store, known.phrases, ask(one), RESIDENT, [other.id for other in elsewhere]
    ).buttons
    assert not {other.question for other in elsewhere} & {button.title for button in buttons}
    about_weather = answer(known, ask(elsewhere[0]), RESIDENT, [one.id]).buttons
    assert about_weather[0].title == one.question


def test_a_topic_is_answered_with_its_overview_and_its_likeliest_questions(known: Knowledge) -> None:
    likely = known.store.passages_of("samtycke")[5]
    reply = answer(known, Question("samtycke"), RESIDENT, [likely.id])
    assert reply.text == known.store.answers["samtycke"].short
    assert reply.buttons[0].title == likely.question
    assert "passage" not in reply.custom


@pytest.mark.parametrize("topic", ["skriva-begaran", "hitta-kontakt", "forbereda-mote"])
def test_a_button_about_a_task_does_not_begin_it(known: Knowledge, topic: str) -> None:
    one = known.store.passages_of(topic)[0]
    button = question_button(known.store, one)
    assert intent_of(button.payload, known.store) == "uppgiftsfraga"
    assert question_of(button) == ask(one)


def test_a_question_that_does_not_exist_cannot_be_sent(known: Knowledge) -> None:
    assert intent_of('/samtycke{"passage":"finns-inte"}', known.store) is None
    assert intent_of('/samtycke{"passage":"far-jag-saga-nej","val":"x"}', known.store) is None


def test_in_doubt_the_next_likeliest_question_is_answered_too(known: Knowledge) -> None:
    first, second = known.store.passages_of("samtycke")[:2]
    reply = with_second(
        known.store,
        known.phrases,
        answer(known, ask(first), RESIDENT),
        second.id,
        RESIDENT,
    )
    assert reply.text.startswith(first.short)
    assert f"**{second.question}** {second.short}" in reply.text
    assert reply.custom["passages"] == [first.id, second.id]
    assert second.question not in [button.title for button in reply.buttons]


def test_each_of_several_questions_is_answered_in_order_and_ways_on_are_kept(known: Knowledge) -> None:
    first, second = known.store.passages_of("samtycke")[0], known.store.passages_of("kostnad")[0]
    reply = several_reply(known.store, known.phrases, [ask(first), ask(second)], RESIDENT)
    assert reply.text.index(first.short) < reply.text.index(second.short)
    assert reply.custom["passages"] == [first.id, second.id]
    assert reply.custom["topics"] == ["samtycke", "kostnad"]
    assert len(reply.buttons) >= 3
    assert reply.custom["forms"]["more"]


def test_more_and_easier_are_those_of_the_very_question(known: Knowledge) -> None:
    one = passage(known, long=True)
    assert (
        one.long.splitlines()[0].lstrip("# ")
        in more_reply(known.store, known.phrases, ask(one), RESIDENT).text
    )
    easy = one.easy or known.store.answers[one.topic].easy
    assert easier_reply(known.store, known.phrases, ask(one), RESIDENT).text == easy


def test_where_there_is_no_more_the_topics_questions_are_offered(known: Knowledge) -> None:
    topic = next(
        key for key, one in known.store.answers.items() if not one.long and known.store.passages_of(key)
    )
    reply = more_reply(known.store, known.phrases, Question(topic), RESIDENT)
    assert reply.text == known.phrases("what_next")
    assert reply.buttons


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("2", 1),
        ("Nummer 2", 1),
        ("den andra", 1),
        ("den första", 0),
        ("den sista", 2),
        ("jag menar den om tolk", 2),
    ],
)
def test_an_offered_question_can_be_chosen_in_words(known: Knowledge, said: str, place: int) -> None:
    offered = [
        question_button(known.store, known.store.passages_of(topic)[0])
        for topic in ("samtycke", "kostnad", "tolk")
    ]
    assert chosen(said, offered) == offered[place]


def test_an_offered_question_can_be_typed_as_it_stands(known: Knowledge) -> None:
    offered = [question_button(known.store, passage) for passage in known.store.passages_of("samtycke")[:3]]
    assert chosen(offered[1].title.casefold(), offered) == offered[1]


@pytest.mark.parametrize("said", ["5", "vad kostar det", "den om bananer", ""])
def test_what_chooses_nothing_is_read_as_any_message(known: Knowledge, said: str) -> None:
    offered = [question_button(known.store, known.store.passages_of("samtycke")[0])]
    assert chosen(said, offered) is None


def test_the_meaning_of_a_word_is_one_of_several_answers(known: Knowledge) -> None:
    concept = next(iter(known.store.concepts.values()))
    asked = [Question("begrepp", concept=concept.id), ask(next(iter(known.store.passages.values())))]
    reply = several_reply(known.store, known.phrases, asked, RESIDENT)
    assert concept.term in reply.text and concept.short in reply.text


def test_the_meaning_of_a_word_is_the_answer_where_that_is_all_that_is_asked(known: Knowledge) -> None:
    concept = next(iter(known.store.concepts.values()))
    reply = answer(known, Question("begrepp", concept=concept.id), RESIDENT)
    assert reply.text.startswith(concept.short) and reply.custom["concept"] == concept.id
