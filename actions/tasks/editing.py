"""Changes an answer that was given: at the review, right after it, or from any later step."""

from typing import Any

from actions.content.text import fold
from actions.tasks.asking import agrees, declines
from actions.tasks.changing import Change, has_several, new_answer, step_to_change
from actions.tasks.fitting import also_told, answerable
from actions.tasks.models import ROWS, FieldKind, Step, Task, TaskState
from actions.tasks.parsing import NotUnderstoodError, find_option, mentioned_option, parse
from actions.tasks.reopening import Reopening, Walked, read_reopening
from actions.tasks.step_words import step_words
from actions.tasks.walking import WRITTEN, advance, current, edit, finish, put, visible_steps, wrong
from actions.tasks.wish_words import wish_words

_GROWING = (*ROWS, FieldKind.CHOICES)
_FEW = 4  # words that say whom a paper is about
_LONG_TEXT = 8  # words of an answer that may tell more than the part that is to be changed


def answer_review(task: Task, state: TaskState, text: str) -> TaskState:
    """Takes words at the review: all is right, or one answer is to be changed."""
    if is_ready(text) or agrees(text):
        return finish(state)
    if new := new_answer(visible_steps(task, state), state.answers, text):
        return _change(task, state, new)
    if named := step_to_change(visible_steps(task, state), state.answers, text):
        return edit(task, state, named.id)
    return reopen(task, state, text) or _unclear(state, text)


def is_ready(text: str) -> bool:
    """True for words that say that the paper is as it should be, and nothing more."""
    return fold(text) in step_words().ready


def review_early(task: Task, state: TaskState) -> TaskState | None:
    """The review before all is asked, with the way back to where the person was; None where there is none."""
    steps, here = visible_steps(task, state), current(task, state)
    review = next((step for step in steps if step.field is FieldKind.REVIEW), None)
    if review is None or here is review or not state.answers:
        return None
    opened = edit(task, state, review.id)
    return opened if opened.error else wrong(opened, "shown_early")


def _unclear(state: TaskState, text: str) -> TaskState:
    return wrong(state, "which_change" if step_words().opens_change.match(text.strip()) else "error_choice")


def reopen(task: Task, state: TaskState, text: str) -> TaskState | None:
    """The earlier step that the words ask for, with all answers; None when they ask for none for sure."""
    if concerns := _concerns_another(task, state, text):
        return _change(task, state, concerns)
    wish = _wish(task, state, text)
    if wish is None or not wish.sure:
        return None
    if wish.step is None:
        return wrong(state, "which_change_here")
    if wish.to:
        return _change(task, state, Change(wish.step, wish.to, wish.is_part))
    opened = edit(task, state, wish.step.id)
    return opened if opened.error or not opened.back_to else wrong(opened, "change_here")


def may_reopen(task: Task, state: TaskState, text: str) -> bool:
    """True for words that name an earlier answer to change, and as well may be the answer."""
    wish = _wish(task, state, text)
    return wish is not None and not wish.sure


def correct(task: Task, state: TaskState, text: str) -> TaskState:
    """Changes the answer just given. What can hold several things is opened and added to, never overwritten:
    "jag menade habiliteringen" does not say that the others go.
    """
    last = _last_answered(task, state)
    if last is None:
        return wrong(state, "error_choice")
    step, old = answerable(last, state.answers), state.answers[last.id]
    adds = last.field in _GROWING or (last.field is FieldKind.LONG_TEXT and has_several(step, old))
    told = f"{old}\n{text}" if adds and isinstance(old, str) else text
    kept = _with_new(state, step, told, old if adds else None)
    if kept.error or adds:
        return wrong(edit(task, kept, last.id), kept.error or "added_here")
    return wrong(kept, "corrected")


def reopen_last(task: Task, state: TaskState) -> TaskState:
    """Asks for the answer just given once more; it stands until another one comes."""
    last = _last_answered(task, state)
    return edit(task, state, last.id) if last else wrong(state, "error_choice")


def _change(task: Task, state: TaskState, change: Change) -> TaskState:
    """The answer in new words. One of several things is opened and added to; a single thing gives way, since
    both it and what takes its place were named.
    """
    step, old = answerable(change.step, state.answers), state.answers.get(change.step.id)
    opened = edit(task, state, step.id)
    if opened.error:
        return opened
    several = has_several(step, old)
    long = several or len(fold(str(old)).split()) > _LONG_TEXT
    if step.field is FieldKind.LONG_TEXT and change.is_part and long:
        return wrong(opened, "change_whole")
    if step.field in WRITTEN and declines(change.to) and not several:
        return _changed(task, put(opened, step.id, None))
    grows = several and step.field in _GROWING
    kept = _with_new(opened, step, change.to, old if grows or step.field is FieldKind.DATES else None)
    if kept.error:
        return kept
    if grows and step.field is not FieldKind.DATES:
        return wrong(kept, "added_here")
    told = also_told(task, kept.answers, step, change.to) if step.field is FieldKind.CHOICE else {}
    return _changed(task, kept.model_copy(update={"answers": {**kept.answers, **told}}))


def _with_new(state: TaskState, step: Step, text: str, old: Any) -> TaskState:
    """The words as the step's answer, together with the old one where there is one; else what is wrong."""
    try:
        return put(state, step.id, parse(step, text, old))
    except NotUnderstoodError as error:
        return wrong(state, str(error))


def _changed(task: Task, state: TaskState) -> TaskState:
    moved = advance(task, state)
    if moved.back_to:
        return wrong(moved, "corrected")
    at_review = current(task, moved).field is FieldKind.REVIEW
    return wrong(moved, "changed" if at_review else "changed_earlier")


def _wish(task: Task, state: TaskState, text: str) -> Reopening | None:
    steps = [step for step in visible_steps(task, state) if step.field is not FieldKind.REVIEW]
    return read_reopening(Walked(steps, current(task, state), state.answers), text)


def _concerns_another(task: Task, state: TaskState, text: str) -> Change | None:
    """Whom the paper is about, where a few words name another than before."""
    said, who = step_words().concerns_another.fullmatch(wish_words().plain(text)), task.steps[0]
    if said is None or state.step == who.id or len(said[1].split()) > _FEW:
        return None
    option = find_option(who, said[1]) or mentioned_option(who, said[1])
    if option is None:
        return None
    told = {who.id: option.id, **also_told(task, {who.id: option.id}, who, said[1])}
    same = all(state.answers.get(step) == value for step, value in told.items())
    return None if same else Change(who, said[1], is_part=False)


def _last_answered(task: Task, state: TaskState) -> Step | None:
    steps = visible_steps(task, state)
    before = steps[: steps.index(current(task, state))]
    return next((step for step in reversed(before) if step.id in state.answers), None)
