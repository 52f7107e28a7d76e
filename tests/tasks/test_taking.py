"""A message inside a task answers the step or steers it; anything else is left to the rest of the chat."""

from actions.tasks import engine
from actions.tasks.message import Message
from actions.tasks.models import Task, TaskState
from actions.tasks.taking import calmed, take

BEGINS = "skriva-begaran"


def heard(
    task: Task, state: TaskState, text: str, intent: str = "", confidence: float = 0.5
) -> TaskState | None:
    return take(task, state, Message(text=text, intent=intent, confidence=confidence), begins=BEGINS)


def test_an_answer_leads_to_the_next_step(draft: Task) -> None:
    moved = heard(draft, engine.start(draft), "jag själv")
    assert moved and (moved.answers["who"], moved.step) == ("self", "situation")


def test_a_question_is_left_to_the_rest_of_the_chat(draft: Task) -> None:
    assert heard(draft, engine.start(draft), "vad kostar en sip?", "kostnad", 0.99) is None


def test_skip_and_back_steer(draft: Task) -> None:
    second = heard(draft, engine.start(draft), "jag själv")
    assert second
    third = heard(draft, second, "hoppa över", "hoppa-over", 0.95)
    assert third and third.step == "important"
    back = heard(draft, third, "gå tillbaka", "tillbaka", 0.95)
    assert back and back.step == "situation"


def test_a_button_of_the_task_moves_it_and_any_other_does_not(draft: Task) -> None:
    state = engine.start(draft)
    pressed = Message(text="/steg{…}", intent="steg", entities={"steg": "draft.who", "val": "self"})
    moved = take(draft, state, pressed, begins=BEGINS)
    assert moved and moved.step == "situation"
    assert heard(draft, moved, "/hoppa-over", "hoppa-over", 1.0) is not None
    assert heard(draft, moved, "/kostnad", "kostnad", 1.0) is None


def test_the_same_trouble_is_not_told_twice_in_the_same_words(draft: Task) -> None:
    first = heard(draft, engine.start(draft), "hmm")
    assert first and first.error == "error_choice"
    second = heard(draft, first, "hmm")
    assert second and second.error == "error_again"


def test_words_that_do_not_fit_and_surely_ask_for_something_are_left(draft: Task) -> None:
    state = engine.start(draft)
    assert heard(draft, state, "annat ämne", "kostnad", 0.95) is None
    assert heard(draft, state, "annat ämne", BEGINS, 0.95) is not None


def test_a_change_at_the_review_stands_whatever_the_words_resemble(draft: Task) -> None:
    state = TaskState(task="draft", step="review", answers={"who": "self", "important": "Sova"})
    words = Message(text="ändra det viktigaste till att skolan ordnar tolk", intent="tolk", confidence=0.95)
    changed = take(draft, state, words, begins="skriva-begaran")
    assert changed is not None and changed.answers["important"] == "att skolan ordnar tolk"


def test_a_task_that_waits_keeps_no_words_until_the_person_comes_back(draft: Task) -> None:
    waiting = engine.start(draft).model_copy(update={"waiting": True, "error": "error_choice"})
    assert heard(draft, waiting, "jag själv") is None
    back = heard(draft, waiting, "fortsätt med brevet")
    assert back and not back.waiting and back.error is None and back.answers == {}
    assert heard(draft, waiting, "/steg", "steg") is not None


def test_nobody_in_distress_is_told_that_an_answer_did_not_fit(draft: Task) -> None:
    before = engine.start(draft)
    wrong = before.model_copy(update={"error": "error_choice"})
    assert calmed(before, wrong) == before
    fine = before.model_copy(update={"step": "situation"})
    assert calmed(before, fine) == fine
