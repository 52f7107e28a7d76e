"""A guided task begins where it was left, asks one step at a time, and ends with something in the hand."""

import pytest

from actions.crisis import CrisisSignal
from actions.replies.contract import Context
from actions.replies.hearing import hear
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question
from actions.replies.task_turns import ask, begin, end, for_card
from actions.replies.turn import Turn
from actions.routing.query import ContactQuery
from actions.tasks import engine
from actions.tasks.models import TaskState
from tests.replies.said import after, pressed, said

LISTEN = "action_listen"
CARDS = Context()
OPEN = Context(task="draft", step="situation")


def test_a_task_says_what_it_is_and_begins_at_its_first_step(known: Knowledge) -> None:
    spoken = begin(known, "draft", pressed("skriva-begaran"), after(), [])
    assert spoken.replies[0].custom["topic"] == "skriva-begaran"
    assert spoken.kept["draft_state"]["step"] == "who"


def test_a_task_goes_on_where_it_was_left_without_saying_it_all_again(known: Knowledge) -> None:
    state = engine.answer(known.tasks["draft"], engine.start(known.tasks["draft"]), "jag själv")
    spoken = begin(known, "draft", said("skriv", "skriva-begaran"), after(states={"draft": state}), [])
    assert spoken.replies == () and spoken.kept["draft_state"]["step"] == "situation"


def test_a_finished_letter_gives_way_to_a_new_one(known: Knowledge) -> None:
    done = engine.start(known.tasks["draft"]).model_copy(update={"done": True, "answers": {"who": "self"}})
    spoken = begin(known, "draft", said("skriv", "skriva-begaran"), after(states={"draft": done}), [])
    assert spoken.replies and spoken.kept["draft_state"]["answers"] == {}


@pytest.mark.parametrize("chosen", [pressed("skriva-begaran", val="reminder"), said("skriv en påminnelse")])
def test_another_letter_keeps_all_answers(known: Knowledge, chosen: Turn) -> None:
    state = engine.answer(known.tasks["draft"], engine.start(known.tasks["draft"]), "jag själv")
    spoken = begin(known, "draft", chosen, after(states={"draft": state}), [])
    assert spoken.replies[0].custom["letter"] == "reminder"
    assert spoken.kept["draft_state"]["letter"] == "reminder"
    assert spoken.kept["draft_state"]["answers"] == {"who": "self"}


def test_a_letter_that_there_is_none_of_is_the_ordinary_one(known: Knowledge) -> None:
    spoken = begin(known, "draft", pressed("skriva-begaran", val="poem"), after(), [])
    assert "letter" not in spoken.replies[0].custom


def test_what_else_is_asked_is_answered_before_the_task(known: Knowledge) -> None:
    several = [Question("kostnad"), Question("skriva-begaran")]
    spoken = begin(known, "draft", said("vad kostar det, och skriv", "skriva-begaran"), after(), several)
    assert [reply.custom["topic"] for reply in spoken.replies] == ["kostnad", "skriva-begaran"]


def test_a_client_with_cards_gets_a_card_and_nothing_is_begun_here(known: Knowledge) -> None:
    turn = said("skriv för min mamma", "skriva-begaran", context=CARDS)
    spoken = begin(known, "draft", turn, after(), [])
    assert spoken.replies[0].custom["task"] == "draft"
    assert spoken.replies[0].custom["prefilled"] == {"who": "relative", "relation": "mother"}
    assert spoken.kept == {"misses": 0} and spoken.next == "card"


@pytest.mark.parametrize(
    ("told", "answers"),
    [
        ({"role": "relative", "whom": "min mamma"}, {"who": "relative", "relation": "mother"}),
        ({"role": "parent", "whom": "min son", "age_group": "barn"}, {"who": "guardian"}),
        ({"role": "parent", "whom": "min son"}, {}),
        ({"role": "relative", "whom": "min dotter"}, {}),
        ({}, {}),
    ],
)
def test_whom_it_is_about_is_not_asked_again(
    known: Knowledge, told: dict[str, str], answers: dict[str, str]
) -> None:
    before = after(told=ContactQuery.model_validate(told))
    spoken = begin(known, "draft", said("hjälp mig skriva", "skriva-begaran"), before, [])
    assert spoken.kept["draft_state"]["answers"] == answers
    assert spoken.kept["draft_state"]["step"] == ("situation" if answers else "who")
    carded = begin(known, "draft", said("hjälp mig skriva", "skriva-begaran", context=CARDS), before, [])
    assert carded.replies[0].custom.get("prefilled", {}) == answers


def test_a_letter_begun_about_somebody_told_of_says_so(known: Knowledge) -> None:
    turn = said("hjälp mig skriva för min mamma", "skriva-begaran")
    said_about = begin(known, "draft", turn, after(), []).replies[-1].text
    assert "din mamma" in said_about and "ändra vem det gäller" in said_about
    assert len(begin(known, "draft", said("skriv för mig själv"), after(), []).replies) == 1


def test_the_check_after_a_meeting_begins_anew_each_time(known: Knowledge) -> None:
    spoken = begin(known, "after", pressed("koll-efter-motet"), after(), [])
    assert spoken.kept["after_state"] == engine.start(known.tasks["after"]).model_dump(mode="json")


def test_one_step_is_asked_with_how_far_it_is(known: Knowledge) -> None:
    spoken = ask(known, "draft", after(), "action_start_draft")
    assert spoken.replies[0].custom["step"] == "draft.who"
    assert spoken.replies[0].custom["progress"]["index"] == 1


def test_nothing_is_asked_right_after_the_crisis_answer(known: Knowledge) -> None:
    assert ask(known, "draft", after(), "action_crisis").replies == ()


def test_a_task_that_waits_says_how_to_come_back(known: Knowledge) -> None:
    state = engine.start(known.tasks["draft"]).model_copy(update={"waiting": True})
    (reply,) = ask(known, "draft", after(states={"draft": state}), "action_answer").replies
    assert reply.text == known.tasks["draft"].phrases["waiting"]
    assert [button.payload for button in reply.buttons] == ['/steg{"steg":"draft.who"}']


def test_what_was_wrong_is_not_said_again_after_an_answer_in_between(known: Knowledge) -> None:
    state = engine.start(known.tasks["draft"]).model_copy(update={"error": "error_choice"})
    before = after(states={"draft": state})
    wrong = known.tasks["draft"].phrases["error_choice"]
    assert wrong in ask(known, "draft", before, LISTEN).replies[0].text
    assert wrong not in ask(known, "draft", before, "action_answer").replies[0].text


def test_whom_to_call_is_asked_once_more_after_another_answer_and_then_no_more(known: Knowledge) -> None:
    state = engine.start(known.tasks["contact"])
    again = ask(known, "contact", after(states={"contact": state}), "action_answer")
    assert again.replies and again.next == "rules"
    kept = TaskState.model_validate(again.kept["contact_state"])
    dropped = ask(known, "contact", after(states={"contact": kept}), "action_answer")
    assert (dropped.replies, dropped.next, dropped.kept) == ((), "ended", {"contact_state": None})
    letter = engine.start(known.tasks["draft"]).model_copy(update={"asked_again": True})
    assert ask(known, "draft", after(states={"draft": letter}), "action_answer").replies


def test_an_answer_is_heard_once_right_after_it_was_waited_for(known: Knowledge) -> None:
    before = after(task="draft", states={"draft": engine.start(known.tasks["draft"])})
    heard = hear(known, "draft", said("jag själv"), before, LISTEN)
    assert heard and heard.kept["draft_state"]["answers"] == {"who": "self"} and heard.kept["draft"] is None
    assert hear(known, "draft", said("jag själv"), before, "action_start_draft") == type(heard)()
    assert hear(known, "draft", said("jag själv"), after(), LISTEN) == type(heard)()


def test_a_question_a_card_and_a_protected_person_are_left_to_the_rules(known: Knowledge) -> None:
    before = after(task="draft", states={"draft": engine.start(known.tasks["draft"])})
    assert hear(known, "draft", said("vad kostar det?", "kostnad"), before, LISTEN).next == "others"
    assert hear(known, "draft", said("jag själv", context=OPEN), before, LISTEN).next == "others"
    assert hear(known, "draft", said("jag har skyddad identitet"), before, LISTEN).next == "others"


def test_why_a_step_is_asked_is_told(known: Knowledge) -> None:
    before = after(task="draft", states={"draft": engine.start(known.tasks["draft"])})
    heard = hear(known, "draft", said("varför", "varfor"), before, LISTEN)
    assert heard and heard.replies[0].text == known.tasks["draft"].steps[0].why


def test_nobody_in_distress_is_told_that_the_answer_did_not_fit(known: Knowledge) -> None:
    before = after(task="draft", states={"draft": engine.start(known.tasks["draft"])})
    worn = said("orkar inte", confidence=0.3, danger=CrisisSignal("", "heavy"))
    heard = hear(known, "draft", worn, before, LISTEN)
    assert heard and heard.replies[0].custom == {"care": "heavy"}
    assert heard.kept["draft_state"]["error"] is None


def _walked(known: Knowledge, task: str, *answers: str) -> TaskState:
    state = engine.start(known.tasks[task])
    for text in answers:
        state = engine.answer(known.tasks[task], state, text)
    return state


@pytest.mark.parametrize("task", ["draft", "prepare"])
def test_a_task_ends_with_a_paper_of_what_was_written(known: Knowledge, task: str) -> None:
    spoken = end(known, task, after(states={task: _walked(known, task)}))
    (reply,) = spoken.replies
    assert reply.custom["step"] == f"{task}.done" and reply.custom["draft"]["version"] == 1
    assert reply.text.startswith(known.phrases(f"{task}_done"))


def test_the_check_after_a_meeting_ends_with_what_to_do_and_forgets_the_answers(known: Knowledge) -> None:
    spoken = end(known, "after", after(states={"after": _walked(known, "after", "nej", "ja")}))
    (reply,) = spoken.replies
    advised = known.tasks["after"].steps[0].options[1].advice
    assert advised in reply.text and reply.buttons and spoken.kept["after_state"] is None
    (nothing,) = end(known, "after", after(states={"after": _walked(known, "after", "ja")})).replies
    assert nothing.text == known.tasks["after"].phrases["after_none"] and nothing.buttons == ()


def test_an_answer_to_an_open_card_is_handed_back_and_not_kept(known: Knowledge) -> None:
    spoken = for_card(known, said("När jag ringer BUP svarar ingen", context=OPEN))
    assert spoken and spoken.replies[-1].custom == {"for_card": True}
    assert (spoken.kept, spoken.next) == ({}, "card")


def test_a_question_that_is_not_understood_is_not_written_into_the_card(known: Knowledge) -> None:
    asked = said("vem är det som bestämmer", confidence=0.3, context=Context(task="draft", step="language"))
    assert for_card(known, asked) is None


@pytest.mark.parametrize(
    ("text", "intent", "context"),
    [
        ("vad kostar en SIP?", "kostnad", OPEN),
        ("När jag ringer BUP svarar ingen", "", CARDS),
        ("När jag ringer BUP svarar ingen", "", None),
        ("När jag ringer BUP svarar ingen", "", Context(task="draft", step="no_such")),
        ("/kostnad", "kostnad", OPEN),
    ],
)
def test_anything_else_is_answered_as_ever(
    known: Knowledge, text: str, intent: str, context: Context | None
) -> None:
    assert for_card(known, said(text, intent, context=context)) is None
