"""Hears that a message asks what one word means and nothing else: the phrases of `content/defining.yml`."""

import re
from functools import cache, cached_property
from pathlib import Path

from actions.content.models import Concept
from actions.content.recognition import Folded, Recognised
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.publishing.store import Store
from actions.replies.passages import Question


class DefiningWords(Recognised):
    """The file: what opens such a question, and the small words around it and around the word asked for."""

    before: Folded
    asks: Folded
    small: Folded
    after: Folded

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """All of a folded message; its group `word` is what is asked for."""
        return re.compile(
            rf"(?:{self.before.pattern} )*{self.asks.pattern}(?: {self.small.pattern})* "
            rf"(?P<word>.+?)(?: {self.after.pattern})*"
        )


def read_defining(content: Path) -> DefiningWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return DefiningWords.model_validate(read_yaml(content / "defining.yml"))


def concept_asked_for(store: Store, text: str) -> Concept | None:
    """The concept whose meaning is all that the text asks for; None when it asks something else."""
    found = _words().whole.fullmatch(fold(text))
    return store.concept_called(found["word"]) if found else None


def defined(store: Store, words: str, understood: Question | None) -> Concept | None:
    """The concept to define; None too where what was understood has a heading that asks the very same."""
    concept = concept_asked_for(store, words)
    if concept is None or understood is None:
        return concept
    passage = store.passages.get(understood.passage)
    heading = passage.question if passage else store.answers[understood.topic].title
    return None if concept_asked_for(store, heading) == concept else concept


@cache
def _words() -> DefiningWords:
    return read_defining(CONTENT)
