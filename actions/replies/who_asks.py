"""The one who asks, as this message and those before it tell; and what is kept of that."""

from collections.abc import Sequence
from typing import Any

from actions.asker.reading import read_asker
from actions.replies.answers import Asker
from actions.replies.conversation import VASTRA_GOTALAND, Conversation
from actions.routing.places import PlaceFinder


def who_asks(words: str, conversation: Conversation, places: PlaceFinder) -> Asker:
    """The asker. Who asks for themselves is no relative any more, whatever was said before."""
    told, codes = read_asker(words), codes_named(words, places)
    kept = None if told.own else conversation.role
    named_here = bool(codes) and all(code.startswith(VASTRA_GOTALAND) for code in codes)
    local = conversation.in_west_sweden or told.west_sweden or named_here
    return Asker(told.role or kept, local, conversation.today, told.easy or conversation.easy)


def asker_kept(words: str, conversation: Conversation, asker: Asker, places: PlaceFinder) -> dict[str, Any]:
    """What is kept of the asker: the one municipality named, else the region where that is new."""
    codes = codes_named(words, places)
    region = VASTRA_GOTALAND if asker.in_west_sweden and not conversation.in_west_sweden else None
    place = codes[0] if len(codes) == 1 else region
    kept = {"role": str(asker.role) if asker.role else None, "easy": asker.easy}
    return {**kept, "municipality": place} if place else kept


def codes_named(words: str, places: PlaceFinder) -> Sequence[str]:
    """Codes of the municipalities that the words may mean."""
    found = places.find(words) if words else ()
    return list(dict.fromkeys(code for place in found for code in place.candidates))
