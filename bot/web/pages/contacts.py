"""Whom to ask: one form, both sides, and what to say."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from actions.routing.contacts import ContactAnswer, find_contacts
from actions.routing.rules import DEFAULT_SITUATION, OUTSIDE_WEST_SWEDEN
from bot.web.state import Site, site

router = APIRouter()

_POSTCODE = re.compile(r"\d{3} ?\d{2}")


@router.get("/hitta")
async def find(
    request: Request,
    plats: Annotated[str | None, Query(max_length=100)] = None,
    lage: Annotated[str, Query(max_length=40)] = DEFAULT_SITUATION,
    annan: bool = False,
) -> Response:
    """The form, and the contacts once it is sent; without a place it is asked for again."""
    state = site(request)
    situations = {key: one for key, one in state.rules.situations.items() if key != OUTSIDE_WEST_SWEDEN}
    situation = lage if lage in situations else DEFAULT_SITUATION
    place = (plats or "").strip()
    answer = _contacts(state, place, situation, "relative" if annan else None) if plats is not None else None
    return state.pages.render(
        request,
        "find.html",
        place=place,
        situation=situation,
        situations=situations,
        for_other=annan,
        answer=answer,
        sources=[state.store.sources[key] for key in answer.sources] if answer else [],
    )


def _contacts(state: Site, place: str, situation: str, role: str | None) -> ContactAnswer:
    postcode = place if _POSTCODE.fullmatch(place) else None
    return find_contacts(
        state.directory, state.rules, place=place, postcode=postcode, situation=situation, role=role
    )
