"""The reading pages. Every one works without JavaScript; what is typed into them is never kept."""

from fastapi import APIRouter

from bot.web.pages import (
    answers,
    concept_data,
    concepts,
    contacts,
    fixed,
    landing,
    letters,
    posters,
    search,
    statistics,
    suggestions,
)

router = APIRouter(include_in_schema=False)
for part in (
    *(landing, answers, concept_data, concepts, contacts, letters),
    *(posters, search, suggestions, statistics, fixed),
):
    router.include_router(part.router)
