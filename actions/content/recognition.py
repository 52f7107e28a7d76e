"""Field types for files of `content/` that list what people may write: a broken pattern is a wrong field."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from actions.content.frozen import Frozen
from actions.content.patterns import (
    any_of,
    as_written,
    folded,
    longest_first,
    over_folded,
    signs,
    without_dots,
)


class Recognised(Frozen):
    """A file of words that people may write."""


def _choice(rows: Any) -> Any:
    return any_of(map(as_written, longest_first(rows))) if isinstance(rows, list) else rows


def _folded_choice(rows: Any) -> Any:
    return any_of(map(over_folded, longest_first(rows))) if isinstance(rows, list) else rows


def _lenient_choice(rows: Any) -> Any:
    return any_of(map(without_dots, longest_first(rows))) if isinstance(rows, list) else rows


def _signs(rows: Any) -> Any:
    return signs(rows) if isinstance(rows, list) else rows


# Whole folded messages; words anywhere in folded text; words as a part of a larger pattern, over text that is
# folded, or as it was written, with or without the dots.
Phrases = Annotated[frozenset[str], AfterValidator(folded)]
Signs = Annotated[re.Pattern[str], BeforeValidator(_signs)]
Folded = Annotated[re.Pattern[str], BeforeValidator(_folded_choice)]
Lenient = Annotated[re.Pattern[str], BeforeValidator(_lenient_choice)]
Written = Annotated[re.Pattern[str], BeforeValidator(_choice)]
