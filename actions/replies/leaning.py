"""A short message that leans on one before it ("och om han säger nej"): the two are weighed together."""

import math
from collections.abc import Mapping

from actions.replies.clarify import names_sip
from actions.replies.followups import points_back
from actions.thresholds import (
    ANSWERED_TOO,
    ASKED_AGAIN,
    JOINED_SHARE,
    LONGEST_LEANING,
    STANDS_ALONE,
    STANDS_ALONE_POINTING,
)

_TINY = 1e-4  # of a question that one of the readings does not name


def leans(words: str, likelihoods: Mapping[str, float]) -> bool:
    """True for a short message that does not name SIP and whose very question is not plain by itself.

    A word that points back asks for more to be plain. likelihoods: how probable each passage is, 0 to 1.
    """
    if len(words.split()) > LONGEST_LEANING or names_sip(words):
        return False
    least = STANDS_ALONE_POINTING if points_back(words) else STANDS_ALONE
    return max(_questions(likelihoods).values(), default=0.0) < least


def weighed(alone: Mapping[str, float], joined: Mapping[str, float], answered: str) -> str:
    """The likeliest passage by a message alone, and by it after its antecedent; empty without any.

    alone, joined: passages and their probabilities. How much each counts: docs/decisions/0026. answered: the
    passage just answered, which is seldom what is asked next.
    """
    by_itself, with_antecedent = _questions(alone), _questions(joined)

    def score(passage: str) -> float:
        own, both = by_itself.get(passage, _TINY), with_antecedent.get(passage, _TINY)
        again = math.log(ASKED_AGAIN) if passage == answered else 0.0
        return (1 - JOINED_SHARE) * math.log(own) + JOINED_SHARE * math.log(both) + again

    return max({**by_itself, **with_antecedent}, key=score, default="")


def read_alone(alone: Mapping[str, float], *known: str) -> str:
    """What a leaning message asks by itself, where that may well be meant; empty for one of `known`."""
    questions = _questions(alone)
    best = max(questions, key=lambda passage: questions[passage], default="")
    return best if best not in known and questions.get(best, 0.0) >= ANSWERED_TOO else ""


def _questions(likelihoods: Mapping[str, float]) -> dict[str, float]:
    """Without the topics that are asked about as a whole."""
    return {name: value for name, value in likelihoods.items() if "#" in name}
