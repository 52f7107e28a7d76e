"""Writing a request and preparing a meeting, in the chat or as one plain form. Nothing is kept."""

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from markupsafe import Markup
from pydantic import ValidationError

from actions.drafting.documents import Format, render
from actions.drafting.draft import Draft, SheetAnswers
from actions.tasks.models import Task
from actions.tasks.viewing import missing_sides
from bot.web.draft_downloads import check_draft, file_response, is_too_long
from bot.web.errors import Refused
from bot.web.pages.fixed import fixed_page
from bot.web.pages.form_answers import GOAL_ROWS, known_letter, known_option, read_answers
from bot.web.pages.form_care import care_for
from bot.web.pages.form_walk import AT, GO, GOTO, FormWalk
from bot.web.pages.posted import Fields, first, posted_fields
from bot.web.pages.recipients import Finder
from bot.web.state import Site, site

router = APIRouter()

Slug = Literal["begar-sip", "forbered"]

_TASKS: dict[Slug, str] = {"begar-sip": "draft", "forbered": "prepare"}
_FILES: tuple[Format, ...] = ("pdf", "docx", "txt", "ics")


def _add(slug: Slug) -> None:
    """Registers the page of one task, its finished paper, the way back to the form, and the files."""

    @router.get(f"/{slug}")
    async def page(
        request: Request,
        vem: Annotated[str, Query(max_length=20)] = "",
        brev: Annotated[str, Query(max_length=20)] = "",
        plats: Annotated[str, Query(max_length=100)] = "",
        lage: Annotated[str, Query(max_length=40)] = "",
    ) -> Response:
        task = _task(site(request), slug)
        finder = Finder.of(site(request), plats, lage)
        who = task.steps[0]
        walk = FormWalk.begun(task, known_letter(task, brev), {who.id: known_option(who, vem)})
        opened = bool(vem or brev or plats)
        walk = (walk.moved(1) or walk) if vem or brev else walk
        return _form(request, slug, walk, finder, opened=opened)

    @router.post(f"/{slug}")
    async def finished(request: Request) -> Response:
        return await _finished(request, slug)

    @router.post(f"/{slug}/andra")
    async def change(request: Request) -> Response:
        draft = _sent_draft(await posted_fields(request))
        check_draft(request, draft)
        finder = Finder.of(site(request), "", "")
        task, answers = (
            _task(site(request), slug),
            draft.answers.model_dump(mode="json", exclude_defaults=True),
        )
        answers = {task.steps[0].id: task.steps[0].options[0].id, **answers}
        walk = FormWalk.begun(task, draft.letter, answers)
        return _form(request, slug, walk.moved(1) or walk, finder)

    @router.post(f"/{slug}/dokument")
    async def document(request: Request) -> Response:
        fields = await posted_fields(request)
        wanted = next((file for file in _FILES if file == first(fields, "format")), None)
        if wanted is None:
            raise Refused(422, "bad-format")
        return await file_response(request, _sent_draft(fields), wanted)


async def _finished(request: Request, slug: Slug) -> Response:
    """The next question, or the paper; the same page again when something must be changed or chosen there."""
    fields = await posted_fields(request)
    state, task = site(request), _task(site(request), slug)
    finder, walking = Finder.posted(state, fields), AT in fields
    walk = FormWalk.posted(task, fields) if walking else _whole(task, fields)
    if is_too_long([value for values in fields.values() for value in values]):
        return _form(request, slug, replace(walk, errors={walk.at: state.errors["too-large"]}), finder)
    walk = walk.checked(fields, state.errors["identifier-field"])
    care = await run_in_threadpool(care_for, fields)
    if walk.errors:
        return _form(request, slug, _at_the_error(walk), finder, care=care)
    if Finder.asked(fields) or (walking and walk.at == "recipient" and Finder.left_open(fields)):
        return _form(request, slug, walk.went_to("recipient"), finder, care=care)
    onwards = _onwards(walk, fields) if walking else None
    try:
        draft = walk.draft
        if onwards:
            return _form(request, slug, onwards, finder, care=care)
    except ValidationError:
        return _form(request, slug, replace(walk, errors={walk.at: state.errors["too-large"]}), finder)
    return await _paper(request, slug, draft, walk, care)


def _whole(task: Task, fields: Fields) -> FormWalk:
    """All answers posted at once, as a program may do it."""
    letter = known_letter(task, first(fields, "letter"))
    return FormWalk.begun(task, letter, read_answers(task, fields, letter))


def _at_the_error(walk: FormWalk) -> FormWalk:
    """The question whose field holds the first error."""
    return walk.went_to(next(iter(walk.errors)).partition(".")[0])


def _onwards(walk: FormWalk, fields: Fields) -> FormWalk | None:
    """The question that the pressed button leads to; None for the paper."""
    if goto := first(fields, GOTO):
        return walk.went_to(goto)
    match first(fields, GO):
        case "paper":
            return None
        case "back":
            return walk.moved(-1)
        case _:
            return walk.moved(1)


async def _paper(request: Request, slug: Slug, draft: Draft, walk: FormWalk, care: str) -> Response:
    paper = await run_in_threadpool(render, draft, "html")
    return site(request).pages.render(
        request,
        "letter.html",
        slug=slug,
        task=walk.task,
        paper=Markup(paper.bytes.decode()),  # noqa: S704 - the renderer escapes every word
        draft=draft.model_dump_json(exclude_defaults=True),
        notes=[walk.task.phrases[key] for key in missing_sides(walk.answers.get("actors"))],
        care=care,
        has_dates=isinstance(draft.answers, SheetAnswers) and bool(draft.answers.dates),
        after=_after(site(request), slug),
    )


def _sent_draft(fields: Fields) -> Draft:
    try:
        return Draft.model_validate_json(first(fields, "draft"))
    except ValidationError as error:
        raise Refused(422, "bad-draft") from error


def _form(
    request: Request, slug: Slug, walk: FormWalk, finder: Finder, *, opened: bool = True, care: str = ""
) -> Response:
    state = site(request)
    return state.pages.render(
        request,
        "task.html",
        status=422 if walk.errors else 200,
        slug=slug,
        task=walk.task,
        page=fixed_page(state.settings.content, slug),
        walk=walk,
        goal_rows=max(GOAL_ROWS, len(walk.answers.get("goals", []))),
        finder=finder,
        after=_after(state, slug),
        opened=opened,
        care=care,
        folds=request.method == "GET" and not finder.place,
        errors=walk.errors,
    )


def _after(state: Site, slug: Slug) -> Task | None:
    """The check after the meeting, on the page of the meeting."""
    return state.tasks["after"] if slug == "forbered" else None


def _task(state: Site, slug: Slug) -> Task:
    return state.tasks[_TASKS[slug]]


for _slug in _TASKS:
    _add(_slug)
