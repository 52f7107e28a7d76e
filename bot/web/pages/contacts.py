"""Whom to ask: one form, both sides; the health centres of a municipality; each contact's own page."""

import re
from typing import Annotated, Self, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from actions.asker.grammar import Voice
from actions.replies.contacting import told_by
from actions.routing.contacts import ContactAnswer, ContactQuery, Sides, find_contacts
from actions.routing.hours import now_in_sweden
from actions.routing.query import LONGEST_CENTRE
from actions.routing.records import record_of
from actions.routing.resolving import choices, resolve
from actions.routing.rules import DEFAULT_SITUATION, Situation
from bot.web.errors import Refused
from bot.web.state import Site, site

router = APIRouter()

_POSTCODE = re.compile(r"\d{3} ?\d{2}")


class Search(BaseModel):
    """What the form asks. Every field may be left out."""

    plats: Annotated[str | None, Query(max_length=100)] = None
    lage: Annotated[str, Query(max_length=40)] = DEFAULT_SITUATION
    annan: bool = False
    kontakt: Annotated[str, Query(max_length=10)] = ""
    nej: Annotated[str, Query(max_length=10)] = ""
    vc: Annotated[str, Query(max_length=LONGEST_CENTRE)] = ""
    roll: Annotated[str, Query(max_length=20)] = ""

    def known(self, state: Site) -> Self:
        """With the ordinary situation in place of one that does not exist."""
        return (
            self if self.lage in situations_of(state) else self.model_copy(update={"lage": DEFAULT_SITUATION})
        )

    @property
    def role(self) -> str:
        """Who asks; empty for oneself. `annan` is how older links say a relative."""
        chosen = self.roll if self.roll in get_args(Voice) else ""
        return chosen or ("relative" if self.annan else "")

    def address(self, **changes: str) -> str:
        """The address of the same search with something changed."""
        told = {**self.model_dump(exclude_defaults=True, exclude={"annan", "roll"}), "roll": self.role}
        return f"/hitta?{urlencode({key: value for key, value in {**told, **changes}.items() if value})}"


@router.get("/hitta")
async def find(request: Request, asked: Annotated[Search, Query()]) -> Response:
    """The form, and the contacts once it is sent; without a place it is asked for again."""
    state = site(request)
    asked = asked.known(state)
    query = query_of(state, asked)
    answer = find_contacts(state.directory, state.rules, query) if asked.plats is not None else None
    return state.pages.render(
        request,
        "find.html",
        asked=asked,
        own_place=own_place(request),
        situations=situations_of(state),
        role=query.role or "",
        roles=get_args(Voice),
        answer=answer,
        contacts=[card.model_dump(exclude_none=True) for card in answer.contacts] if answer else [],
        sources=[state.store.sources[key] for key in answer.sources] if answer else [],
    )


@router.get("/hitta/vardcentraler")
async def health_centres(
    request: Request,
    plats: Annotated[str, Query(max_length=100)] = "",
    sok: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """The health centres of a municipality by name, those that hold the words searched for."""
    state = site(request)
    found = resolve(state.directory, plats, plats if _POSTCODE.fullmatch(plats.strip()) else None)
    municipality = state.directory.municipality(found.code) if found.code else None
    return state.pages.render(
        request,
        "health_centres.html",
        place=plats,
        query=sok,
        municipality=municipality,
        choices=[] if municipality else choices(state.directory, state.rules, found),
        centres=state.directory.health_centres(municipality.code, sok) if municipality else [],
    )


@router.get("/kontakt/{record}")
async def contact(request: Request, record: str) -> Response:
    """A contact, where it comes from, how sure it is, and how to report a mistake. 404 for an unknown one."""
    state = site(request)
    found = record_of(state.directory, state.rules.phrases, record, now_in_sweden().date())
    if found is None:
        raise Refused(404, "not-found")
    source = state.rules.record_sources[found.source]
    answered = state.directory.answered(found.url)
    return state.pages.render(request, "contact.html", record=found, source=source, answered=answered)


def own_place(request: Request) -> str:
    """The name of the operator's own municipality; empty where it has none."""
    state = site(request)
    operator = state.operator(request)
    found = state.directory.municipality(operator.municipality or "") if operator else None
    return found.name if found else ""


def situations_of(state: Site) -> dict[str, Situation]:
    """The situations a person can choose between."""
    more_exact = {*state.rules.complaints.values(), "unga-prata"}
    return {key: one for key, one in state.rules.situations.items() if key not in more_exact}


def contacts_for(state: Site, asked: Search) -> ContactAnswer:
    """What the directory and the rules say to a search."""
    return find_contacts(state.directory, state.rules, query_of(state, asked))


def query_of(state: Site, asked: Search) -> ContactQuery:
    """What is chosen in the form, and what else the words in the place field tell, as in the chat."""
    place = (asked.plats or "").strip()
    told = told_by(state.contact_reader, state.directory, place) if place else ContactQuery()
    chosen = {
        "place": place,
        "postcode": place if _POSTCODE.fullmatch(place) else None,
        "situation": asked.lage if asked.lage != DEFAULT_SITUATION else None,
        "role": asked.role,
        "health_centre": asked.vc,
        "has_contact": _side(asked.kontakt),
        "refused_by": _side(asked.nej),
        "wants": told.wants,
    }
    return told.with_newer(ContactQuery.model_validate({key: one for key, one in chosen.items() if one}))


def _side(value: str) -> Sides | None:
    return next((side for side in get_args(Sides) if side == value), None)
