"""Every letter asks what it needs and nothing else, and answers follow along to the next letter."""

import pytest

from actions.drafting.draft import Draft
from actions.replies.tasking import offers
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


def test_a_relative_is_asked_who_it_is_and_the_same_words_are_not_asked_for_again(draft: Task) -> None:
    asked = engine.answer(draft, engine.start(draft, "request"), "någon som står mig nära")
    assert asked.step == "relation"
    told = engine.answer(draft, engine.start(draft, "request"), "min mamma")
    assert told.answers == {"who": "relative", "relation": "mother"} and told.step == "situation"
    assert "hennes dotter" in engine.view(draft, engine.goto(draft, told, "writer")).question
    important = engine.view(draft, engine.goto(draft, told, "important"))
    assert important.question == "Vad är viktigast för din mamma? Skriv gärna hennes egna ord."


@pytest.mark.parametrize(
    ("words", "relation", "person"),
    [
        ("jag är anhörig till min mamma", "mother", "din mamma"),
        ("jag är mamma", "child", "ditt barn"),
        ("vårdnadshavare för min son", "child", "ditt barn"),
        ("närstående", None, "personen"),
    ],
)
def test_a_relatives_meeting_sheet_speaks_of_the_person_it_is_about(
    tasks: dict[str, Task], words: str, relation: str | None, person: str
) -> None:
    task = tasks["prepare"]
    told = engine.answer(task, engine.start(task), words)
    assert told.answers.get("relation") == relation
    assert told.step == ("matters" if relation else "relation")
    asked = engine.view(task, engine.goto(task, told, "matters"))
    assert asked.question.startswith(f"Fråga först {person}. Vad är viktigast för {person} att få sagt")


@pytest.mark.parametrize("task", ["draft", "prepare"])
def test_nobody_is_asked_about_my_man_when_it_is_their_own(tasks: dict[str, Task], task: str) -> None:
    told = engine.answer(tasks[task], engine.start(tasks[task]), "närstående")
    told = engine.answer(tasks[task], told, "min man")
    for step in engine.visible_steps(tasks[task], told):
        shown = engine.view(tasks[task], engine.goto(tasks[task], told, step.id))
        assert not any("min man" in text for text in (shown.question, shown.why, *shown.help))


@pytest.mark.parametrize("words", ["mej", "mig", "ja", "jag", "ja själv", "jag själv"])
def test_oneself_is_said_in_many_ways(draft: Task, words: str) -> None:
    assert engine.answer(draft, engine.start(draft), words).answers == {"who": "self"}


def test_nobodys_mother_is_offered_child_psychiatry(draft: Task) -> None:
    def offered(**answers: str) -> set[str]:
        state = TaskState(task="draft", step="actors", letter="request", answers=answers)
        return {title for title, _ in engine.view(draft, state).buttons}

    mother = offered(who="relative", relation="mother")
    assert {"Minnesmottagning", "Fysioterapeut", "Fast omsorgskontakt", "Dagverksamhet"} <= mother
    assert not {"BUP", "Skola eller elevhälsa"} & mother
    assert "BUP" in offered(who="guardian") and "Minnesmottagning" not in offered(who="guardian")


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


def test_who_has_had_no_answer_is_offered_the_reminder_and_no_other_letter(tasks: dict[str, Task]) -> None:
    for words in ("jag har inte fått svar på min begäran", "jag fick inget svar på brevet"):
        [letter] = [one for one in offers(tasks, "nekad-sip", words) if "skriva-begaran" in one.payload]
        assert letter.payload == '/skriva-begaran{"val":"reminder"}'
    assert offers(tasks, "kostnad", "jag har inte fått svar om vad det kostar") == ()


@pytest.mark.parametrize("letter", STEPS)
def test_every_letter_can_be_finished_without_more_than_who_it_is_about(draft: Task, letter: str) -> None:
    state = engine.answer(draft, engine.start(draft, letter), "jag själv")
    for _ in steps(draft, letter)[1:-1]:
        state = engine.skip(draft, state)
    done = engine.answer(draft, state, "klart")
    assert done.done
    assert Draft.model_validate(engine.to_draft(draft, done)).letter == letter
