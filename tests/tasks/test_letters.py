"""Every letter asks what it needs and nothing else, and answers follow along to the next letter."""

import pytest

from actions.conversation.tasking import offers
from actions.drafting.draft import Draft
from actions.tasks import engine
from actions.tasks.models import Task, TaskState

SHORT = ["who", "situation", "important", "recipient", "review"]
FULL = [*SHORT[:3], "goals", "actors", "support", "language", "adaptations", "meeting", "avoid", "consent"]
STEPS = {
    "request": [*FULL, *SHORT[3:]],
    "followup": [*FULL, *SHORT[3:]],
    "reminder": SHORT,
    "reasons": SHORT,
    "withdrawal": ["who", "recipient", "review"],
}


def steps(task: Task, letter: str) -> list[str]:
    return [step.id for step in engine.visible_steps(task, engine.start(task, letter))]


def test_each_letter_has_its_own_questions(draft: Task) -> None:
    assert {letter.id: steps(draft, letter.id) for letter in draft.letters} == STEPS


def test_a_followup_is_asked_about_what_has_changed(draft: Task) -> None:
    for who in ("self", "relative", "staff"):
        state = TaskState(task="draft", step="situation", letter="followup", answers={"who": who})
        assert "ändrats" in engine.view(draft, state).question


def test_a_second_letter_keeps_the_answers_and_asks_only_for_what_is_missing(draft: Task) -> None:
    answers = {"who": "guardian", "situation": "Svårt", "important": "Sova", "goals": [{"goal": "x"}]}
    state = TaskState(task="draft", step="review", letter="request", answers=answers, done=True)
    reminder = engine.change_letter(draft, state, "reminder")
    assert (reminder.step, reminder.done, reminder.answers) == ("recipient", False, answers)
    assert "goals" not in engine.to_draft(draft, reminder)["answers"]
    assert "goals" in engine.to_draft(draft, engine.change_letter(draft, reminder, "request"))["answers"]


def test_the_letter_is_changed_from_the_review_by_button(draft: Task) -> None:
    state = TaskState(task="draft", step="review", letter="request", answers={"who": "self"})
    shown = dict(engine.view(draft, state).buttons)
    assert sum("letter:" in payload for payload in shown.values()) == len(draft.letters) - 1
    changed = engine.apply_payload(draft, state, {"steg": "draft.review", "val": "letter:withdrawal"})
    assert changed and (changed.letter, changed.step) == ("withdrawal", "recipient")
    forged = engine.apply_payload(draft, state, {"steg": "draft.review", "val": "letter:poem"})
    assert forged and (forged.letter, forged.error) == ("request", "error_choice")


@pytest.mark.parametrize(
    ("words", "letter"),
    [("hjälp mig skriva en påminnelse", "reminder"), ("jag har inte fått svar, skriv ett brev", "reminder"),
     ("skriv ett brev, jag fick nej", "reasons"), ("brev: jag tar tillbaka mitt ja", "withdrawal"),
     ("brev om uppföljning", "followup"), ("jag vill skriva en begäran om sip", None)],
)  # fmt: skip
def test_the_words_say_which_letter(draft: Task, words: str, letter: str | None) -> None:
    named = draft.letter_named(words)
    assert (named.id if named else None) == letter


@pytest.mark.parametrize(
    ("topic", "letter"),
    [("nekad-sip", "reasons"), ("hur-lang-tid", "reminder"), ("aterta-samtycke", "withdrawal"),
     ("uppfoljning", "followup")],
)  # fmt: skip
def test_the_letter_that_fits_is_offered_after_the_answer(
    tasks: dict[str, Task], topic: str, letter: str
) -> None:
    assert f'/skriva-begaran{{"val":"{letter}"}}' in [button.payload for button in offers(tasks, topic)]


@pytest.mark.parametrize("letter", STEPS)
def test_every_letter_can_be_finished_without_more_than_who_it_is_about(draft: Task, letter: str) -> None:
    state = engine.answer(draft, engine.start(draft, letter), "jag själv")
    for _ in steps(draft, letter)[1:-1]:
        state = engine.skip(draft, state)
    done = engine.answer(draft, state, "klart")
    assert done.done
    assert Draft.model_validate(engine.to_draft(draft, done)).letter == letter
