"""Writing a request and preparing a meeting: explained, in the chat, or as one plain form. Nothing is kept."""

from typing import Annotated, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError

from actions.drafting.documents import render
from actions.drafting.draft import Draft
from actions.privacy import has_identity_number
from bot.web.errors import Refused
from bot.web.pages.form_answers import GOAL_ROWS, Answers, known_option, read_answers, steps_for
from bot.web.state import site

router = APIRouter()

Slug = Literal["begar-sip", "forbered"]
Format = Literal["pdf", "docx", "txt"]
_TASKS: dict[Slug, str] = {"begar-sip": "draft", "forbered": "prepare"}


def _add(slug: Slug) -> None:
    """Registers the page of one task, its form's answer, its way back and its files."""

    @router.get(f"/{slug}")
    async def page(request: Request, vem: Annotated[str, Query(max_length=20)] = "") -> Response:
        first = site(request).tasks[_TASKS[slug]].steps[0]
        return _form(request, slug, {first.id: known_option(first, vem)}, opened=bool(vem))

    @router.post(f"/{slug}")
    async def finished(request: Request) -> Response:
        fields = await _fields(request)
        answers = read_answers(site(request).tasks[_TASKS[slug]], fields)
        if any(has_identity_number(value) for values in fields.values() for value in values):
            return _form(request, slug, answers, opened=True, error="identifier")
        letter = fields.get("letter", [""])[0] or site(request).tasks[_TASKS[slug]].letter
        return _letter(request, slug, _draft({"version": 1, "letter": letter, "answers": answers}))

    @router.post(f"/{slug}/andra")
    async def change(request: Request) -> Response:
        draft = _sent_draft(await _fields(request))
        return _form(request, slug, draft.answers, opened=True)

    @router.post(f"/{slug}/dokument")
    async def document(request: Request) -> Response:
        fields = await _fields(request)
        wanted = fields.get("format", [""])[0]
        if wanted not in ("pdf", "docx", "txt"):
            raise Refused(422, "bad-format")
        file = await run_in_threadpool(render, _sent_draft(fields), wanted)
        return Response(
            file.content,
            media_type=file.media_type,
            headers={"Content-Disposition": f'attachment; filename="{file.filename}"'},
        )


async def _fields(request: Request) -> dict[str, list[str]]:
    """The form's fields. Read here because an ordinary form needs no parser for uploaded files."""
    try:
        return parse_qs((await request.body()).decode(), keep_blank_values=False, max_num_fields=200)
    except ValueError as error:
        raise Refused(422, "bad-request") from error


def _sent_draft(fields: dict[str, list[str]]) -> Draft:
    try:
        draft = Draft.model_validate_json(fields.get("draft", [""])[0])
    except ValidationError as error:
        raise Refused(422, "bad-draft") from error
    return draft


def _draft(values: Answers) -> Draft:
    try:
        return Draft.model_validate(values)
    except ValidationError as error:
        raise Refused(422, "bad-draft") from error


def _form(request: Request, slug: Slug, answers: Answers, *, opened: bool, error: str | None = None) -> Response:
    state = site(request)
    task = state.tasks[_TASKS[slug]]
    who = answers[task.steps[0].id]
    return state.pages.render(
        request,
        f"{slug}.html",
        status=422 if error else 200,
        task=task,
        slug=slug,
        who=who,
        steps=steps_for(task, who),
        answers=answers,
        goal_rows=GOAL_ROWS,
        opened=opened,
        error=state.errors[error] if error else None,
    )


for _slug in _TASKS:
    _add(_slug)
