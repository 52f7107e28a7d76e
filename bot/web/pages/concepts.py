"""The concept bank: browse, search, read, compare."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from actions.content.models import Concept, Source
from bot.web.errors import Refused
from bot.web.state import Site, site

router = APIRouter(prefix="/begrepp")

GROUPS = ("planer", "moten", "roller", "lagar", "system", "aktorer", "grunder", "samverkan")
Id = Annotated[str, Query(max_length=60)]
_NAMED = re.compile(r"\*\*([^*]+)\*\* \(([a-z0-9-]+)\)")


@router.get("")
async def concepts(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """All concepts by letter and by group, or those that match `q`."""
    state = site(request)
    bank = state.store.concepts
    found = [bank[hit.ref] for hit in state.store.search(q, kind="concept")]
    ordered = sorted(bank.values(), key=_swedish)
    return state.pages.render(
        request,
        "concepts.html",
        q=q.strip(),
        found=found,
        letters=by_letter(ordered),
        groups={group: [c for c in ordered if c.group == group] for group in GROUPS},
    )


@router.get("/jamfor")
async def compare(request: Request, a: Id = "", b: Id = "") -> Response:
    """Two concepts beside each other; the written comparison when there is one. 404 on an unknown concept."""
    state = site(request)
    bank = state.store.concepts
    chosen = [_concept(state, key) for key in (a, b) if key]
    return state.pages.render(
        request,
        "compare.html",
        a=a,
        b=b,
        chosen=chosen if len(chosen) == 2 else [],
        comparison=state.store.comparison(a, b),
        sources=_sources(state, a, b, chosen),
        ordered=sorted(bank.values(), key=_swedish),
        written=sorted(state.store.comparisons.values(), key=lambda one: one.title),
    )


@router.get("/{concept_id}")
async def concept(request: Request, concept_id: str) -> Response:
    """One concept with everything known about it. 404 when there is none."""
    state = site(request)
    found = _concept(state, concept_id)
    bank = state.store.concepts
    topic = state.store.answers.get(found.topic or "")
    return state.pages.render(
        request,
        "concept.html",
        concept=found,
        differs=_NAMED.sub(r"[\1](/begrepp/\2)", found.differs or ""),
        sources=state.store.sources_of(found),
        broader=[bank[key] for key in found.broader],
        narrower=state.store.narrower(found.id),
        related=[bank[key] for key in found.related],
        replaced_by=bank.get(found.replaced_by or ""),
        topic=topic,
        comparisons=[one for one in state.store.comparisons.values() if found.id in one.concepts],
        address=f"{(state.settings.public_url or str(request.base_url)).rstrip('/')}/begrepp/{found.id}",
    )


def by_letter(ordered: list[Concept]) -> dict[str, list[Concept]]:
    """Capital first letter → concepts, in the given order."""
    letters: dict[str, list[Concept]] = {}
    for one in ordered:
        letters.setdefault(one.term[0].upper(), []).append(one)
    return letters


def _swedish(concept: Concept) -> str:
    """Sorts å, ä, ö last, as Swedish does."""
    return concept.term.casefold().translate(str.maketrans("åäö", "{|}"))


def _concept(state: Site, concept_id: str) -> Concept:
    found = state.store.concepts.get(concept_id)
    if found is None:
        raise Refused(404, "unknown-concept")
    return found


def _sources(state: Site, a: str, b: str, chosen: list[Concept]) -> list[Source]:
    comparison = state.store.comparison(a, b)
    items = [comparison] if comparison else chosen
    return list({source.id: source for item in items for source in state.store.sources_of(item)}.values())
