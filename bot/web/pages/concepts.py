"""The concept bank: browse, search, read, compare."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from actions.concepts.skos import citation
from actions.concepts.structure import NAMED
from actions.content.models import Comparison, Concept, Source
from actions.content.text import alphabetical
from bot.web.errors import Refused
from bot.web.http.accept import HTML, wanted
from bot.web.pages.concept_data import linked_data
from bot.web.state import Site, site

router = APIRouter(prefix="/begrepp")

Id = Annotated[str, Query(max_length=60)]


@router.get("")
async def concepts(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """All concepts by letter and by group, or those that match `q`; SKOS for a program that asks for it."""
    if wanted(request) != HTML:
        return linked_data(request, wanted(request))
    state = site(request)
    bank = state.store.concepts
    found = [bank[hit.ref] for hit in state.store.search(q, kind="concept")]
    ordered = sorted(bank.values(), key=lambda concept: alphabetical(concept.term))
    return state.pages.render(
        request,
        "concepts.html",
        q=q.strip(),
        found=found,
        letters=by_letter(ordered),
        groups={group: [c for c in ordered if c.group == group] for group in state.store.scheme.groups},
    )


@router.get("/jamfor")
async def compare(request: Request, a: Id = "", b: Id = "", c: Id = "") -> Response:
    """Two or three concepts beside each other, in the written comparison when there is one.

    404 on an unknown concept.
    """
    state = site(request)
    bank, written = state.store.concepts, state.store.comparisons.values()
    chosen = [_concept(state, key) for key in dict.fromkeys((a, b, c)) if key]
    chosen = chosen if len(chosen) > 1 else []
    ids = {one.id for one in chosen}
    comparison = state.store.comparison(*ids)
    return state.pages.render(
        request,
        "compare.html",
        a=a,
        b=b,
        c=c,
        chosen=chosen,
        comparison=comparison,
        nearby=[one for one in written if one is not comparison and ids >= set(one.concepts)],
        sources=_sources(state, comparison, chosen),
        ordered=sorted(bank.values(), key=lambda concept: alphabetical(concept.term)),
        written=sorted(written, key=lambda one: one.title),
    )


@router.get("/{concept_id}")
async def concept(request: Request, concept_id: str) -> Response:
    """One concept with everything known about it, or as SKOS. 404 when there is none."""
    if wanted(request) != HTML:
        return linked_data(request, wanted(request), concept_id)
    state = site(request)
    found = _concept(state, concept_id)
    bank = state.store.concepts
    topic = state.store.answers.get(found.topic or "")
    sources = state.store.sources_of(found)
    return state.pages.render(
        request,
        "concept.html",
        concept=found,
        differs=NAMED.sub(r"[\1](/begrepp/\2)", found.differs or ""),
        sources=sources,
        cited=[citation(source) for source in sources],
        broader=[bank[key] for key in found.broader],
        narrower=state.store.narrower(found.id),
        related=[bank[key] for key in found.related],
        replaced_by=bank.get(found.replaced_by or ""),
        topic=topic,
        comparisons=[one for one in state.store.comparisons.values() if found.id in one.concepts],
        address=f"{site(request).public_address(request)}/begrepp/{found.id}",
    )


def by_letter(ordered: list[Concept]) -> dict[str, list[Concept]]:
    """Capital first letter → concepts, in the given order."""
    letters: dict[str, list[Concept]] = {}
    for one in ordered:
        letters.setdefault(one.term[0].upper(), []).append(one)
    return letters


def _concept(state: Site, concept_id: str) -> Concept:
    found = state.store.concepts.get(concept_id)
    if found is None:
        raise Refused(404, "unknown-concept")
    return found


def _sources(state: Site, comparison: Comparison | None, chosen: list[Concept]) -> list[Source]:
    items = [comparison] if comparison else chosen
    return list({source.id: source for item in items for source in state.store.sources_of(item)}.values())
