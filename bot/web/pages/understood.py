"""What the chat would take a search for, so that the search finds as well as the chat does."""

from fastapi import Request

from actions.privacy import mask
from actions.replies.passages import topic_of
from actions.thresholds import LIKELY_IN_SEARCH
from bot.web.errors import Refused
from bot.web.pacing import check_pace
from bot.web.rasa_client import RasaAway
from bot.web.state import site


async def understood_as(request: Request, words: str) -> list[str]:
    """Ids of the passages that the words, masked as in the chat, ask for; the likeliest first.

    Empty for a single word, while Rasa is away, and for a client that has searched too often.
    """
    state = site(request)
    if len(words.split()) < 2:
        return []
    try:
        await check_pace(request, "costly")
        likely = await state.rasa.passages(mask(words.lstrip("/ "), state.public_phones))
    except (Refused, RasaAway):
        return []
    return [
        name
        for name, sure in likely.items()
        if sure >= LIKELY_IN_SEARCH
        and name in state.store.passages
        and state.store.topics.is_about_sip(topic_of(name))
    ]
