"""How sure is sure enough: answer, answer and offer other guesses, or ask first. No Rasa here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Set, Text

Ranking = Sequence[Dict[Text, object]]


@dataclass(frozen=True)
class Bands:
    """Probabilities, chosen on held-back examples: docs/decisions/0002-pipeline.md.

    least: below it the chat asks what was meant. sure: from it on the answer stands alone.
    outside: a message this likely to be about something else is asked about unless its topic is sure.
    """

    least: float
    sure: float
    outside: float
    worth_offering: float
    alternatives: int

    def is_unsure(self, ranking: Ranking, quiet: Set[Text], outside_topic: Text) -> bool:
        """True when the chat should ask. `quiet`: intents that say nothing of the subject."""
        best, confidence = _name(ranking[0]), _confidence(ranking[0])
        if confidence < self.least:
            return True
        if best in quiet or best == outside_topic or confidence >= self.sure:
            return False
        return any(_name(row) == outside_topic and _confidence(row) >= self.outside for row in ranking)

    def others(self, ranking: Ranking, never: Set[Text]) -> List[Text]:
        """What else may have been meant, likeliest first; empty when sure. `never`: intents not to offer."""
        if _confidence(ranking[0]) >= self.sure or _name(ranking[0]) in never:
            return []
        likely = [_name(row) for row in ranking[1:] if _confidence(row) >= self.worth_offering]
        return [name for name in likely if name not in never][: self.alternatives]


def _name(row: Dict[Text, object]) -> Text:
    return str(row["name"])


def _confidence(row: Dict[Text, object]) -> float:
    return float(row["confidence"])  # type: ignore[arg-type]
