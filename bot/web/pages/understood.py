"""What the chat would take a search for, so that the search finds and hears danger as well as the chat."""

from dataclasses import dataclass

from fastapi import Request

from actions.crisis import CrisisSignal
from actions.privacy import mask
from actions.replies.cared_for import weighed_danger
from actions.replies.crisis import TOPIC as CRISIS
from actions.replies.passages import topic_of
from actions.thresholds import LIKELY_IN_SEARCH, LIKELY_WORD_IN_SEARCH, NEAR_DANGER_IN_SEARCH
from bot.web.errors import Refused
from bot.web.pacing import check_pace
from bot.web.rasa_client import RasaAway
from bot.web.state import Site, site


@dataclass(frozen=True)
class Understood:
    """Ids of the passages and topics that are asked for, the likeliest first; the danger that is told of; and
    whether there may be some that is not plain."""

    asked: tuple[str, ...] = ()
    danger: CrisisSignal | None = None
    near_danger: bool = False


async def understood_as(request: Request, words: str) -> Understood:
    """What the model makes of the words, masked as in the chat.

    Nothing while Rasa is away, and for a client that has searched too often.
    """
    state, count = site(request), len(words.split())
    if not count:
        return Understood()
    try:
        await check_pace(request, "costly")
        reading = await state.rasa.read(mask(words.lstrip("/ "), state.public_phones))
    except (Refused, RasaAway):
        return Understood()
    about = {name: sure for name, sure in reading.likely.items() if _is_about_sip(state, name)}
    store, least = state.store, LIKELY_WORD_IN_SEARCH if count == 1 else LIKELY_IN_SEARCH
    asked = tuple(
        ref
        for ref, sure in about.items()
        if (ref in store.passages and sure >= least)
        or (ref in store.answers and sure >= LIKELY_WORD_IN_SEARCH)
    )
    heard = reading.danger
    sounds = max(reading.likely.get(CRISIS, 0.0), *((heard.acute, heard.heavy) if heard else ()), 0.0)
    asks_sip = max(about.values(), default=0.0)
    danger = weighed_danger(words, heard, None, closes=False, asks_sip=asks_sip, in_talk=False)
    return Understood(asked, danger, sounds >= NEAR_DANGER_IN_SEARCH)


def _is_about_sip(state: Site, name: str) -> bool:
    return state.store.topics.is_about_sip(topic_of(name))
