"""The place finder of a directory, made when it is first asked for.

spaCy takes seconds to import; the site is up before, and makes the finder meanwhile.
"""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from actions.routing.directory import Directory

if TYPE_CHECKING:
    from actions.routing.places import PlaceFinder

_making = Lock()


def place_finder(directory: Directory) -> "PlaceFinder":
    """The finder of a directory, built once however many ask for it at the same time."""
    with _making:
        return _built(directory)


@cache
def _built(directory: Directory) -> "PlaceFinder":
    from actions.routing.places import PlaceFinder

    return PlaceFinder(directory)
