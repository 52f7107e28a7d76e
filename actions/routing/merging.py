"""One number is one card: doors behind the same switchboard become one, which says all to ask for."""

from collections.abc import Iterable

from actions.routing.models import Contact


def merged(cards: Iterable[Contact], also: str) -> list[Contact]:
    """Each door once, in order. `also` is how a further reason is put, with `{why}`."""
    found: dict[tuple[str, str], Contact] = {}
    for card in cards:
        key = ("kommun", card.phone) if card.side == "kommun" and card.phone else (card.side, card.id)
        first = found.get(key)
        found[key] = _with_reason(first, card, also) if first else card
    return list(found.values())


def _with_reason(first: Contact, second: Contact, also: str) -> Contact:
    if second.why in first.why:
        return first
    return first.model_copy(update={"why": f"{first.why} {also.format(why=second.why)}"})
