"""Regions, counties and provinces named in a text, for when no municipality is."""

import re
from functools import cache

from actions.content.text import fold
from actions.routing.directory import Directory


def regions_in(directory: Directory, text: str) -> set[str]:
    """The codes of the regions that a text names: "Region Skåne", "VGR", "i Sörmland"."""
    words = fold(text)
    if not _any(directory).search(words):
        return set()
    return {code for name, code in _names(directory).items() if re.search(rf"\b{name}s?\b", words)}


def without_regions(directory: Directory, text: str) -> str:
    """The folded words of a text without the regions that they name."""
    return _any(directory).sub("", fold(text))


@cache
def _any(directory: Directory) -> re.Pattern[str]:
    """A name of any region, the longest first."""
    names = "|".join(sorted(_names(directory), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})s?\b")


@cache
def _names(directory: Directory) -> dict[str, str]:
    return {fold(row.name): row.region_code for row in directory.region_names}
