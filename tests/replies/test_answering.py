"""An answer fits the one who asks, is never the same words twice, and leads on."""

import pytest

from actions.content.models import Role
from actions.crisis import CrisisSignal
from actions.replies.answering import (
    answer,
    answer_beside,
    answer_crisis,
    concept_meant,
    contact_first,
    explain,
)
from actions.replies.asked import Asked
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question
from actions.replies.turn import Turn
from actions.tasks import engine
from tests.replies.said import after, pressed, said

COST = Question("kostnad", "kostnad#resan")
CONSENT = Question("samtycke", "samtycke#sip-utan-mitt-ja")


def test_the_very_question_is_answered_and_remembered(known: Knowledge) -> None:
    spoken = answer(known, said("kostar resan", "kostnad"), after(misses=2), Asked((COST,)))
    (reply,) = spoken.replies
    assert reply.text == known.store.passages["kostnad#resan"].short
    assert (spoken.kept["last_topic"], spoken.kept["last_passage"]) == ("kostnad", "kostnad#resan")
    assert spoken.kept["misses"] == 0 and spoken.next == "turn"


def test_nobody_gets_the_same_words_twice_in_a_row(known: Knowledge) -> None:
    passage = known.store.passages["kostnad#resan"]
    before = after(said=frozenset({passage.short}))
    (reply,) = answer(known, said("kostar resan", "kostnad"), before, Asked((COST,))).replies
    assert reply.text not in before.said and reply.custom["form"] == "long"


def test_who_was_answered_as_somebody_else_gets_the_words_for_them(known: Knowledge) -> None:
    refuses = Question("psykisk-ohalsa-samsjuklighet", "psykisk-ohalsa-samsjuklighet#vill-inte-ha-hjalp")
    passage = known.store.passages[refuses.passage]
    to_parent = passage.variants[Role.PARENT]
    before = after(
        role=Role.PARENT,
        last_passage=refuses.passage,
        answered=frozenset({passage.id}),
        said=frozenset({f"{to_parent}\n\nEller undrar du det här?"}),
    )
    spoken = answer(known, said("han är 24"), before, Asked((refuses,), corrected=True))
    assert passage.short in spoken.replies[-1].text


def test_an_answer_is_repeated_rather_than_lost_when_all_its_forms_were_said(known: Knowledge) -> None:
    forms = [Asked((COST,)), Asked((COST,), "long"), Asked((COST,), "easy")]
    texts = [answer(known, said("x", "kostnad"), after(), form).replies[0].text for form in forms]
    (reply,) = answer(known, said("x", "kostnad"), after(said=frozenset(texts)), Asked((COST,))).replies
    assert reply.text == texts[0]


def test_in_doubt_the_second_question_is_answered_below_the_first(known: Knowledge) -> None:
    turn = said("kostar det", "kostnad", passage=COST.passage, second=CONSENT.passage)
    (reply,) = answer(known, turn, after(), Asked((COST,))).replies
    assert reply.custom["passages"] == [COST.passage, CONSENT.passage]
    assert known.store.passages[CONSENT.passage].question in reply.text


def test_what_only_staff_ask_never_stands_below_an_answer_to_somebody_close(known: Knowledge) -> None:
    for_staff = next(key for key, one in known.store.passages.items() if one.reader is Role.STAFF)
    turn = said("min mamma undrar vad det kostar", "kostnad", passage=COST.passage, second=for_staff)
    (reply,) = answer(known, turn, after(), Asked((COST,))).replies
    assert "passages" not in reply.custom


def test_several_questions_are_answered_in_order(known: Knowledge) -> None:
    (reply,) = answer(known, said("två saker"), after(), Asked((COST, CONSENT))).replies
    assert reply.custom["topics"] == ["kostnad", "samtycke"]


def test_staff_are_answered_in_their_own_words_and_remembered_as_staff(known: Knowledge) -> None:
    turn = said("jag är biståndshandläggare, hur fungerar samtycke", "samtycke")
    spoken = answer(known, turn, after(), Asked((Question("samtycke"),)))
    assert spoken.kept["role"] == str(Role.STAFF)
    assert spoken.replies[0].text.startswith(known.store.answers["samtycke"].variants[Role.STAFF])


def test_who_names_a_municipality_is_offered_its_contacts_and_what_holds_there(known: Knowledge) -> None:
    spoken = answer(known, said("vad kostar det i Borås", "kostnad"), after(), Asked((Question("kostnad"),)))
    (reply,) = spoken.replies
    assert '/hitta-kontakt{"plats": "1490"}' in [button.payload for button in reply.buttons]
    assert str(known.store.answers["kostnad"].vastra_gotaland) in reply.text
    assert spoken.kept["municipality"] == "1490"


def test_after_a_refusal_the_letter_that_asks_for_reasons_is_offered(known: Knowledge) -> None:
    (reply,) = answer(known, said("nekad", "nekad-sip"), after(), Asked((Question("nekad-sip"),))).replies
    assert '/skriva-begaran{"val":"reasons"}' in [button.payload for button in reply.buttons]


def test_who_sounds_worn_out_is_met_with_care_first(known: Knowledge) -> None:
    turn = said("jag orkar inte mer, vad kostar det", "kostnad", danger=CrisisSignal("", "heavy"))
    care, reply = answer(known, turn, after(), Asked((Question("kostnad"),))).replies
    assert care.custom == {"care": "heavy"} and reply.custom["topic"] == "kostnad"


def test_a_word_is_explained_and_an_unknown_one_asked_about(known: Knowledge) -> None:
    press = pressed("begrepp", begrepp="huvudman")
    concept = concept_meant(known, press)
    assert concept and explain(known, press, after(), concept).replies[0].custom["concept"] == "huvudman"
    named = concept_meant(known, said("vad betyder huvudman", "begrepp"))
    assert named and named.id == "huvudman"
    unknown = said("vad betyder blargh", "begrepp")
    spoken = explain(known, unknown, after(), concept_meant(known, unknown))
    assert spoken.replies[0].text == known.phrases("concept_unknown")
    assert spoken.kept["last_topic"] is None


def test_staff_get_the_exact_definition_first(known: Knowledge) -> None:
    concept = known.store.concepts["huvudman"]
    asks = said("Jag är biståndshandläggare. Vad är en huvudman?", "begrepp")
    text = explain(known, asks, after(), concept).replies[0].text
    assert text.startswith(concept.staff) and concept.short in text
    assert concept.staff not in explain(known, said("vad är huvudman"), after(), concept).replies[0].text


@pytest.mark.parametrize(
    ("turn", "first"),
    [
        (said("vem ringer jag i Lerum", "hitta-kontakt"), True),
        (said("vem vänder jag mig till", "hitta-kontakt"), False),
        (said("vem i Lerum", "uppgiftsfraga", passage="hitta-kontakt#vilken-kontakt-forst"), True),
        (said("vem då", "uppgiftsfraga", passage="hitta-kontakt#vilken-kontakt-forst"), False),
        (pressed("kostnad"), False),
    ],
)
def test_whom_to_call_is_shown_at_once_where_the_place_is_told(
    known: Knowledge, turn: Turn, first: bool
) -> None:
    assert contact_first(known, turn, after()) is first


def test_danger_is_answered_with_112_and_the_letter_waits(known: Knowledge) -> None:
    state = engine.start(known.tasks["draft"])
    turn = said("jag vill inte leva längre", "kris", danger=CrisisSignal("suicide", "acute", "self"))
    spoken = answer_crisis(known, turn, after(task="draft", states={"draft": state}))
    assert "112" in spoken.replies[0].text
    assert spoken.kept["care"]["situation"] == "suicide"
    assert spoken.kept["draft_state"]["waiting"] is True


def test_danger_in_another_language_is_answered_in_it_first(known: Knowledge) -> None:
    spoken = answer_crisis(known, said("my mother is not breathing", "kris", language="en"), after())
    assert spoken.replies[0].custom["paragraphs"] == known.languages.marks("en")
    assert spoken.replies[0].text.startswith(known.languages.of("en").crisis)
    assert set(spoken.kept) == {"care", "misses"}


def test_what_is_asked_in_the_same_breath_as_a_task_is_answered_before_it(known: Knowledge) -> None:
    several = [COST, Question("skriva-begaran")]
    (reply,) = answer_beside(known, said("vad kostar det och hjälp mig skriva"), after(), several,
                             "skriva-begaran")  # fmt: skip
    assert reply.text == known.store.passages["kostnad#resan"].short and reply.buttons == ()
    assert answer_beside(known, said("skriv"), after(), [Question("skriva-begaran")], "skriva-begaran") == ()


def test_a_message_that_leans_is_answered_in_both_ways_it_may_be_read(known: Knowledge) -> None:
    both = Asked((Question("samtycke", "samtycke#maste-skriva-under"),), second="nekad-sip#overklaga")
    reply = answer(known, said("å om jag ångrar mig"), after(), both).replies[0]
    assert reply.custom["passages"] == ["samtycke#maste-skriva-under", "nekad-sip#overklaga"]
    alone = Asked((Question("samtycke", "samtycke#maste-skriva-under"),))
    assert "passages" not in answer(known, said("å om jag ångrar mig"), after(), alone).replies[0].custom


def test_in_doubt_two_answers_stand_below_the_doubt_and_the_next_message_still_leans_on_them(
    known: Knowledge,
) -> None:
    likely = ("samtycke#maste-skriva-under", "nekad-sip#overklaga", "kostnad#resan")
    doubtful = Asked((Question("samtycke", likely[0]),), likely=likely, second=likely[1], in_doubt=True)
    spoken = answer(known, said("å de då"), after(last_topic="kostnad"), doubtful)
    assert spoken.replies[0].text.startswith("Det här kan vara svaret.")
    assert spoken.replies[0].custom["passages"] == list(likely[:2])
    assert (spoken.kept["last_topic"], spoken.kept["last_passage"]) == ("samtycke", likely[0])


def test_who_says_that_they_are_under_18_in_danger_is_so_afterwards(known: Knowledge) -> None:
    spoken = answer_crisis(known, said("jag är 15 och vill dö", "kris"), after())
    assert spoken.kept["role"] == Role.MINOR
