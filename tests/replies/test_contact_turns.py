"""Whom to call is shown as soon as the place is known; the questions after it only change what they can."""

from actions.replies.contact_turns import answering_contact, ask_contact, begin_contact, show_contacts
from actions.replies.knowledge import Knowledge
from actions.routing.query import ContactQuery
from actions.tasks import engine
from actions.tasks.message import Message
from actions.tasks.models import TaskState
from tests.replies.said import after, pressed, said


def begun(known: Knowledge, *answers: str) -> TaskState:
    task = known.tasks["contact"]
    state = engine.start(task)
    for text in answers:
        state = answering_contact(known)(task, state, Message(text=text))
    return state


def test_with_nothing_told_the_place_is_asked(known: Knowledge) -> None:
    spoken = begin_contact(known, known.tasks["contact"], pressed("hitta-kontakt"), after())
    assert spoken.kept["contact_state"]["step"] == "place" and spoken.next == "ask_contact"
    assert spoken.replies[0].custom["topic"] == "hitta-kontakt"


def test_a_place_told_before_is_not_asked(known: Knowledge) -> None:
    before = after(told=ContactQuery(place="1490"))
    spoken = begin_contact(known, known.tasks["contact"], pressed("hitta-kontakt"), before)
    assert spoken.replies == () and spoken.kept["contact_state"]["step"] != "place"


def test_another_place_may_be_chosen(known: Knowledge) -> None:
    before = after(told=ContactQuery(place="1490"))
    other = begin_contact(known, known.tasks["contact"], pressed("hitta-kontakt", plats="annan"), before)
    assert other.kept["contact_state"]["step"] == "place"
    chosen = begin_contact(known, known.tasks["contact"], pressed("hitta-kontakt", plats="1441"), before)
    assert chosen.kept["told"]["place"] == "1441"


def test_a_chosen_place_answers_the_question_that_was_asked(known: Knowledge) -> None:
    state = begun(known, "Kungälv eller Ale")
    assert (state.step, state.error) == ("place", "error_place_several")
    turn = pressed("hitta-kontakt", plats="1482")
    spoken = begin_contact(known, known.tasks["contact"], turn, after(states={"contact": state}))
    assert spoken.kept["contact_state"]["answers"]["place"] == "1482"


def test_who_has_no_contact_yet_is_not_asked_about_it(known: Knowledge) -> None:
    turn = said("jag har ingen kontakt än, vem ringer jag i Lerum", "hitta-kontakt")
    spoken = begin_contact(known, known.tasks["contact"], turn, after())
    assert spoken.kept["contact_state"]["answers"]["has_contact"] == "none"


def test_the_contacts_are_shown_once_and_then_only_the_questions(known: Knowledge) -> None:
    task = known.tasks["contact"]
    shown, state = ask_contact(known, task, begun(known, "Lerum"))
    assert len(shown) == 3 and shown[0].custom["municipality"] == "1441"
    again, _ = ask_contact(known, task, state)
    assert len(again) == 1


def test_who_says_the_place_once_more_gets_its_doors_and_no_reproach(known: Knowledge) -> None:
    task = known.tasks["contact"]
    _, asked = ask_contact(known, task, begun(known, "Lerum"))
    again = answering_contact(known)(task, asked, Message(text="hon bor i lerum"))
    assert (again.step, again.error) == (asked.step, None)
    shown, _ = ask_contact(known, task, again)
    assert shown[0].custom["municipality"] == "1441" and len(shown) == 3


def test_another_situation_than_the_one_asked_about_is_news(known: Knowledge) -> None:
    state = begun(known, "Lerum")
    moved = answering_contact(known)(known.tasks["contact"], state, Message(text="mamma ligger på sjukhus"))
    assert moved.answers["situation"] == "sjukhus" and moved.error is None


def test_the_same_place_said_again_is_no_other_home(known: Knowledge) -> None:
    state = begun(known, "Lerum")
    again = answering_contact(known)(known.tasks["contact"], state, Message(text="vi bor ju i Lerum"))
    assert again.answers["place"] == state.answers["place"]
    moved = answering_contact(known)(known.tasks["contact"], state, Message(text="nej hon bor i Alingsås"))
    assert moved.answers["place"] != state.answers["place"]


def test_two_answers_that_are_not_understood_end_the_questions_with_what_is_known(known: Knowledge) -> None:
    state = begun(known, "Lerum", "blargh", "blargh")
    assert state.done and state.error
    spoken = show_contacts(known, known.tasks["contact"], state, after())
    assert spoken.replies[0].text == known.phrases("contact_stuck")
    assert spoken.replies[1].custom["municipality"] == "1441"


def test_answers_that_changed_nothing_get_the_same_contacts_in_few_words(known: Knowledge) -> None:
    task = known.tasks["contact"]
    _, state = ask_contact(known, task, begun(known, "Lerum"))
    (reply,) = show_contacts(known, task, state, after()).replies
    assert reply.text.startswith(known.phrases("contact_same"))


def test_a_letter_under_way_gets_the_contacts_to_choose_from(known: Knowledge) -> None:
    task, letter = known.tasks["contact"], engine.start(known.tasks["draft"])
    spoken = show_contacts(known, task, begun(known, "Lerum"), after(states={"draft": letter}))
    assert spoken.next == "ask_draft" and spoken.kept["draft_state"]["contacts"]
    done = letter.model_copy(update={"done": True})
    assert show_contacts(known, task, begun(known, "Lerum"), after(states={"draft": done})).next == "rules"


def test_where_there_is_nothing_to_ask_it_is_the_persons_turn(known: Knowledge) -> None:
    told = ContactQuery(place="1441", situation="nekad", refused_by="kommun")
    turn = pressed("hitta-kontakt")
    spoken = begin_contact(known, known.tasks["contact"], turn, after(told=told))
    assert spoken.replies[0].custom["municipality"] == "1441"
    assert spoken.next == "person" and spoken.kept["contact_state"] is None
    letter = {"draft": engine.start(known.tasks["draft"])}
    with_letter = begin_contact(known, known.tasks["contact"], turn, after(told=told, states=letter))
    assert with_letter.next == "ask_draft"


def test_several_places_are_chosen_between_also_after_something_else_was_answered(known: Knowledge) -> None:
    task = known.tasks["contact"]
    state = begun(known, "svärmor bor i Kiruna och vi i Växjö")
    asked_again = state.model_copy(update={"error": None})
    replies, _ = ask_contact(known, task, asked_again)
    titles = [button.title for button in replies[-1].buttons]
    assert titles[:2] == ["Kiruna kommun, Norrbottens län", "Växjö kommun, Kronobergs län"]
    assert "svärmor" not in replies[-1].text
