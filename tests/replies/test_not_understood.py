"""What is not understood is never a dead end, and nothing is forgotten by mistake."""

import pytest

from actions.content.models import Role
from actions.crisis import CrisisSignal
from actions.replies.asked import Asked
from actions.replies.knowledge import Knowledge
from actions.replies.not_understood import (
    another_language,
    answer_or_ask_back,
    ask_back,
    not_understood,
    start_over,
)
from actions.replies.passages import Question
from actions.replies.ways_on import ways_on_from
from actions.replies.who_asks import who_asks
from tests.replies.said import after, pressed, said

LIKELY = {"samtycke#sip-utan-mitt-ja": 0.3, "kostnad#resan": 0.2, "tolk#har-jag-ratt": 0.1}
NOTHING = Asked(())


def test_the_first_time_it_is_asked_what_was_meant(known: Knowledge) -> None:
    spoken = ask_back(known, said("hur blir det med det där", likely=LIKELY), after())
    assert spoken.replies[0].text == known.phrases("clarify_first")
    assert spoken.replies[0].custom["suggestions"] == ["samtycke", "kostnad", "tolk"]
    assert spoken.kept["misses"] == 1


def test_a_question_about_sip_gets_the_likeliest_answers_at_once(known: Knowledge) -> None:
    spoken = ask_back(known, said("hur blir det med SIP då", likely=LIKELY), after())
    assert spoken.replies[0].custom["passages"] == [*LIKELY][:2]


@pytest.mark.parametrize(
    ("ranked", "passages"),
    [
        (("nlu_fallback", "kostnad", "samtycke", "tolk", "lag", "utanfor-amnet"), [*LIKELY][:2]),
        (("nlu_fallback", "kostnad", "samtycke", "tolk", "utanfor-amnet"), None),
    ],
)
def test_what_is_hardly_about_anything_else_gets_the_likeliest_answers_too(
    known: Knowledge, ranked: tuple[str, ...], passages: list[str] | None
) -> None:
    turn = said("hur blir det med det där", likely=LIKELY, ranked=ranked)
    assert ask_back(known, turn, after()).replies[0].custom.get("passages") == passages


def test_the_second_time_there_is_a_human_to_call(known: Knowledge) -> None:
    spoken = ask_back(known, said("hur blir det med SIP då", likely=LIKELY), after(misses=1))
    assert spoken.replies[0].text == known.phrases("clarify_again") and "1177" in spoken.replies[0].text
    assert spoken.kept["misses"] == 2


def test_none_of_these_shows_other_ways_on(known: Knowledge) -> None:
    (reply,) = ask_back(known, pressed("inget-av-detta"), after()).replies
    assert reply.text == known.phrases("clarify_none") and reply.buttons


def test_what_was_told_is_kept_though_the_message_was_not_understood(known: Knowledge) -> None:
    assert ask_back(known, said("vi bor i Borås"), after()).kept["told"]["place"] == "1490"


def test_what_the_context_makes_clear_is_answered(known: Knowledge) -> None:
    asked = Asked((Question("kostnad"),))
    spoken = not_understood(known, said("kostar?", confidence=0.3), after(), asked)
    assert spoken.replies[0].custom["topic"] == "kostnad"


def test_a_lone_word_of_the_concept_bank_is_explained(known: Knowledge) -> None:
    spoken = not_understood(known, said("huvudman", confidence=0.3), after(), NOTHING)
    assert spoken.replies[0].custom["concept"] == "huvudman"


def test_who_sounds_worn_out_and_asks_gets_the_likeliest_questions_after_the_care(known: Knowledge) -> None:
    heavy = CrisisSignal("", "heavy")
    turn = said("jag är så slut. Vem ska prata med barnen?", danger=heavy, likely=LIKELY)
    care, guesses = not_understood(known, turn, after(), NOTHING).replies
    assert care.custom == {"care": "heavy"} and guesses.text == known.phrases("clarify_first")
    tells = said("jag är så slut och barnen frågar", danger=heavy, likely=LIKELY)
    assert not_understood(known, tells, after(), NOTHING).replies[1].text == known.phrases("after_care")


def test_who_is_met_with_care_is_never_told_that_it_is_small_talk(known: Knowledge) -> None:
    topic, passage = "utanfor-amnet", "utanfor-amnet#allmant-vader-sport-smaprat"
    asked = Asked((Question(topic, passage),))
    turn = said("min man fick ALS i fredags", topic, danger=CrisisSignal("", "heavy"), passage=passage)
    replies = answer_or_ask_back(known, turn, after(), asked).replies
    assert [reply.text for reply in replies][1:] == [known.phrases("after_care")]
    calm = answer_or_ask_back(known, said("vad blir det för väder", topic, passage=passage), after(), asked)
    assert calm.replies[0].custom["passage"] == passage


def test_who_sounds_worn_out_is_met_with_care_and_ways_on(known: Knowledge) -> None:
    turn = said("allt är för mycket nu", danger=CrisisSignal("", "heavy"))
    care, ways = not_understood(known, turn, after(), NOTHING).replies
    assert care.custom == {"care": "heavy"} and ways.text == known.phrases("after_care")
    assert len(not_understood(known, turn, after(task="draft"), NOTHING).replies) == 1


def test_who_sounds_worn_out_and_asks_about_sip_gets_the_likeliest_answers_after_the_care(
    known: Knowledge,
) -> None:
    heavy = CrisisSignal("", "heavy")
    turn = said("orkar inte mer, hur var det med SIP", danger=heavy, likely=LIKELY)
    care, answers = not_understood(known, turn, after(misses=1), NOTHING).replies
    assert care.custom == {"care": "heavy"} and answers.custom["passages"] == [*LIKELY][:2]


def test_without_care_or_context_it_asks_back(known: Knowledge) -> None:
    assert not_understood(known, said("blargh"), after(), NOTHING).kept["misses"] == 1


def test_another_language_is_met_in_it_with_what_the_message_may_be_about(known: Knowledge) -> None:
    turn = said("what does it cost", "annat-sprak", language="en", ranked=("kostnad", "halsning"))
    (reply,) = another_language(known, turn).replies
    assert reply.custom["language"] == "en" and "/kostnad" in [button.payload for button in reply.buttons]
    assert "/halsning" not in [button.payload for button in reply.buttons]


def test_a_plain_wish_to_start_over_forgets_all(known: Knowledge) -> None:
    for turn in (pressed("borja-om"), said("börja om", "borja-om", 0.7)):
        spoken = start_over(known, turn, after(), Asked(()))
        assert spoken.forgets and spoken.kept == {}
        assert spoken.replies[0].custom == {"topic": "borja-om"}


def test_an_uncertain_wish_to_start_over_forgets_nothing(known: Knowledge) -> None:
    spoken = start_over(known, said("måste ja börja om där", "borja-om", 0.75), after(), Asked(()))
    assert not spoken.forgets and spoken.kept["misses"] == 1
    moving = Asked((Question("avsluta-sip", "avsluta-sip#om-jag-flyttar"),))
    answered = start_over(known, said("måste ja börja om där", "borja-om", 0.75), after(), moving)
    assert answered.replies[0].custom["passage"] == "avsluta-sip#om-jag-flyttar"


def test_who_asks_is_remembered_also_when_nothing_was_understood(known: Knowledge) -> None:
    for heard in (said("Rektor här, hör du"), said("Rektor här, vi har en elev", tells=0.9)):
        spoken = not_understood(known, heard, after(last_topic="kostnad"), Asked(()))
        assert spoken.kept["role"] == "Personal"
    taken_for_a_parent = after(role=Role.PARENT)
    asker = who_asks(said("kan jag som rektor kalla själv"), taken_for_a_parent, known.places)
    assert asker.role is Role.STAFF


def test_a_yes_with_nothing_to_say_yes_to_offers_ways_on(known: Knowledge) -> None:
    followups = [f"/{key}" for key in known.store.answers["kostnad"].followups]
    assert [button.payload for button in ways_on_from(known, "kostnad").buttons] == followups
    assert ways_on_from(known, "").text == known.phrases("nothing_more")
