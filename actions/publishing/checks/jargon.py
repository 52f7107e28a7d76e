"""Hard words must be explained where the reader first meets them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from actions.content.models import Answer, Passage, Role
from actions.content.plain_language import sentences
from actions.content.problems import Problem, problem

_ABBREVIATION = 4
_QUOTED = re.compile(r'"[^"\n]*"')
Jargon = Mapping[str, tuple[str, ...]]


def unexplained(answers: Iterable[Answer | Passage], jargon: Jargon) -> Iterator[Problem]:
    """Hard words in an answer that no sentence nearby explains. Staff texts may use the trade's words."""
    for answer in (each for each in answers if not _to_staff(each)):
        for name, words, above in _parts(answer):
            known = set(hard_words(above, jargon))
            for term in hard_words(f"{above}\n{words}", jargon):
                if term not in known:
                    yield problem(f"{answer.id} / {name}", "unexplained", term=term)


def hard_words(words: str, jargon: Jargon) -> Iterator[str]:
    """Terms whose first sentence, and the ones before and after it, hold none of the words that explain them.

    What stands in quotation marks is talked about, not used.
    """
    parts = [part.casefold() for part in sentences(_QUOTED.sub("", words))]
    whole = "\n".join(parts)
    for term, marks in ((term, marks) for term, marks in jargon.items() if term in whole):
        first = next((index for index, part in enumerate(parts) if _names(term).search(part)), None)
        if first is None:
            continue
        near = " ".join(parts[max(first - 1, 0) : first + 2])
        if not any(mark in near for mark in marks):
            yield term


@cache
def _names(term: str) -> re.Pattern[str]:
    """The term with any ending; an abbreviation only by itself or in the genitive ("SKR:s")."""
    end = r"(?!\w)" if len(term) <= _ABBREVIATION else ""
    return re.compile(rf"(?<!\w){re.escape(term)}{end}")


def _to_staff(answer: Answer | Passage) -> bool:
    return isinstance(answer, Passage) and answer.reader is Role.STAFF


def _parts(answer: Answer | Passage) -> Iterator[tuple[str, str, str]]:
    """Name, words, and what the reader knows: who they are, and what they have read just above."""
    yield "Kort", answer.short, ""
    yield "Mer", answer.long, answer.short
    yield "Lättläst", answer.easy, ""
    for role, words in answer.variants.items():
        if role is not Role.STAFF:
            yield str(role), words, "" if role is Role.MINOR else f"{role}. {answer.short}"
    if answer.vastra_gotaland:
        yield "Västra Götaland", answer.vastra_gotaland, answer.short
