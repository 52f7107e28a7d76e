"""The campaign's landing page."""

import re
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

from actions.content.text import alphabetical
from actions.languages.texts import load_language_texts
from bot.web.pages.fixed import fixed_page
from bot.web.pages.search import Found
from bot.web.rendering import anchor
from bot.web.state import site

router = APIRouter()

_STEP = re.compile(r"^## (?P<heading>\d+\. (?P<title>.+))\n+(?P<summary>.+?[.])(?= |$)", re.MULTILINE)


@router.get("/")
async def landing(request: Request) -> Response:
    """What SIP is, and the ways in."""
    state = site(request)
    store = state.store
    popular = [store.answers[topic] for topic in store.topics.offered.popular]
    road = steps_of_the_road(state.settings.content)
    languages = languages_of_the_chat(state.settings.content)
    return state.pages.render(request, "landing.html", popular=popular, road=road, languages=languages)


@cache
def languages_of_the_chat(content: Path) -> list[str]:
    """The Swedish names of the languages in which the chat says the most important, in alphabetical order."""
    return sorted((text.name for text in load_language_texts(content).texts.values()), key=alphabetical)


def steps_of_the_road(content: Path) -> list[Found]:
    """The steps of `/din-vag`: where each stands, its heading without the number, and its first sentence."""
    steps = _STEP.finditer(fixed_page(content, "din-vag").body)
    return [Found(f"/din-vag#{anchor(step['heading'])}", step["title"], step["summary"]) for step in steps]
