"""Longer fixed pages, written as Markdown in `content/pages/`, and the small files that programs look for."""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Self

import frontmatter
from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import field_validator, model_validator

from actions.content.frozen import Frozen
from actions.operators.wording import with_operator
from bot.web.state import site

router = APIRouter()

_CONTACT_DAYS = 365


class FixedPage(Frozen):
    """A page's title, its one-sentence summary, its Markdown, and the day someone last read it through.

    `language` is a BCP 47 tag. `found_by`: words that lead to a section, by its heading, for the search.
    """

    title: str
    summary: str
    body: str
    reviewed: date
    language: str = "sv"
    found_by: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @field_validator("found_by", mode="before")
    @classmethod
    def _in_order(cls, found_by: dict[str, list[str]]) -> tuple[tuple[str, list[str]], ...]:
        return tuple(found_by.items())

    @model_validator(mode="after")
    def _has_sections(self) -> Self:
        if gone := [title for title, _ in self.found_by if f"## {title}\n" not in self.body]:
            raise ValueError(f"found_by names no section: {', '.join(gone)}")
        return self


@cache
def fixed_page(content: Path, name: str) -> FixedPage:
    """Reads `content/pages/<name>.md`. Raises FileNotFoundError or ValidationError when it is not whole."""
    post = frontmatter.load(str(content / "pages" / f"{name}.md"))
    return FixedPage.model_validate({**post.metadata, "body": post.content})


@router.get("/integritet")
async def privacy(request: Request) -> Response:
    """What happens to what people write; with `SIP_SAVED_QUESTIONS` also the one exception."""
    state = site(request)
    page = fixed_page(state.settings.content, "integritet")
    if state.questions:
        page = with_exception(page, fixed_page(state.settings.content, "integritet-sparade-fragor"))
    return _render(request, page)


@router.get("/tillganglighet")
async def accessibility(request: Request) -> Response:
    """The accessibility statement that lagen (2018:1937) asks for."""
    return _page(request, "tillganglighet")


@router.get("/akut")
async def urgent(request: Request) -> Response:
    """Whom to call when it cannot wait; one press away from everywhere, without JavaScript."""
    return _page(request, "akut")


@router.get("/din-vag")
async def road(request: Request) -> Response:
    """The whole way, from the request to the follow-up."""
    return _page(request, "din-vag")


@router.get("/om")
async def about(request: Request) -> Response:
    """What this is and who stands behind it."""
    return _page(request, "om")


@router.get("/en")
async def english(request: Request) -> Response:
    """The core in English: what a SIP is, how to ask for one, whom to contact, and rights."""
    return _page(request, "en")


@router.get("/badda-in")
async def embed(request: Request) -> Response:
    """How to put the chat on another site; the examples carry this site's own address."""
    state = site(request)
    page = fixed_page(state.settings.content, "badda-in")
    address = site(request).public_address(request)
    return state.pages.render(request, "fixed.html", page=page, body=page.body.replace("{address}", address))


@router.get("/inbaddad")
async def framed(request: Request) -> Response:
    """The chat alone, for sites that allow a frame but no script."""
    return site(request).pages.render(request, "framed.html")


@router.get("/robots.txt")
async def robots() -> Response:
    """Everything but the forms' answers may be found."""
    return PlainTextResponse("User-agent: *\nDisallow: /api/\nDisallow: /webhooks/\nDisallow: /inbaddad\n")


@router.get("/.well-known/security.txt")
async def security(request: Request) -> Response:
    """RFC 9116. The contact is the page that says how to reach the operator, for a year from its review."""
    state = site(request)
    address = state.public_address(request)
    reviewed = fixed_page(state.settings.content, "om").reviewed
    expires = f"{reviewed + timedelta(days=_CONTACT_DAYS)}T00:00:00Z"
    return PlainTextResponse(
        f"Contact: {address}/om\nExpires: {expires}\nPreferred-Languages: sv, en\n"
        f"Canonical: {address}/.well-known/security.txt\n"
    )


def with_exception(page: FixedPage, exception: FixedPage) -> FixedPage:
    """The page with the exception's summary, and its text after the list that is the first section."""
    first, *others = re.split(r"\n+(?=## )", page.body)
    body = "\n\n".join([f"{first}\n{exception.body}", *others])
    reviewed = min(page.reviewed, exception.reviewed)
    return page.model_copy(update={"summary": exception.summary, "body": body, "reviewed": reviewed})


def _page(request: Request, name: str) -> Response:
    return _render(request, fixed_page(site(request).settings.content, name))


def _render(request: Request, page: FixedPage) -> Response:
    """The page, with the operator's own words where it names who offers the service."""
    state = site(request)
    body = with_operator(page.body, state.operator(request), state.operator_texts)
    return state.pages.render(request, "fixed.html", page=page, body=body)
