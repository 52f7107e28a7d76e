"""A door that is asked for by its name comes first, and no more is asked than what decides it."""

import pytest

from actions.replies.contact_turns import answering_contact, ask_contact, begin_contact
from actions.replies.conversation import Conversation
from actions.replies.hearing import hear
from actions.replies.knowledge import Knowledge
from actions.replies.spoken import Spoken
from actions.replies.told import wants_contact
from actions.routing.query import ContactQuery
from actions.tasks.message import Message
from actions.tasks.models import TaskState
from tests.replies.said import after, said


def begun(known: Knowledge, words: str, before: Conversation | None = None) -> Spoken:
    turn, conversation = said(words), before or after()
    assert wants_contact(known, turn, conversation)
    return begin_contact(known, known.tasks["contact"], turn, conversation)


def state_after(known: Knowledge, state: TaskState, words: str) -> TaskState:
    return answering_contact(known)(known.tasks["contact"], state, Message(text=words))


@pytest.mark.parametrize(
    ("words", "kind", "named"),
    [
        ("patientnämnden i värmland", "patientnamnd", "Patientnämnden, Region Värmland"),
        ("patientnämnden skåne nummer", "patientnamnd", "Patientnämnden, Region Skåne"),
        ("vem ringer jag i region skåne om bup", "bup", "BUP Första linjen"),
        ("ivo nummer", "ivo", "IVO"),
        ("vad har ivo för telefonnummer", "ivo", "IVO"),
        ("socialjouren i borås", "kommun", "Socialjouren, genom Borås Stad"),
        ("vem ringer jag på natten i helsingborg soc", "kommun", "Socialjouren, genom Helsingborgs stad"),
        ("kronoparkens vårdcentral nummer", "vardcentral", "Vårdcentralen Kronoparken"),
        ("närhälsan landvetter", "vardcentral", "Närhälsan Landvetter"),
        ("bup malmö", "bup", "BUP Första linjen"),
        ("klaga på vården i dalarna", "egen-kontakt", "Växeln, Region Dalarna"),
    ],
)
def test_the_door_named_is_first_and_nothing_is_asked(
    known: Knowledge, words: str, kind: str, named: str
) -> None:
    spoken = begun(known, words)
    first = spoken.replies[0].custom["contacts"][0]
    assert first["kind"] == kind and first["name"].startswith(named)
    assert spoken.next == "person"


def test_the_emergency_social_services_are_told_of_with_a_way_when_the_switchboard_is_shut(
    known: Knowledge,
) -> None:
    doors, words = begun(known, "socialjouren i borås").replies
    assert "**112**" in doors.text
    assert "Svarar ingen i växeln? Ring 112 och be om socialjouren." in words.text


@pytest.mark.parametrize(
    "words",
    [
        "vad är patientnämnden",
        "ivo",
        "vad gör ivo i skåne",
        "hur anmäler man till ivo",
        "vem är med från bup",
    ],
)
def test_a_question_about_a_door_is_not_a_question_for_its_number(known: Knowledge, words: str) -> None:
    assert not wants_contact(known, said(words), after())


def test_the_region_is_enough_for_an_answer_to_the_question_of_place(known: Knowledge) -> None:
    spoken = begun(known, "patientnämnden nummer")
    state = TaskState.model_validate(spoken.kept["contact_state"])
    assert state.step == "place"
    assert state_after(known, state, "skåne").done


def test_what_the_region_has_is_shown_before_the_municipality_is_asked_for(known: Knowledge) -> None:
    spoken = begun(known, "mamma ligger på sjukhus i region skåne vem ringer jag")
    state = TaskState.model_validate(spoken.kept["contact_state"])
    replies, state = ask_contact(known, known.tasks["contact"], state)
    assert replies[0].custom["contacts"][0]["phone"] == "044-309 30 00"
    assert state.step == "place"
    again, _ = ask_contact(known, known.tasks["contact"], state)
    assert len(again) == 1


def test_a_door_asked_for_is_of_that_message_only(known: Knowledge) -> None:
    kept = ContactQuery.model_validate(begun(known, "bup malmö").kept["told"])
    assert kept.place == "1280" and kept.wants is None


@pytest.mark.parametrize(
    "words",
    ["barnet bor varannan vecka i eslöv och höör", "jag bor i eslöv och pappan i höör, vår son har adhd"],
)
def test_a_child_of_two_municipalities_gets_the_numbers_of_both(known: Knowledge, words: str) -> None:
    spoken = begun(known, words)
    state = TaskState.model_validate(spoken.kept["contact_state"])
    (asked,), _ = ask_contact(known, known.tasks["contact"], state)
    assert "0413-620 00" in asked.text and "0413-280 00" in asked.text
    assert asked.text.startswith(known.tasks["contact"].phrases["error_place_homes"])


@pytest.mark.parametrize(
    "words",
    [
        "numret stämmer inte",
        "det numret går inte fram",
        "de svarar inte på numret",
        "fel nummer",
        "ingen svarar där",
        "jag har ringt men ingen svarar",
    ],
)
def test_who_gets_nowhere_with_a_number_is_shown_where_the_right_one_stands(
    known: Knowledge, words: str
) -> None:
    told = ContactQuery(place="1489", situation="aldre", role="relative", whom="min mamma")
    state = TaskState(task="contact", step="has_contact", answers=told.told())
    before = after(task="contact", states={"contact": state}, told=told)
    heard = hear(known, "contact", said(words), before, "action_listen")
    assert "https://www.alingsas.se/" in heard.replies[0].text and "**1177**" in heard.replies[0].text
    assert TaskState.model_validate(heard.kept["contact_state"]).step == "has_contact"
    spoken = begun(known, words, after(last_topic="hitta-kontakt", told=told))
    assert spoken.replies == heard.replies


def test_no_number_fails_before_one_was_shown(known: Knowledge) -> None:
    told = ContactQuery(region="14")
    state = TaskState(task="contact", step="place", answers=told.told())
    before = after(task="contact", states={"contact": state}, told=told, last_topic="hitta-kontakt")
    other = said("en vårdnadshavare svarar inte i telefon", "barn-och-unga", confidence=0.9)
    assert hear(known, "contact", other, before, "action_listen").next == "others"


def test_no_answer_to_a_letter_is_no_number_that_fails(known: Knowledge) -> None:
    told = ContactQuery(place="1489")
    shown = after(last_topic="hitta-kontakt", told=told)
    assert not wants_contact(known, said("de svarar inte på min begäran om sip"), shown)


@pytest.mark.parametrize("words", ["nej hallands län", "nej värmland", "det är i region skåne"])
def test_a_region_said_later_takes_the_place_of_the_town(known: Knowledge, words: str) -> None:
    state = TaskState(task="contact", step="situation", answers={"place": "1384"})
    moved = state_after(known, state, words)
    assert (moved.step, moved.answers.get("place")) == ("place", None)


@pytest.mark.parametrize(
    "words", ["kungsbacka", "eller i kungsbacka då", "nej kungsbacka", "kungsbacka menar jag"]
)
def test_a_town_said_later_takes_the_place_of_the_one_before(known: Knowledge, words: str) -> None:
    state = TaskState(task="contact", step="has_contact", answers={"place": "1480", "situation": "aldre"})
    assert state_after(known, state, words).answers["place"] == "1384"
    told = ContactQuery(place="1480", situation="sjukhus")
    spoken = begun(known, words, after(last_topic="hitta-kontakt", told=told))
    assert spoken.replies[0].custom["municipality"] == "1384"


def test_what_is_known_without_the_place_stands_before_the_question_of_it(known: Knowledge) -> None:
    spoken = begun(known, "socialjouren nummer")
    state = TaskState.model_validate(spoken.kept["contact_state"])
    (doors, _, asked), state = ask_contact(known, known.tasks["contact"], state)
    assert "**112**" in doors.text and asked.text
    assert state.step == "place"


def test_the_same_town_said_once_more_shows_its_doors_again(known: Knowledge) -> None:
    state = TaskState(task="contact", step="situation", answers={"place": "1490"}, error=None)
    moved = state_after(known, state, "nej borås kommun")
    assert (moved.error, moved.step, moved.answers["place"]) == (None, "situation", "1490")
