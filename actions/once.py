"""What was read in a message is kept while that message is answered, and not a moment longer."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")

_read: ContextVar[dict[Hashable, Any] | None] = ContextVar("_read", default=None)


@contextmanager
def one_message() -> Iterator[None]:
    """Around all that is done to answer one message; it is forgotten at the end."""
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def once_a_message(read: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """The same words are read once while one message is answered; outside of that, each time.

    For functions of hashable arguments whose result nobody changes.
    """

    @wraps(read)
    def kept(*args: _Given.args, **kwargs: _Given.kwargs) -> _Found:
        known = _read.get()
        if known is None:
            return read(*args, **kwargs)
        key = (read, args, *kwargs.items())
        if key not in known:
            known[key] = read(*args, **kwargs)
        found: _Found = known[key]
        return found

    return kept
