"""What a message asks in the midst of a talk: by itself, after the one before, and after the answer before.

The weights are learnt from whole talks that the model had not seen: docs/decisions/0029 and 0032.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from operator import mul

from actions.replies.passages import topic_of
from actions.thresholds import AFTER_ANSWER, AFTER_MESSAGE, AGAIN, AS_TOPIC, BY_ITSELF, SAME_TOPIC, UNNAMED

Likelihoods = Mapping[str, float]
WEIGHTS = (BY_ITSELF, AFTER_MESSAGE, AFTER_ANSWER, AGAIN, SAME_TOPIC, AS_TOPIC)


@dataclass(frozen=True)
class Readings:
    """How probable each passage, and each topic as a whole, is by three readings of a message, 0 to 1.

    by_itself; after_message: together with the message before; after_answer: together with the question that
    was answered before. Empty where there is nothing to read it with.
    """

    by_itself: Likelihoods
    after_message: Likelihoods
    after_answer: Likelihoods


def features(readings: Readings, last: str, answered: Collection[str]) -> dict[str, tuple[float, ...]]:
    """What speaks for each passage, and each topic as a whole, in the order of WEIGHTS.

    A reading counts as the logarithm of its probability, from 0 for what it does not name. last: the passage
    that the talk has come to; it often stays with its topic. answered: all passages of the reply before.
    """
    views = (readings.by_itself, readings.after_message, readings.after_answer)
    topic = topic_of(last)
    return {
        name: (
            *(math.log(max(view.get(name, 0.0), UNNAMED) / UNNAMED) for view in views),
            float(name in answered),
            float(bool(topic) and topic_of(name) == topic),
            float("#" not in name),
        )
        for name in dict.fromkeys(name for view in views for name in view)
    }


def weighed(readings: Readings, last: str, answered: Collection[str]) -> dict[str, float]:
    """How probable each passage, and each topic as a whole, is; likeliest first, and the sum is 1."""
    named = features(readings, last, answered)
    odds = {name: math.exp(sum(map(mul, WEIGHTS, row))) for name, row in named.items()}
    total = sum(odds.values())
    return {name: odds[name] / total for name in sorted(odds, key=lambda name: -odds[name])}
