"""How hard a text of each form may be."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from math import inf
from statistics import median

from actions.content.plain_language import measure
from actions.content.problems import Problem, problem
from actions.publishing.checks.texts import Form, Text

MEDIAN_CHAT_LIX = 26.0


@dataclass(frozen=True)
class Limits:
    """Highest LIX, words in a sentence and share of long words, and how many sentences (None: as needed)."""

    lix: float
    longest_sentence: int
    long_words: float
    sentences: tuple[int, int] | None = None


LIMITS = {
    Form.CHAT: Limits(lix=35, longest_sentence=20, long_words=0.28, sentences=(2, 4)),
    # One question has one answer, sometimes in a single sentence.
    Form.PASSAGE: Limits(lix=35, longest_sentence=20, long_words=0.30, sentences=(1, 5)),
    Form.YOUNG: Limits(lix=30, longest_sentence=16, long_words=0.25, sentences=(2, 6)),
    Form.EASY: Limits(lix=24, longest_sentence=12, long_words=0.20),
    Form.LONG: Limits(lix=35, longest_sentence=25, long_words=0.28),
    Form.CONCEPT: Limits(lix=35, longest_sentence=20, long_words=0.30),
    Form.PAGE: Limits(lix=40, longest_sentence=30, long_words=0.30),
    # Half sentences and labels: LIX says little about them.
    Form.PHRASE: Limits(lix=inf, longest_sentence=25, long_words=1.0),
    # One-line definitions in the trade's own terms: LIX says little about them.
    Form.STAFF: Limits(lix=70, longest_sentence=45, long_words=0.70),
}


def too_hard(texts: Iterable[Text], names: Set[str]) -> Iterator[Problem]:
    """A problem for each limit that a text passes."""
    for text in texts:
        limits, found = LIMITS[text.form], measure(text.words, names)
        for key, value, limit in (
            ("lix", found.lix, limits.lix),
            ("long_sentence", found.longest_sentence, limits.longest_sentence),
            ("long_words", found.long_words, limits.long_words),
        ):
            if value > limit:
                yield problem(text.where, key, found=value, limit=limit)
        fewest, most = limits.sentences or (0, found.sentences)
        if found.sentences > most:
            yield problem(text.where, "many_sentences", found=found.sentences, limit=most)
        if found.sentences < fewest:
            yield problem(text.where, "few_sentences", found=found.sentences, limit=fewest)


def median_lix(texts: Iterable[Text], form: Form, names: Set[str]) -> float:
    """The middle LIX of all texts of a form."""
    return median(measure(text.words, names).lix for text in texts if text.form is form)
