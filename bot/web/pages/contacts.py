"""Whom to ask: one form, both sides, and what to say."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from actions.routing.contacts import ContactAnswer, find_contacts
from bot.web.state import Site, site

router = APIRouter()

_POSTCODE = re.compile(r"\d{3} ?\d{2}")
ANY_SITUATION = "allmant"


@router.get("/hitta")
async def find(
    request: Request,
    plats: Annotated[str, Query(max_length=100)] = "",
    lage: Annotated[str, Query(max_length=40)] = ANY_SITUATION,
) -> Response:
    """The form, and the contacts once a place is given."""
    state = site(request)
    situation = lage if lage in state.rules.situations else ANY_SITUATION
    place = plats.strip()
    return state.pages.render(
        request,
        "find.html",
        place=place,
        situation=situation,
        situations=state.rules.situations,
        answer=_contacts(state, place, situation) if place else None,
    )


def _contacts(state: Site, place: str, situation: str) -> ContactAnswer:
    if _POSTCODE.fullmatch(place):
        return find_contacts(state.directory, state.rules, place=None, postcode=place, situation=situation)
    return find_contacts(state.directory, state.rules, place=place, postcode=None, situation=situation)
