"""Data for programs: concepts, contacts, tasks and documents."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from actions.content.models import Concept
from actions.drafting.documents import Template, template
from actions.drafting.draft import Draft
from actions.drafting.wording import words
from actions.routing.contacts import ContactAnswer, Sides, find_contacts
from bot.web.errors import Refused
from bot.web.files import attached, file_response
from bot.web.negotiation import HTML, wanted
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


@router.get("/concepts/{concept_id}", summary="One concept, as JSON, or as SKOS in JSON-LD or Turtle")
async def concept(request: Request, concept_id: str) -> Response:
    """The whole concept. 404 when there is none. SKOS with `Accept: application/ld+json` or `text/turtle`."""
    if wanted(request) != HTML:
        return linked_data(request, wanted(request), concept_id)
    state = site(request)
    found = state.store.concepts.get(concept_id)
    if found is None:
        raise Refused(404, "unknown-concept")
    body = found.model_dump(mode="json")
    body["sources"] = [source.model_dump(mode="json") for source in state.store.sources_of(found)]
    body["narrower"] = [narrower.id for narrower in state.store.narrower(concept_id)]
    return JSONResponse(body, headers={"Vary": "Accept"})


@router.get("/contacts", summary="Whom to ask for a SIP, on both sides")
async def contacts(
    request: Request,
    place: Annotated[
        str | None,
        Query(max_length=100, description="Municipality, place, postcode or code of four digits; free text"),
    ] = None,
    postcode: Annotated[
        str | None, Query(max_length=10, description="Five digits, with or without a space; wins over place")
    ] = None,
    situation: Annotated[
        str,
        Query(
            max_length=40,
            description="allmant, egen-kontakt, barn, sjukhus, psykiatri-beroende, aldre, arbete, lss, "
            "vard-i-annan-kommun, skyddad-identitet, utanfor-vg, nekad, akut; or adult, child, older, "
            "hospital, mental, disability, work, refused, vet-inte",
        ),
    ] = "allmant",
    age_group: Annotated[
        str | None,
        Query(max_length=20, description="barn (child), vuxen or aldre (older); others change nothing"),
    ] = None,
    role: Annotated[
        str | None,
        Query(
            max_length=20,
            description="relative (närstående), parent (förälder), guardian (vårdnadshavare), "
            "trustee (god-man): the words to say are then for another; others change nothing",
        ),
    ] = None,
    has_contact: Annotated[Sides | None, Query(description="Where the person already knows somebody")] = None,
    refused_by: Annotated[Sides | None, Query(description="The side that said no; it is shown last")] = None,
    health_centre: Annotated[
        str | None, Query(max_length=60, description="Id of the chosen health centre, or words of its name")
    ] = None,
) -> ContactAnswer:
    """Contacts, best first; `question` and `choices` when the place is unknown or one of several."""
    state = site(request)
    if situation not in state.rules.situation_names():
        raise Refused(422, "bad-request")
    return find_contacts(
        state.directory,
        state.rules,
        place=place,
        postcode=postcode,
        situation=situation,
        age_group=age_group,
        role=role,
        has_contact=has_contact,
        refused_by=refused_by,
        health_centre=health_centre,
    )


@router.get("/tasks/{task_id}", summary="The steps of a guided task")
async def task(request: Request, task_id: str) -> dict[str, Any]:
    """The definition that the chat, the widget and the documents share. 404 when there is none."""
    found = site(request).tasks.get(task_id)
    if found is None:
        raise Refused(404, "unknown-task")
    return found.model_dump(mode="json", exclude_none=True)


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
    return await file_response(valid, format)


@router.get("/letters", summary="The words of the letters")
async def letters() -> dict[str, Any]:
    """What a browser needs to put a letter together by itself: `{"wordings", "common"}`."""
    return words()


@router.get("/letters/{letter}.docx", summary="An empty Word file for a letter")
async def letter_template(letter: Template) -> Response:
    """Styles, page and title; the browser puts the words in. Nothing of a draft is sent."""
    return attached(template(letter))


def _brief(concept: Concept) -> dict[str, Any]:
    fields = {"id", "term", "abbreviation", "synonyms", "group", "status", "short", "reviewed"}
    return concept.model_dump(mode="json", include=fields)
