"""The functions behind search, directory and documents, timed in this process."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from actions.drafting.documents import render
from actions.drafting.draft import Draft
from actions.publishing.store import Store
from actions.routing.contacts import ContactQuery, find_contacts, load_rules
from actions.routing.directory import Directory
from actions.routing.finding import place_finder
from actions.settings import get_settings
from bot.tools.bench.samples import samples

_ROUNDS = 40


def concept_search(database: Path) -> list[float]:
    """Milliseconds of each search in the concept bank."""
    store = Store(database)
    return _timed(lambda query: store.search(query, kind="concept"), samples()["concepts"])


def page_search(database: Path) -> list[float]:
    """Milliseconds of each search in all that the site's search page shows."""
    return _timed(Store(database).search, samples()["concepts"])


def suggestions(database: Path) -> list[float]:
    """Milliseconds of each list of what somebody may be about to search for."""
    store = Store(database)
    return _timed(lambda typed: store.suggest(typed, 8), samples()["concepts"])


def directory_lookup(database: Path) -> list[float]:
    """Milliseconds of each way from a place in words to contacts."""
    directory = Directory.open(database)
    rules = load_rules(get_settings().content)
    place_finder(directory)
    places = samples()["places"]
    return _timed(lambda place: find_contacts(directory, rules, ContactQuery(place=place)), places)


def document() -> list[float]:
    """Milliseconds of each PDF made of an ordinary draft."""
    draft = Draft.model_validate(samples()["draft"])
    return _timed(lambda _: render(draft, "pdf"), ("pdf",))


def _timed(call: Callable[[str], object], inputs: Iterable[str]) -> list[float]:
    waits = []
    for item in tuple(inputs) * _ROUNDS:
        started = time.perf_counter()
        call(item)
        waits.append((time.perf_counter() - started) * 1000)
    return waits
