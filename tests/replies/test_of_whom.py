"""What is told of one person is never said of another, and whoever is asked for gets words of their own."""

import pytest

from actions.replies.contact_turns import answering_contact, ask_contact, begin_contact
from actions.replies.contacting import contact_replies
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.told import told_so_far, wants_contact
from actions.routing.query import ContactQuery
from actions.tasks import engine
from actions.tasks.message import Message
from actions.tasks.models import TaskState
from tests.replies.said import after, pressed, said

FATHER = "min pappa ligger på sjukhus i borås å bor i mark kommun. hjälp mig hitta vem ja ska ringa"
MOTHER = "alltså mamma bor i skövde, de är henne de gäller också egentligen hon är hemma själv"
MARK, SKOVDE = "1463", "1496"


def told(known: Knowledge, *messages: str) -> ContactQuery:
    facts = ContactQuery()
    for words in messages:
        facts = told_so_far(known, said(words), after(told=facts))
        facts = ContactQuery.model_validate(facts.told())
    return facts


def spoken(known: Knowledge, facts: ContactQuery) -> str:
    replies = contact_replies(known.directory, known.rules, known.store, known.phrases, facts)
    return "\n".join(reply.text for reply in replies)


def test_the_mother_at_home_is_not_on_the_fathers_ward(known: Knowledge) -> None:
    facts = told(known, FATHER, MOTHER)
    assert (facts.place, facts.whom, facts.situation) == (SKOVDE, "min mamma", "allmant")
    text = spoken(known, facts)
    assert "min mamma" in text and "inlagd" not in text and "avdelningen" not in text.casefold()


def test_who_is_not_at_hospital_is_taken_at_their_word(known: Knowledge) -> None:
    news = "mamma ligger inte inne, de e bara pappa som gör de. vem ringer ja för mamma"
    facts = told(known, FATHER, MOTHER, news)
    assert (facts.place, facts.whom, facts.situation) == (SKOVDE, "min mamma", "allmant")


def test_who_comes_back_to_the_first_person_gets_their_facts_back(known: Knowledge) -> None:
    back = "ok glöm mamma. pappa i mark då. måste han säga ja för att ja ska få ringa"
    facts = told(known, FATHER, MOTHER, back)
    assert (facts.place, facts.whom, facts.situation) == (MARK, "min pappa", "sjukhus")
    assert "min pappa som är inlagd" in spoken(known, facts)
    assert told(known, FATHER, MOTHER, "och pappa då").place == MARK


def test_a_place_told_of_nobody_else_is_taken_for_granted(known: Knowledge) -> None:
    facts = told(known, "min pappa är 84 och bor i Lerum, soc sa nej", "min son då, vem ringer jag")
    assert (facts.place, facts.whom, facts.situation, facts.age_group) == ("1441", "min son", "barn", "barn")
    assert facts.refused_by is None


@pytest.mark.parametrize(
    "words",
    [
        "syrran säger han ska hem imorn",
        "min fru ringer nog hellre till kommunen. vad ska hon säga",
        "jag och min bror är oense",
        "jag pratade med min syster",
    ],
)
def test_who_is_only_named_beside_takes_nobodys_place(known: Knowledge, words: str) -> None:
    assert told(known, FATHER, words).whom == "min pappa"


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("pappa är inte inlagd längre", "hemma-fran-sjukhus"),
        ("han har kommit hem nu", "hemma-fran-sjukhus"),
        ("han är hemma nu", "hemma-fran-sjukhus"),
        ("han blev utskriven i går", "hemma-fran-sjukhus"),
        ("pappa är utskriven i går", "hemma-fran-sjukhus"),
        ("pappa ligger inte inne", "allmant"),
        ("han klarar sig inte när han är hemma", "sjukhus"),
        ("inget är ordnat hemma", "sjukhus"),
        ("han kommer hem på onsdag", "sjukhus"),
        ("hon e 84 o har ramlat", "sjukhus"),
    ],
)
def test_a_stay_at_hospital_lasts_until_it_is_over(known: Knowledge, words: str, situation: str) -> None:
    assert told(known, FATHER, words).situation == situation


def test_what_is_told_of_two_in_one_message_is_told_of_each(known: Knowledge) -> None:
    facts = told(known, "min pappa ligger inne men mamma är hemma. vem ringer jag för mamma i Lerum")
    assert (facts.whom, facts.situation) == ("min mamma", "allmant")


def test_the_place_asked_for_may_be_another_persons(known: Knowledge) -> None:
    before = after(told=told(known, FATHER))
    asked = begin_contact(known, known.tasks["contact"], pressed("hitta-kontakt", plats="annan"), before)
    state = TaskState.model_validate(asked.kept["contact_state"])
    state = answering_contact(known)(known.tasks["contact"], state, Message(text=MOTHER))
    shown, _ = ask_contact(known, known.tasks["contact"], state)
    text = "\n".join(reply.text for reply in shown)
    assert shown[0].custom["municipality"] == SKOVDE and "min mamma" in text and "inlagd" not in text


@pytest.mark.parametrize(
    "words",
    [
        "vad heter de man ringer på kommunen biståndsnåt",
        "marks kommun sa ja ju. vem ringer jag om hemtjänst",
        "vart ringer jag på kommunen",
        "vad gör de för patienten",
    ],
)
def test_a_son_never_speaks_as_staff(known: Knowledge, words: str) -> None:
    facts = told(known, FATHER, words)
    assert facts.role == "relative" and "jag arbetar med" not in spoken(known, facts)


def test_who_says_plainly_that_they_are_staff_is(known: Knowledge) -> None:
    assert told(known, FATHER, "jag är sjuksköterska på avdelningen").role == "professional"


@pytest.mark.parametrize(
    "words",
    [
        "hej vi är familjehem åt en pojke på 9 år. han går på bup",
        "jag e inte hans mamma, jag e familjehemsmamma",
        "jag är fosterförälder till en flicka",
        "vi e jourhem åt en kille på 12 år",
    ],
)
def test_a_foster_parent_is_no_guardian(known: Knowledge, words: str) -> None:
    text = spoken(known, told(known, words, "vi bor i Lerum", "pojken har det svårt i skolan"))
    assert "mitt fosterbarn" in text and "vad behöver vårdnadshavarna göra" in text
    assert "ditt barn" not in text and "Du får föreslå en SIP" in text


def test_a_father_stays_a_father_when_he_speaks_of_his_son(known: Knowledge) -> None:
    facts = told(known, "min son e 12 o har inte gått i skolan", "sollefteå", "han är hemma hela dagarna")
    assert (facts.role, facts.whom) == ("parent", "min son")
    assert "kalla de andra" in spoken(known, facts)


@pytest.mark.parametrize(
    "words",
    [
        "kan du hjälpa mig hitta rätt nummer",
        "hitta numret åt mig",
        "vad har dom för nummer",
        "är de rätt nummer till avdelningen",
        "vart ringer jag på kommunen",
        "jag vill inte klaga. jag vill veta vart jag ringer på kommunen",
        "vem frågar jag om ingen socialsekreterare finns",
    ],
)
def test_the_numbers_are_given_at_once_when_the_place_is_told(known: Knowledge, words: str) -> None:
    before = after(told=told(known, FATHER))
    assert wants_contact(known, said(words), before)
    begun = begin_contact(known, known.tasks["contact"], said(words), before)
    assert begun.kept["contact_state"] is None or begun.kept["contact_state"]["step"] != "place"


@pytest.mark.parametrize(
    "words", ["vart jag ringer på kommunen", "vem frågar jag om ingen socialsekreterare finns"]
)
def test_without_a_place_that_is_asked(known: Knowledge, words: str) -> None:
    assert wants_contact(known, said(words), after())
    begun = begin_contact(known, known.tasks["contact"], said(words), after())
    assert begun.kept["contact_state"]["step"] == "place"


def test_a_switchboard_is_called_one(known: Knowledge) -> None:
    before = after(told=told(known, FATHER))
    assert "Växeln, Västra Götalandsregionen: be om avdelningen på sjukhuset" in spoken(known, before.told)
    doubt = begin_contact(known, known.tasks["contact"], said("är de rätt nummer till avdelningen"), before)
    assert doubt.replies[0].text == known.rules.phrases["region_switchboard"]


@pytest.mark.parametrize(
    "words",
    [
        "vad ska ja säga",
        "vad ska hon säga",
        "va säger man när man ringer",
        "skriv åt mig vad ja ska säga",
        "vad ska ja säga till avdelningen imorn så de inte bara skickar hem na",
        "nej de e pappa som ligger inne inte jag. skriv åt mig vad ja ska säga",
        "min fru ringer nog hellre till avdelningen. vad ska hon säga att vi vill",
    ],
)
@pytest.mark.parametrize("task", ["", "contact"])
def test_what_to_say_is_the_words_for_what_is_known(known: Knowledge, words: str, task: str) -> None:
    before = after(told=told(known, FATHER), task=task)
    assert wants_contact(known, said(words), before)
    said_then = begin_contact(known, known.tasks["contact"], said(words), before)
    (reply,) = said_then.replies
    assert "Hej, jag ringer för min pappa som är inlagd" in reply.text
    assert said_then.next == ("ask_contact" if task else "person")


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("vad ska jag säga på mötet", after(told=ContactQuery(place=MARK))),
        ("vad ska jag säga till mamma", after(told=ContactQuery(place=MARK))),
        ("vad ska jag säga när jag ringer", after()),
        ("vad ska jag säga", after(told=ContactQuery(place=MARK), task="draft")),
    ],
)
def test_words_for_another_occasion_are_not_those_for_the_phone(
    known: Knowledge, words: str, before: Conversation
) -> None:
    assert not wants_contact(known, said(words), before)


@pytest.mark.parametrize(
    "words",
    [
        "min fru ringer nog hellre till bup. vad ska hon säga att vi vill",
        "ja vad säger man när man ringer",
        "vem ringer jag",
    ],
)
def test_who_asks_instead_of_answering_is_shown_the_contacts_again(known: Knowledge, words: str) -> None:
    task = known.tasks["contact"]
    state = answering_contact(known)(task, engine.start(task), Message(text="min son på 12 bor i Sollefteå"))
    _, state = ask_contact(known, task, state)
    state = answering_contact(known)(task, state, Message(text=words))
    shown, _ = ask_contact(known, task, state)
    assert not state.error and "min son" in "\n".join(reply.text for reply in shown)


def test_the_municipalitys_number_is_always_among_the_first(known: Knowledge) -> None:
    facts = told(known, "min son är 9 och går på bup", "vi bor i Lerum")
    assert "Lerums kommun" in spoken(known, facts)


def test_in_the_midst_of_the_questions_it_is_about_the_one_last_named(known: Knowledge) -> None:
    task, before = known.tasks["contact"], after(told=told(known, FATHER))
    asked = begin_contact(known, task, pressed("hitta-kontakt", plats="annan"), before)
    state = TaskState.model_validate(asked.kept["contact_state"])
    states = {"contact": answering_contact(known)(task, state, Message(text=MOTHER))}
    now = after(told=before.told, task="contact", states=states)
    (reply,) = begin_contact(known, task, said("va ska ja säga"), now).replies
    assert "min mamma" in reply.text and "inlagd" not in reply.text
    facts = told_so_far(known, said("och pappa då, vem ringer jag"), now)
    assert (facts.whom, facts.place, facts.situation) == ("min pappa", MARK, "sjukhus")
