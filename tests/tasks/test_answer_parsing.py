"""What people write is taken as they mean it, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.drafting.draft import Draft
from actions.settings import ROOT
from actions.tasks import engine
from actions.tasks.models import FieldKind, Task, TaskState, load_tasks
from actions.tasks.parsing import NotUnderstoodError, parse

_DRAFT = load_tasks(ROOT / "content")["draft"]


def read(task: Task, step: str, text: str, existing: object = None) -> object:
    found = task.step(step)
    assert found
    return parse(found, text, existing)


@pytest.mark.parametrize(
    ("text", "who"),
    [("1", "self"), ("Jag själv", "self"), ("mitt barn.", "guardian"), ("ANHÖRIG", "relative"),
     ("god man", "trustee"), ("personal", "staff"), ("2", "guardian")],
)  # fmt: skip
def test_a_choice_is_a_number_a_label_or_an_everyday_word(draft: Task, text: str, who: str) -> None:
    assert read(draft, "who", text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [("2 alltså", "guardian"), ("det är nog nummer 2 tror jag", "guardian"), ("den andra", "guardian"),
     ("ettan", "self"), ("alternativ 1 tack", "self"), ("anhörig typ", "relative")],
)  # fmt: skip
def test_small_words_around_a_choice_change_nothing(draft: Task, text: str, who: str) -> None:
    assert read(draft, "who", text) == who


@pytest.mark.parametrize("text", ["2 gånger i veckan", "jag har 2 barn"])
def test_a_number_in_other_words_is_no_choice(draft: Task, text: str) -> None:
    assert engine.answer(draft, engine.start(draft), text).error == "error_choice"


@pytest.mark.parametrize("text", ["0", "9", "vet inte", "🙂"])
def test_a_choice_not_understood_changes_nothing_but_says_so(draft: Task, text: str) -> None:
    start = engine.start(draft)
    state = engine.answer(draft, start, text)
    assert (state.step, state.answers, state.error) == (start.step, {}, "error_choice")
    assert engine.view(draft, state).error
    assert engine.answer(draft, state, "1").error is None


def test_free_text_is_kept_word_for_word(draft: Task) -> None:
    text = "Jag orkar inte,  {inte} en dag till; mamma ringer jämt.\nDet är svårt."
    assert read(draft, "situation", text) == text


def test_several_choices_by_number_or_word_and_the_rest_as_other(draft: Task) -> None:
    assert read(draft, "adaptations", "5 och 6") == {"chosen": ["short", "breaks"], "other": ""}
    assert read(draft, "language", "tolk, persiska") == {"chosen": ["interpreter"], "other": "persiska"}


@pytest.mark.parametrize("text", ["ja till allt", "Ja, till allt!", "hon säger ja till allt", "allt"])
@pytest.mark.parametrize(("who", "more"), [("self", []), ("guardian", []), ("relative", ["answer"])])
def test_yes_to_everything_keeps_every_yes_there_is(
    draft: Task, text: str, who: str, more: list[str]
) -> None:
    state = engine.answer(draft, TaskState(task="draft", step="consent", answers={"who": who}), text)
    assert state.answers["consent"] == {"chosen": ["plan", "share", *more], "other": ""}


def test_a_limit_to_a_yes_to_everything_is_kept_beside_it(draft: Task) -> None:
    state = TaskState(task="draft", step="consent", answers={"who": "self"})
    consent = engine.answer(draft, state, "ja till allt, men inte skolan").answers["consent"]
    assert consent == {"chosen": ["plan", "share"], "other": "men inte skolan"}


def test_a_number_means_the_choice_that_is_shown_there(draft: Task) -> None:
    state = TaskState(task="draft", step="actors", answers={"who": "guardian"})
    shown = engine.view(draft, state).buttons[1][0]
    assert engine.answer(draft, state, "2").answers["actors"][0]["name"] == shown
    named = engine.answer(draft, state, "hemtjänsten").answers["actors"][0]
    assert (named["name"], named["side"]) == ("Hemtjänsten", "kommun")


def test_a_label_with_a_comma_is_one_choice(tasks: dict[str, Task]) -> None:
    assert read(tasks["prepare"], "digital", "Testa länk, ljud och bild i förväg") == {
        "chosen": ["test"], "other": ""}  # fmt: skip


def test_lists_are_split_by_line_semicolon_or_short_commas_but_prose_is_whole(tasks: dict[str, Task]) -> None:
    prepare = tasks["prepare"]
    assert read(prepare, "works", "- Skolan\n- Maten") == ["Skolan", "Maten"]
    assert read(prepare, "works", "Skolan; maten") == ["Skolan", "maten"]
    assert read(prepare, "people", "mamma, BUP") == ["mamma", "BUP"]
    prose = "Boendestödet på tisdagar är bra, men ingen kommer på helgen"
    assert read(prepare, "works", prose) == [prose]


def test_goals_take_subgoals_and_time(draft: Task) -> None:
    goals = read(draft, "goals", "Gå till affären\nDelmål: gå till porten\n- gå ut\nKlart: i maj\nSova")
    assert goals == [
        {"goal": "Gå till affären", "subgoals": ["gå till porten", "gå ut"], "when": "i maj"},
        {"goal": "Sova", "subgoals": [], "when": ""},
    ]


def test_actors_know_their_side_and_whether_to_be_invited(draft: Task) -> None:
    assert read(draft, "actors", "bup\nbjud inte in FK\nAnna (kommun)\nvet inte: Skolan") == [
        {"name": "BUP", "side": "region", "invite": "ja"},
        {"name": "Försäkringskassan", "side": "annan", "invite": "nej"},
        {"name": "Anna", "side": "kommun", "invite": "ja"},
        {"name": "Skola eller elevhälsa", "side": "annan", "invite": "vet-inte"},
    ]
    assert read(draft, "actors", "Min mottagning (vården)") == [
        {"name": "Min mottagning", "side": "region", "invite": "ja"}]  # fmt: skip


def test_writing_again_adds_to_a_list_and_never_overwrites_it(draft: Task) -> None:
    first = read(draft, "actors", "BUP, Boendestöd")
    second = read(draft, "actors", "Psykiatrin", first)
    assert isinstance(second, list) and isinstance(first, list)
    assert second[:2] == first and len(second) == 3


def test_too_much_is_said_and_not_cut(draft: Task, tasks: dict[str, Task]) -> None:
    with pytest.raises(NotUnderstoodError, match="error_too_long"):
        read(draft, "situation", "a" * 4001)
    with pytest.raises(NotUnderstoodError, match="error_too_many"):
        read(tasks["prepare"], "works", "\n".join(f"sak {n}" for n in range(31)))
    with pytest.raises(NotUnderstoodError, match="error_empty"):
        read(draft, "situation", "  \n ")


def test_reading_never_adds_rows_to_what_was_there(draft: Task) -> None:
    before = [{"goal": "Sova", "subgoals": [], "when": ""}]
    read(draft, "goals", "Äta\nDelmål: frukost", before)
    assert before == [{"goal": "Sova", "subgoals": [], "when": ""}]


@given(text=st.text(min_size=1, max_size=200))
def test_whatever_is_written_never_breaks_a_step_and_makes_a_valid_draft(text: str) -> None:
    task = _DRAFT
    for step in task.steps[1:]:
        state = engine.answer(task, TaskState(task="draft", step=step.id, answers={"who": "self"}), text)
        assert engine.view(task, state).question
        assert step.field is not FieldKind.REVIEW or state.answers == {"who": "self"}
        Draft.model_validate(engine.to_draft(task, state))


@pytest.mark.parametrize("step", ["actors", "language"])
def test_nothing_but_signs_is_no_answer(draft: Task, step: str) -> None:
    asked = draft.step(step)
    assert asked
    with pytest.raises(NotUnderstoodError, match="error_empty"):
        parse(asked, ";;;,,,")
