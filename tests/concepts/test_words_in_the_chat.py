"""Whoever writes only a word of the concept bank gets that word explained, however it is written."""

from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex

import httpx
import pytest

from actions.content.models import Concept
from actions.publishing.store import Store
from tests.site import compiled_content
from tests.talking import Talk

pytestmark = pytest.mark.running
_SIDE_BY_SIDE = 2
_HELP_FIRST = {"orosanmalan": "hjalp"}  # whoever writes it may fear for a child now: whom to call comes first


def test_every_word_alone_is_explained(client: httpx.Client) -> None:
    concepts = Store(compiled_content()).concepts.values()
    asked = {name: concept for concept in concepts for name in concept.names}

    def is_explained(pair: tuple[str, Concept]) -> bool:
        name, concept = pair
        reply = Talk(client, token_hex(16)).say(name)
        topics = {concept.topic, _HELP_FIRST.get(concept.id)}
        return bool(reply.all("concept")) or bool(topics & set(reply.all("topic")))

    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        explained = list(pool.map(is_explained, asked.items()))
    assert [name for name, found in zip(asked, explained, strict=True) if not found] == []
