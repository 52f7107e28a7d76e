"""Data for programs: concepts, contacts, tasks and documents."""

from functools import cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from actions.content.models import Concept
from actions.crisis.browser import DangerWords, danger_words
from actions.crisis.pieces import FILE as PIECES
from actions.drafting.documents import template
from actions.drafting.draft import Draft, LetterId
from actions.drafting.wording import words
from actions.routing.contacts import ContactAnswer, ContactQuery, find_contacts
from bot.web.asked_contacts import AskedContacts, contact_examples
from bot.web.draft_downloads import attached, file_response
from bot.web.errors import Refused
from bot.web.http.accept import JSON, NEITHER, wanted
from bot.web.http.compressed import Packed, pack, send
from bot.web.pages.concept_data import linked_data
from bot.web.state import site

router = APIRouter(prefix="/api", tags=["data"])


@router.get("/concepts", summary="Search the concept bank")
async def concepts(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> list[dict[str, Any]]:
    """Matching concepts, best first; all of them in alphabetical order when `q` is empty."""
    store = site(request).store
    if q.strip():
        found = [store.concepts[hit.ref] for hit in store.search(q, kind="concept")]
    else:
        found = sorted(store.concepts.values(), key=lambda concept: concept.term.casefold())
    return [_brief(concept) for concept in found]


@router.get("/concepts/{concept_id}", summary="One concept, as JSON, or as SKOS")
async def concept(request: Request, concept_id: str) -> Response:
    """The whole concept. 404 when there is none. SKOS with `Accept` of a form of RDF."""
    form = wanted(request, JSON)
    if form not in (JSON, NEITHER):
        return linked_data(request, form, concept_id)
    state = site(request)
    found = state.store.concepts.get(concept_id)
    if found is None:
        raise Refused(404, "unknown-concept")
    body = found.model_dump(mode="json")
    body["sources"] = [source.model_dump(mode="json") for source in state.store.sources_of(found)]
    body["narrower"] = [narrower.id for narrower in state.store.narrower(concept_id)]
    return JSONResponse(body, headers={"Vary": "Accept"})


@router.get(
    "/contacts",
    summary="Whom to ask for a SIP, on both sides",
    responses={200: {"content": {"application/json": {"examples": contact_examples()}}}},
)
async def contacts(request: Request, asked: Annotated[AskedContacts, Query()]) -> ContactAnswer:
    """Contacts, best first; `question` and `choices` when the place is unknown or one of several.

    Each contact says how sure it is (`certainty`, and in words `sure`), the year or month its source shows
    (`as_of`) and its own page here, where a mistake can be reported.
    """
    state = site(request)
    known = asked.situation in state.rules.situation_names()
    door = asked.wants is None or asked.wants in state.rules.named
    region = asked.region is None or asked.region in state.directory.regions
    if not (known and door and region):
        raise Refused(422, "bad-request")
    return find_contacts(state.directory, state.rules, ContactQuery(**asked.model_dump()))


@router.get("/tasks/{task_id}", summary="The steps of a guided task")
async def task(request: Request, task_id: str) -> dict[str, Any]:
    """The definition that the chat, the widget and the documents share. 404 when there is none."""
    found = site(request).tasks.get(task_id)
    if found is None:
        raise Refused(404, "unknown-task")
    return found.model_dump(mode="json", exclude_none=True)


@router.get("/danger", summary="The words of danger, for cards that meet them in the browser")
async def danger(request: Request) -> DangerWords:
    """Patterns over folded text, as `actions/crisis/detection.py` uses them; nothing written is sent."""
    return danger_words()


@router.get("/danger/pieces", summary="How the pieces of words weigh, beside the words of danger")
def danger_pieces(request: Request) -> Response:
    """The file of `actions/crisis/pieces.py`, 64 kB; nothing written is sent."""
    return send(request, _packed_pieces(), {})


@router.post("/documents", summary="Make a letter of a draft; nothing is kept")
async def documents(
    request: Request, format: Annotated[Literal["pdf", "docx", "txt", "ics"], Query()], draft: dict[str, Any]
) -> Response:
    """The file, made in memory; `ics` holds the days of a meeting sheet. 422 when the draft does not follow
    its schema or has no days. `Unseen-Characters: replaced` tells of a PDF with signs that no font can draw.
    """
    try:
        valid = Draft.model_validate(draft)
    except ValidationError as error:
        raise Refused(422, "bad-draft") from error
    return await file_response(request, valid, format)


@router.get("/letters", summary="The words of the letters")
async def letters() -> dict[str, Any]:
    """What a browser needs to put a letter together by itself: `{"wordings", "common"}`."""
    return words()


@router.get("/letters/{letter}.docx", summary="An empty Word file for a letter")
async def letter_template(letter: LetterId) -> Response:
    """Styles, page and title; the browser puts the words in. Nothing of a draft is sent."""
    return attached(template(letter))


@cache
def _packed_pieces() -> Packed:
    return pack(PIECES.read_bytes(), "application/octet-stream")


def _brief(concept: Concept) -> dict[str, Any]:
    fields = {"id", "term", "abbreviation", "synonyms", "group", "status", "short", "reviewed"}
    return concept.model_dump(mode="json", include=fields)
