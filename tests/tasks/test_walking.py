"""A person can answer, skip, go back and change their mind, and nothing is lost."""

import pytest

from actions.tasks import engine
from actions.tasks.models import FieldKind, Task, TaskState

STEPS = ["who", "situation", "important", "goals", "actors", "support", "language", "adaptations"]
STEPS += ["meeting", "avoid", "consent", "recipient", "review"]


def at(task: Task, step: str, who: str = "self", **answers: object) -> TaskState:
    return TaskState(task=task.id, step=step, answers={"who": who, **answers})


def walk(task: Task, *messages: str) -> TaskState:
    state = engine.start(task)
    for message in messages:
        state = engine.answer(task, state, message)
    return state


@pytest.mark.parametrize("who", ["self", "guardian", "relative", "trustee", "staff"])
def test_every_step_is_reached_by_skipping_all_but_the_first(draft: Task, who: str) -> None:
    state = engine.apply_payload(draft, engine.start(draft), {"steg": "draft.who", "val": who})
    assert state
    seen = ["who"]
    while not state.done and state.step not in seen:
        seen.append(state.step)
        state = engine.skip(draft, state)
    assert [step for step in seen if step != "relation"] == STEPS
    assert ("relation" in seen) == (who == "relative")
    assert engine.answer(draft, state, "klart").done


def test_only_the_first_step_must_be_answered(draft: Task, tasks: dict[str, Task]) -> None:
    stuck = engine.skip(draft, engine.start(draft))
    assert (stuck.step, stuck.error) == ("who", "error_required")
    assert [s.id for t in tasks.values() for s in t.steps if s.required] == ["who", "who"]


def test_contact_asks_at_most_three_things_and_all_can_be_skipped(tasks: dict[str, Task]) -> None:
    task = tasks["contact"]
    state = engine.start(task)
    for _ in range(3):
        assert not state.done
        state = engine.skip(task, state)
    assert state.done and state.answers == {}


def test_a_young_person_gets_a_shorter_sheet(tasks: dict[str, Task]) -> None:
    task = tasks["prepare"]
    steps = {who: len(engine.visible_steps(task, at(task, "who", who))) for who in ("person", "young")}
    assert steps["young"] < steps["person"]
    assert len(engine.visible_steps(task, at(task, "who", "relative"))) == len(task.steps)


def test_going_back_keeps_later_answers(draft: Task) -> None:
    state = walk(draft, "Jag själv", "Jag orkar inte ringa runt.", "Att få sova.")
    back = engine.back(draft, engine.back(draft, state))
    assert back.step == "situation"
    assert back.answers == state.answers


def test_going_back_from_the_first_step_stays_there(draft: Task) -> None:
    assert engine.back(draft, engine.start(draft)).step == "who"


def test_a_change_from_the_review_returns_to_the_review(draft: Task) -> None:
    opened = engine.edit(draft, at(draft, "review", important="Sova"), "important")
    assert (opened.step, opened.back_to) == ("important", "review")
    changed = engine.answer(draft, opened, "Att bo hemma")
    assert (changed.step, changed.back_to, changed.answers["important"]) == ("review", "", "Att bo hemma")


def test_a_change_can_be_called_off_without_loss(draft: Task) -> None:
    state = at(draft, "review", important="Sova")
    assert engine.back(draft, engine.edit(draft, state, "important")) == state


def test_the_review_understands_change_in_words(draft: Task) -> None:
    assert engine.answer(draft, at(draft, "review"), "ändra plats och tid").step == "meeting"
    assert engine.answer(draft, at(draft, "review"), "hmm").error == "error_choice"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("ändra målet", "goals"), ("ändra på målen", "goals"), ("ja vill byta mottagaren", "recipient"),
        ("ta bort tolken", "language"), ("ändra det som är svårt", "situation"),
        ("ändra samtycket", "consent"),
        ("jag vill ändra det om jobb", "goals"), ("vänta ja ångrar mej, ändra de om jobb", "goals"),
    ],
)  # fmt: skip
def test_the_review_opens_the_step_by_an_inflected_name_or_by_what_was_said(
    draft: Task, text: str, step: str
) -> None:
    goals = [{"goal": "att han får jobb", "subgoals": [], "when": ""}]
    opened = engine.answer(draft, at(draft, "review", important="skolan", goals=goals), text)
    assert (opened.step, opened.back_to, opened.answers["goals"]) == (step, "review", goals)


@pytest.mark.parametrize("text", ["ta bort de där ja ångra", "ändra", "ändra det om jobb", "ändra nåt"])
def test_the_review_asks_which_answer_when_that_is_unclear(draft: Task, text: str) -> None:
    goals = [{"goal": "få jobb", "subgoals": [], "when": ""}]
    asked = engine.answer(draft, at(draft, "review", important="ett jobb", goals=goals), text)
    assert (asked.step, asked.error) == ("review", "which_change")
    assert any(title == "Ändra: Mål" for title, _ in engine.view(draft, asked).buttons)


def test_a_finished_task_can_be_opened_again_and_changed(draft: Task) -> None:
    done = engine.answer(draft, at(draft, "review", situation="Svårt"), "klar")
    changed = engine.edit(draft, done, "situation")
    assert done.done and not changed.done and changed.answers == done.answers


def test_skipping_an_answered_step_keeps_the_answer(draft: Task) -> None:
    state = engine.skip(draft, at(draft, "important", important="Sova"))
    assert (state.step, state.answers["important"]) == ("goals", "Sova")


def test_an_answer_is_erased_only_when_asked(draft: Task) -> None:
    state = engine.apply_payload(
        draft, at(draft, "important", important="Sova"), {"steg": "draft.important", "val": "erase"}
    )
    assert state and "important" not in state.answers


def test_nobody_jumps_past_who_it_is_about(draft: Task) -> None:
    assert engine.goto(draft, engine.start(draft), "goals").step == "who"
    assert engine.goto(draft, engine.start(draft), "nowhere") == engine.start(draft)


def test_progress_counts_questions_and_not_the_review(draft: Task) -> None:
    assert engine.progress(draft, engine.start(draft)) == (1, 12)
    assert engine.progress(draft, at(draft, "goals")) == (4, 12)
    assert engine.progress(draft, at(draft, "review")) == (12, 12)


def test_changing_the_role_hides_steps_without_losing_them(tasks: dict[str, Task]) -> None:
    task = tasks["prepare"]
    young = at(task, "review", "young", decide={"chosen": ["copy"], "other": ""})
    assert "decide" not in engine.to_draft(task, young)["answers"]
    again = young.model_copy(update={"answers": {**young.answers, "who": "person"}})
    assert "decide" in engine.to_draft(task, again)["answers"]


def test_a_state_survives_being_stored_as_json(draft: Task) -> None:
    state = walk(draft, "mitt barn", "Svårt.", "Skolan", "Mål ett\nDelmål: ett steg", "BUP, 1")
    assert TaskState.model_validate_json(state.model_dump_json()) == state


def test_a_relative_is_told_about_consent_first(draft: Task) -> None:
    shown = engine.view(draft, walk(draft, "min syster"))
    assert shown.step_id == "draft.situation"
    assert "själv säger ja" in shown.question


def test_every_step_has_words_for_every_role(tasks: dict[str, Task]) -> None:
    for task in tasks.values():
        for who in [option.id for option in task.steps[0].options] or ["-"]:
            for step in engine.visible_steps(task, at(task, "who", who)):
                shown = engine.view(task, at(task, step.id, who))
                assert shown.question and shown.why
                assert shown.buttons
                going_back = step.id != task.steps[0].id and step.field is not FieldKind.REVIEW
                assert going_back == any(payload == "/tillbaka" for _, payload in shown.buttons)


def test_the_review_shows_every_step_with_a_way_to_change_it(draft: Task) -> None:
    shown = engine.view(draft, at(draft, "review", important="Att sova"))
    payloads = [payload for _, payload in shown.buttons]
    assert [title for title, _ in shown.summary] == [
        step.title for step in draft.steps[:-1] if step.id not in ("relation", "writer")
    ]
    assert all(f'/steg{{"steg":"draft.{step}"}}' in payloads for step in STEPS[:-1])
    assert ("Det viktigaste", "Att sova") in shown.summary


def test_a_missing_side_is_pointed_out_gently(draft: Task) -> None:
    school = [{"name": "Skolan", "side": "annan", "invite": "ja"}]
    both = [{"name": n, "side": s, "invite": "ja"} for n, s in (("Boendestöd", "kommun"), ("BUP", "region"))]
    assert len(engine.view(draft, at(draft, "review", actors=school)).notes) == 2
    assert engine.view(draft, at(draft, "review", actors=both)).notes == ()


def test_vague_goals_are_helped_by_questions(draft: Task) -> None:
    questions = engine.view(draft, at(draft, "goals")).help
    assert len(questions) >= 4
    assert all(question.endswith("?") for question in questions)


def test_a_changed_person_is_asked_about_further_and_then_the_letter_goes_on(draft: Task) -> None:
    state = engine.edit(draft, at(draft, "important", situation="Det är svårt"), "who")
    state = engine.answer(draft, state, "Någon som står mig nära")
    assert (state.step, state.back_to) == ("relation", "important")
    state = engine.answer(draft, state, "min mamma")
    assert (state.step, state.answers["situation"]) == ("important", "Det är svårt")


def test_at_the_review_a_changed_person_leads_to_all_that_follows_from_it(draft: Task) -> None:
    state = engine.answer(draft, engine.edit(draft, at(draft, "review"), "who"), "min mamma")
    assert (state.step, state.answers["relation"]) == ("writer", "mother")
    assert engine.skip(draft, state).step == "review"
    told = engine.answer(draft, at(draft, "review"), "ändra vem det gäller till min pappa")
    assert (told.step, told.answers["relation"], told.error) == ("writer", "father", "corrected")


@pytest.mark.parametrize(
    "yes", ["ja gärna", "ja tack det vill jag", "vi skriver då", "ok skriv", "ja gärna, vi skriver"]
)
def test_a_yes_is_no_answer_in_a_letter(draft: Task, yes: str) -> None:
    state = engine.answer(draft, at(draft, "situation"), yes)
    assert (state.step, state.error) == ("situation", "error_which")
