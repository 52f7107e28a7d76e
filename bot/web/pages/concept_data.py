"""The concept bank to take along: SKOS in four forms, a list for a handbook, and an Atom feed of changes."""

from collections.abc import Mapping
from functools import lru_cache

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from actions.concepts.changes import latest_changes
from actions.concepts.linked_data import FORMS, PLACEHOLDER
from actions.concepts.skos import bank_as_jsonld, concept_as_jsonld
from actions.concepts.term_list import COLUMNS, term_document, term_table
from actions.drafting.blocks import Letter
from actions.drafting.documents import MEDIA_TYPES
from actions.drafting.render_docx import render_docx
from actions.publishing.store import Store
from bot.web.errors import Refused
from bot.web.http.accept import JSON_LD, TURTLE
from bot.web.http.attachment import attachment
from bot.web.rendering import LOCALE, load_catalogue
from bot.web.state import Site, site

router = APIRouter(prefix="/begrepp")

FEED_LENGTH = 50
_VARIES = {"Vary": "Accept"}


@router.get("/flode.atom")
async def feed(request: Request) -> Response:
    """New and changed concepts, the latest first (RFC 4287)."""
    state = site(request)
    page = state.pages.render(
        request,
        "concepts.atom",
        base=site(request).public_address(request),
        changes=latest_changes(state.store.concepts.values(), FEED_LENGTH),
    )
    return Response(page.body, media_type="application/atom+xml; charset=utf-8")


@router.get("/alla.ttl")
async def bank_as_turtle(request: Request) -> Response:
    """The whole bank as Turtle."""
    return linked_data(request, TURTLE)


@router.get("/alla.jsonld")
async def bank_as_json(request: Request) -> Response:
    """The whole bank as JSON-LD."""
    return linked_data(request, JSON_LD)


@router.get("/alla.csv")
async def bank_as_table(request: Request) -> Response:
    """The whole bank as a table for a spreadsheet."""
    state = site(request)
    text = term_table(state.store, state.public_address(request), _labels(state))
    return _file(text.encode(), "text/csv; charset=utf-8", "begrepp.csv")


@router.get("/alla.docx")
async def bank_as_document(request: Request) -> Response:
    """The whole bank as a Word document, for a handbook."""
    state = site(request)
    body = await run_in_threadpool(_document, state.store, _labels(state))
    return _file(body, MEDIA_TYPES["docx"], "begrepp.docx")


@router.get("/{concept_id}.ttl")
async def concept_as_turtle(request: Request, concept_id: str) -> Response:
    """One concept as Turtle. 404 when there is none."""
    return linked_data(request, TURTLE, concept_id)


@router.get("/{concept_id}.jsonld")
async def concept_as_json(request: Request, concept_id: str) -> Response:
    """One concept as JSON-LD. 404 when there is none."""
    return linked_data(request, JSON_LD, concept_id)


def linked_data(request: Request, form: str, concept_id: str = "") -> Response:
    """SKOS of one concept, or of all, with this site's own addresses.

    Refused with 404 when there is none, 406 in a form that there is not.
    """
    state, base = site(request), site(request).public_address(request)
    if concept_id and concept_id not in state.store.concepts:
        raise Refused(404, "unknown-concept")
    if form in FORMS:
        text = state.store.rdf(form, concept_id).replace(PLACEHOLDER, base)
        charset = "; charset=utf-8" if form == TURTLE else ""
        return Response(text.encode(), media_type=form + charset, headers=_VARIES)
    if form != JSON_LD:
        raise Refused(406, "no-such-form", _VARIES)
    return JSONResponse(_jsonld(state, concept_id, base), media_type=JSON_LD, headers=_VARIES)


def _labels(state: Site) -> dict[str, str]:
    texts = load_catalogue(state.settings.content)
    return {name: texts.gettext(name) for name in (*COLUMNS, "Page")}


@lru_cache(maxsize=1)
def _made(letter: str) -> bytes:
    return render_docx(Letter.model_validate_json(letter))


def _document(store: Store, labels: Mapping[str, str]) -> bytes:
    letter = term_document(store, labels, labels["Page"], LOCALE.replace("_", "-"))
    return _made(letter.model_dump_json(exclude={"ending"}))


def _file(body: bytes, media_type: str, name: str) -> Response:
    return Response(body, media_type=media_type, headers=attachment(name))


def _jsonld(state: Site, concept_id: str, base: str) -> dict[str, object]:
    store = state.store
    if not concept_id:
        return bank_as_jsonld(store, base)
    return concept_as_jsonld(store.concepts[concept_id], store, base)
