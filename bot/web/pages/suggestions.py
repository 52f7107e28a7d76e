"""What somebody may be about to search for, while they are still writing it. Nothing of it is kept."""

from fastapi import APIRouter, Request, Response

from actions.content.common_words import COMMON
from actions.content.text import alphabetical, fold
from actions.crisis import is_begun
from actions.privacy import has_identity_number
from bot.web.errors import Refused
from bot.web.http.rate_limit import TYPING_PATH
from bot.web.incoming_text import spelt_out
from bot.web.pages.fixed import fixed_page
from bot.web.pages.near_danger import help_begun
from bot.web.pages.posted import first, posted_fields
from bot.web.pages.search import Found, pages_called, place_found, places_in
from bot.web.state import Site, site

router = APIRouter()

_LONGEST, _SHORTEST = 100, 3  # signs
_MOST, _MOST_PLACES, _MOST_NEAR = 8, 2, 2


@router.post(TYPING_PATH)
async def suggestions(request: Request) -> Response:
    """A list of options for the field that is being written in; empty when there is nothing to suggest.

    Danger has one option alone; words near it have the parts of /akut first.

    Posted, so that half a sentence stands in no address. Raises Refused 422 for an identity number.
    """
    typed = spelt_out(first(await posted_fields(request), "q").strip(), _LONGEST)
    if has_identity_number(typed):
        raise Refused(422, "identifier")
    state = site(request)
    urgent = is_begun(typed)
    begun = len(typed) >= _SHORTEST and not urgent
    near = help_begun(fixed_page(state.settings.content, "akut"), typed)[:_MOST_NEAR] if begun else []
    found = suggested(state, typed)[: _MOST - len(near)] if begun else []
    return state.pages.render(request, "suggestions.html", urgent=urgent, near=near, found=found)


def suggested(state: Site, typed: str) -> list[Found]:
    """Places that are named, then questions and concepts in the order of the search, then what begins so."""
    places = places_in(state, typed)[:_MOST_PLACES]
    begun = [one for one in places_begun(state, typed) if one not in places][:_MOST_PLACES]
    others = [*begun, *pages_called(state, typed)]
    hits = state.store.suggest(typed, _MOST)
    ranked = [Found(hit.path, hit.title, "") for hit in hits]
    room = max(_MOST - len(places) - len(others), _MOST // 2)
    return [*places, *ranked[:room], *others][:_MOST]


def places_begun(state: Site, typed: str) -> list[Found]:
    """The contacts of the municipalities whose name the last word begins, in alphabetical order."""
    last = fold(typed).split()[-1:]
    if not last or len(last[0]) < _SHORTEST or last[0] in COMMON:
        return []
    named = [one for one in state.directory.municipalities.values() if fold(one.name).startswith(last[0])]
    return [place_found(one) for one in sorted(named, key=lambda one: alphabetical(one.name))]
