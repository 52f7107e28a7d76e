"""Identity numbers are stopped wherever text comes in, before anything reads, shows or keeps it."""

import unicodedata
from collections.abc import Iterable, Iterator

from fastapi import Request

from actions.privacy import has_identity_number
from bot.web.errors import Refused
from bot.web.state import site

_SAYS_SO_ITSELF = "/sok"  # shows its page with a kind word, and an empty field
_LONGEST = 4000


async def no_identity_numbers(request: Request) -> None:
    """A dependency of every route: what stands in the address. Raises Refused 422."""
    if request.url.path != _SAYS_SO_ITSELF:
        refuse_identity_numbers(request, request.query_params.values())


def refuse_identity_numbers(request: Request, values: Iterable[str]) -> None:
    """Raises Refused 422 when one stands in any of the values. Looks at 4 000 signs of each."""
    if any(has_identity_number(value[:_LONGEST]) for value in values):
        site(request).metrics.refused("identifier")
        raise Refused(422, "identifier")


def spelt_out(text: str, most: int) -> str:
    """At most so many signs of the text; one that stands for several is counted, and costs, as those."""
    return unicodedata.normalize("NFKC", text[:most])[:most]


def texts_in(data: object) -> Iterator[str]:
    """All texts in data read from JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)
