"""A short message that leans on one before it ("och om han säger nej"): the two are weighed together."""

import math
from collections.abc import Mapping

from actions.content.topics import Topics
from actions.replies.clarify import names_sip
from actions.replies.followups import points_at_something, points_back
from actions.thresholds import (
    ANSWERED_TOO,
    ASKED_AGAIN,
    JOINED_SHARE,
    LONGEST_LEANING,
    STANDS_ALONE,
    STANDS_ALONE_AS_TOPIC,
    STANDS_ALONE_POINTING,
    UNNAMED_ALONE,
    UNNAMED_JOINED,
)


def leans(words: str, likelihoods: Mapping[str, float], topics: Topics) -> bool:
    """True for a short message whose very question is not plain by itself.

    A word that points back ("det", "då") asks for more to be plain; without one, a message that names SIP is.
    likelihoods: how probable each passage is, 0 to 1, and each topic as a whole.
    """
    points = points_back(words)
    if len(words.split()) > LONGEST_LEANING or (names_sip(words) and not points_at_something(words)):
        return False
    wholes = (sure for name, sure in likelihoods.items() if "#" not in name and topics.is_about_sip(name))
    least = STANDS_ALONE_POINTING if points else STANDS_ALONE
    plain = max(_questions(likelihoods).values(), default=0.0) >= least
    return not plain and max(wholes, default=0.0) < STANDS_ALONE_AS_TOPIC


def weighed(alone: Mapping[str, float], joined: Mapping[str, float], answered: str) -> str:
    """The likeliest passage by a message alone, and by it after its antecedent; empty without any.

    alone, joined: passages and their probabilities. How much each counts: docs/decisions/0028. answered: the
    passage just answered, which is seldom what is asked next. What a message alone says nothing of is hardly
    less likely for that: it is half a sentence.
    """
    by_itself, with_antecedent = _questions(alone), _questions(joined)

    def score(passage: str) -> float:
        own = max(by_itself.get(passage, 0.0), UNNAMED_ALONE)
        both = max(with_antecedent.get(passage, 0.0), UNNAMED_JOINED)
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
