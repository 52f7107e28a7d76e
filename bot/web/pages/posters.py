"""Posters and folders to print, the pictures shown when a page is shared, and the short addresses on them."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from actions.content.models import Answer
from actions.content.text import alphabetical
from actions.posters.layout import as_json, as_pdf, as_png
from actions.posters.sheet import Basics, Kind, Size, compose
from actions.posters.words import PosterWords, load_posters
from bot.web.errors import Refused
from bot.web.http.attachment import attachment
from bot.web.pages.answers import by_group
from bot.web.state import Site, site

router = APIRouter()

Topic = Annotated[str, Query(max_length=64)]
Code = Annotated[str, Query(max_length=4)]
_FIRST = "vad-ar-sip"
_KEPT_A_DAY = {"Cache-Control": "public, max-age=86400"}
_SCREEN, _SHARED = 60, 72


@dataclass(frozen=True)
class Choice:
    """What to print, as the form asks for it."""

    amne: Topic = _FIRST
    kommun: Code = ""
    typ: Literal["affisch", "folder"] = "affisch"
    storlek: Size = "a4"


Chosen = Annotated[Choice, Depends()]


@router.get("/s/{code}")
async def short_link(request: Request, code: str, k: Code = "") -> Response:
    """Leads on from a poster: to the code's page or the topic's, with the municipality when there is one."""
    state = site(request)
    known = load_posters(state.settings.content).codes.get(code)
    if not known and code not in state.store.answers:
        raise Refused(404, "unknown-topic")
    place = f"?plats={k}" if k in state.directory.municipalities else ""
    return RedirectResponse((known.target if known else f"/fragor/{code}") + place, 307)


@router.get("/affisch")
async def posters(request: Request, choice: Chosen) -> Response:
    """Choose topic, municipality, kind and size; see the sheet and print it."""
    state = site(request)
    answer, words = _topic(state, choice.amne), _words(state)
    operator = state.operator(request)
    own = operator.municipality if operator and "kommun" not in request.query_params else None
    return state.pages.render(
        request,
        "posters.html",
        answer=answer,
        municipality=state.directory.municipality(own or choice.kommun),
        kind=choice.typ,
        size=choice.storlek,
        groups=by_group(state.store),
        municipalities=sorted(
            state.directory.municipalities.values(), key=lambda place: alphabetical(place.name)
        ),
        link=f"{site(request).public_address(request)}/s/{words.code_of(answer.id)}",
        codes=words.codes,
    )


@router.get("/affisch/fil.pdf")
async def file(request: Request, choice: Chosen) -> Response:
    """The sheet as PDF."""
    pdf = await run_in_threadpool(as_pdf, _chosen_sheet(request, choice))
    saved_as = attachment(f"sip-{choice.typ}-{choice.storlek}.pdf")
    return Response(pdf, media_type="application/pdf", headers=saved_as)


@router.get("/affisch/bild.png")
async def preview(request: Request, choice: Chosen, sida: Annotated[int, Query(ge=1, le=2)] = 1) -> Response:
    """One side of the sheet as a picture."""
    png = await run_in_threadpool(as_png, _chosen_sheet(request, choice), _SCREEN, sida)
    return Response(png, media_type="image/png")


@router.get("/dela/{topic}.png")
async def shared(request: Request, topic: str) -> Response:
    """The picture shown when a page is shared, 1200 by 630 pixels, with the question in it."""
    png = await run_in_threadpool(as_png, _sheet(request, topic, "", "delning", "a4"), _SHARED)
    return Response(png, media_type="image/png", headers=_KEPT_A_DAY)


def _chosen_sheet(request: Request, choice: Choice) -> str:
    return _sheet(request, choice.amne, choice.kommun, choice.typ, choice.storlek)


def _sheet(request: Request, topic: str, municipality: str, kind: Kind, size: Size) -> str:
    state = site(request)
    answers = state.store.answers
    return as_json(
        compose(
            _words(state),
            _topic(state, topic),
            Basics(*(answers[topic] for topic in state.store.topics.offered.poster)),
            site(request).public_address(request),
            state.directory.municipality(municipality),
            kind,
            size,
            state.issuer(request),
        )
    )


def _topic(state: Site, topic: str) -> Answer:
    answer = state.store.answers.get(topic)
    if answer is None:
        raise Refused(404, "unknown-topic")
    return answer


def _words(state: Site) -> PosterWords:
    return load_posters(state.settings.content)
