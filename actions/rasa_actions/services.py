"""What the actions need, opened once when the action server starts."""

from functools import lru_cache

from actions.replies.knowledge import Knowledge, open_knowledge
from actions.settings import get_settings


@lru_cache
def services() -> Knowledge:
    """The services of this process. Raises when the compiled content is missing."""
    return open_knowledge(get_settings())
