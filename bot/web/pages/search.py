"""One search over everything: answers, concepts, comparisons, places and the site's other pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from actions.content.text import fold
from actions.crisis import detect
from actions.privacy import has_identity_number
from actions.replies.crisis import crisis_reply
from actions.routing.finding import place_finder
from actions.routing.models import Municipality
from bot.web.incoming_text import spelt_out
from bot.web.pages.fixed import FixedPage, fixed_page
from bot.web.pages.near_danger import help_named
from bot.web.pages.understood import understood_as
from bot.web.state import Site, site

router = APIRouter()

_PAGES = ("akut", "din-vag", "begar-sip", "forbered", "integritet", "tillganglighet", "om", "badda-in")
_LONGEST, _SHORTEST_WORD, _LONG = 200, 3, 5  # signs


@dataclass(frozen=True)
class Found:
    """A page that matches: where it is, what it is called, what it says."""

    path: str
    title: str
    summary: str


@router.get("/sok")
async def search(request: Request, q: Annotated[str, Query(max_length=_LONGEST)] = "") -> Response:
    """All that matches, best first: the questions asked, or for a single word its topics and concepts.

    Words of danger get the crisis answer first, and words that come near it the way to help; nothing is a
    dead end.
    """
    state = site(request)
    stopped = has_identity_number(q)
    words = "" if stopped else spelt_out(q.strip(), _LONGEST)
    signal = detect(words)
    hits = state.store.search(words)
    named = [hit.ref for hit in hits if hit.kind == "passage"]
    meant = await understood_as(request, words)
    danger = next((one for one in (signal, meant.danger) if one and one.level == "acute"), None)
    near = help_named(fixed_page(state.settings.content, "akut"), words)
    questions = [_question(state, ref) for ref in dict.fromkeys([*meant.asked, *named])]
    answers = [
        _question(state, hit.ref)
        for hit in hits
        if hit.kind == "answer" and hit.ref not in meant.asked and state.store.topics.is_about_sip(hit.ref)
    ]
    concepts = [state.store.concepts[hit.ref] for hit in hits if hit.kind == "concept"]
    places, others = places_in(state, words), [*pages_with(state, words), *comparisons_of(state, words)]
    return state.pages.render(
        request,
        "search.html",
        q=words,
        stopped=state.errors["identifier"] if stopped else None,
        crisis=crisis_reply(state.store, words, meant.danger).text if danger else None,
        near=near,
        near_danger=bool(near or signal or meant.near_danger),
        answers=answers,
        questions=questions,
        concepts=concepts,
        places=places,
        others=others,
        word_only=len(words.split()) == 1 and not meant.asked,
        is_concept=bool(words) and state.store.concept_called(words) is not None,
        count=len(answers) + len(questions) + len(concepts) + len(places) + len(others),
    )


def _question(state: Site, ref: str) -> Found:
    """A passage, or a topic as a whole."""
    store = state.store
    if ref in store.passages:
        return Found(store.passages[ref].path, store.passages[ref].question, store.passages[ref].short)
    return Found(f"/fragor/{ref}", store.answers[ref].title, store.answers[ref].short)


def places_in(state: Site, words: str) -> list[Found]:
    """The contacts of each municipality that is named."""
    named = place_finder(state.directory).find(words)
    codes = dict.fromkeys(code for match in named for code in match.candidates)
    found = [place for code in codes if (place := state.directory.municipality(code))]
    return [place_found(place) for place in found]


def place_found(place: Municipality) -> Found:
    """The contacts of a municipality."""
    return Found(f"/hitta?plats={place.code}", place.name, "")


def pages_with(state: Site, words: str) -> list[Found]:
    """The fixed pages that hold all the words, those with them in the title first."""
    called = pages_called(state, words)
    held = [
        _found(name, page)
        for name, page in _fixed_pages(state)
        if _holds(f"{page.title} {page.summary} {page.body}", words)
    ]
    return [*called, *(page for page in held if page not in called)]


def pages_called(state: Site, words: str) -> list[Found]:
    """The fixed pages whose title holds all the words."""
    return [_found(name, page) for name, page in _fixed_pages(state) if _holds(page.title, words)]


def _fixed_pages(state: Site) -> list[tuple[str, FixedPage]]:
    return [(name, fixed_page(state.settings.content, name)) for name in _PAGES]


def _found(name: str, page: FixedPage) -> Found:
    return Found(f"/{name}", page.title, page.summary)


def comparisons_of(state: Site, words: str) -> list[Found]:
    """The written comparisons whose title holds all the words."""
    return [
        Found(_comparison_path(one.concepts), one.title, one.short)
        for one in state.store.comparisons.values()
        if _holds(one.title, words)
    ]


def _comparison_path(concepts: Iterable[str]) -> str:
    return "/begrepp/jamfor?" + "&".join(f"{key}={ref}" for key, ref in zip("abc", concepts, strict=False))


def _holds(text: str, words: str) -> bool:
    """True when all the words stand in the text, a short one at the beginning of a word."""
    wanted = [word for word in fold(words).split() if len(word) >= _SHORTEST_WORD]
    folded = f" {fold(text)}"
    return bool(wanted) and all((word if len(word) >= _LONG else f" {word}") in folded for word in wanted)
