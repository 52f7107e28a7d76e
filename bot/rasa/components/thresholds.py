"""How sure is sure enough: answer the very question, answer the topic, or ask first. No Rasa here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Sequence, Set, Text

Ranking = Sequence[Dict[Text, object]]


@dataclass(frozen=True)
class Bands:
    """Probabilities, chosen on held-back examples: docs/decisions/0002-pipeline.md.

    least: below it the chat asks what was meant. sure: from it on a topic is not doubted.
    outside: a message this likely to be about something else is asked about unless its topic is sure.
    passage: from it on the very question is answered, below it the topic's overview.
    alone: below it the next likeliest question is answered beside it.
    """

    least: float
    sure: float
    outside: float
    passage: float
    alone: float

    def is_unsure(self, ranking: Ranking, quiet: Set[Text], outside_topic: Text) -> bool:
        """True when the chat should ask. `quiet`: intents that say nothing of the subject."""
        best, confidence = _name(ranking[0]), _confidence(ranking[0])
        if confidence < self.least:
            return True
        if best in quiet or best == outside_topic or confidence >= self.sure:
            return False
        return any(_name(row) == outside_topic and _confidence(row) >= self.outside for row in ranking)

    def passage_of(self, topic: Text, passages: Ranking) -> Text:
        """The very question of `topic` that is asked; empty when the topic as a whole is likelier."""
        own = [row for row in passages if _name(row).partition("#")[0] == topic]
        sure = own and "#" in _name(own[0]) and _confidence(own[0]) >= self.passage
        return _name(own[0]) if sure else ""

    def second_of(self, passage: Text, passages: Ranking, outside_topic: Text) -> Text:
        """The question about SIP answered beside a doubtful one; empty when that is sure, or outside SIP."""
        best = [row for row in passages if "#" in _name(row)]
        if not passage or _confidence(best[0]) >= self.alone or _topic(best[0]) == outside_topic:
            return ""
        others = (row for row in best if _topic(row) != outside_topic)
        return next((_name(row) for row in others if _name(row) != passage), "")


def _topic(row: Dict[Text, object]) -> Text:
    return _name(row).partition("#")[0]


def _name(row: Dict[Text, object]) -> Text:
    return str(row["name"])


def _confidence(row: Dict[Text, object]) -> float:
    return float(row["confidence"])  # type: ignore[arg-type]
