"""Writing a request and preparing a meeting, in the chat or as one plain form. Nothing is kept."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from markupsafe import Markup
from pydantic import ValidationError

from actions.drafting.documents import Format, render
from actions.drafting.draft import Draft, SheetAnswers
from actions.privacy import has_identity_number
from actions.tasks.models import Task
from actions.tasks.viewing import missing_sides
from bot.web.errors import Refused
from bot.web.files import file_response
from bot.web.pages.fixed import fixed_page
from bot.web.pages.form_answers import (
    GOAL_ROWS,
    Answers,
    known_letter,
    known_option,
    read_answers,
    steps_for,
)
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
        answers = {who.id: known_option(who, vem)}
        letter, opened = known_letter(task, brev), bool(vem or brev or plats)
        return _form(request, slug, answers, finder, letter=letter, opened=opened)

    @router.post(f"/{slug}")
    async def finished(request: Request) -> Response:
        return await _finished(request, slug)

    @router.post(f"/{slug}/andra")
    async def change(request: Request) -> Response:
        draft = _sent_draft(await posted_fields(request))
        finder = Finder.of(site(request), "", "")
        return _form(request, slug, draft.answers.model_dump(mode="json"), finder, letter=draft.letter)

    @router.post(f"/{slug}/dokument")
    async def document(request: Request) -> Response:
        fields = await posted_fields(request)
        wanted = next((file for file in _FILES if file == first(fields, "format")), None)
        if wanted is None:
            raise Refused(422, "bad-format")
        return await file_response(_sent_draft(fields), wanted)


async def _finished(request: Request, slug: Slug) -> Response:
    """The paper; the form again when something must be changed or a recipient is looked for."""
    fields = await posted_fields(request)
    task = _task(site(request), slug)
    letter = known_letter(task, first(fields, "letter"))
    answers, finder = read_answers(task, fields, letter), Finder.posted(site(request), fields)
    if any(has_identity_number(value) for values in fields.values() for value in values):
        return _form(request, slug, answers, finder, letter=letter, error="identifier")
    if Finder.asked(fields):
        return _form(request, slug, answers, finder, letter=letter)
    try:
        draft = Draft.model_validate({"version": 1, "letter": letter, "answers": answers})
    except ValidationError:
        return _form(request, slug, answers, finder, letter=letter, error="too-large")
    paper = await run_in_threadpool(render, draft, "html")
    return site(request).pages.render(
        request,
        "letter.html",
        slug=slug,
        task=task,
        paper=Markup(paper.bytes.decode()),  # noqa: S704 - the renderer escapes every word
        draft=draft.model_dump_json(exclude_defaults=True),
        notes=[task.phrases[key] for key in missing_sides(answers.get("actors"))],
        has_dates=isinstance(draft.answers, SheetAnswers) and bool(draft.answers.dates),
        after=_after(site(request), slug),
    )


def _sent_draft(fields: Fields) -> Draft:
    try:
        return Draft.model_validate_json(first(fields, "draft"))
    except ValidationError as error:
        raise Refused(422, "bad-draft") from error


def _form(
    request: Request,
    slug: Slug,
    answers: Answers,
    finder: Finder,
    *,
    letter: str,
    opened: bool = True,
    error: str | None = None,
) -> Response:
    state = site(request)
    task = _task(state, slug)
    who = answers[task.steps[0].id]
    return state.pages.render(
        request,
        "task.html",
        status=422 if error else 200,
        slug=slug,
        task=task,
        page=fixed_page(state.settings.content, slug),
        who=who,
        steps=steps_for(task, who, letter),
        answers=answers,
        letter=letter,
        goal_rows=GOAL_ROWS,
        finder=finder,
        after=_after(state, slug),
        opened=opened,
        error=state.errors[error] if error else None,
    )


def _after(state: Site, slug: Slug) -> Task | None:
    """The check after the meeting, on the page of the meeting."""
    return state.tasks["after"] if slug == "forbered" else None


def _task(state: Site, slug: Slug) -> Task:
    return state.tasks[_TASKS[slug]]


for _slug in _TASKS:
    _add(_slug)
