"""A word of the glossary alone is asked about as a word, whatever topic it leads the thoughts to."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Optional, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.concepts.inflection import forms
from actions.content.text import fold
from actions.content.yaml_files import read_yaml_text
from bot.rasa.components.component import Configured

_CONCEPTS = Path(__file__).resolve().parents[3] / "content" / "concepts"
_INTENT = "begrepp"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class GlossaryGuard(Configured, IntentClassifier):
    """Sets the intent `begrepp` for a message that is nothing but a glossary's word.

    Not where its own topic is sure, unless that is a task, which would begin. The intent is never so sure
    that a step of a task is left: there the word may be the answer.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"topic_sure": 0.6, "confidence": 0.7, "tasks": []}

    def process(self, messages: List[Message]) -> List[Message]:
        """Puts the intent first in the ranking of a message that is one word of the glossary."""
        for message in messages:
            ranking = list(message.get("intent_ranking") or [])
            named = topics_of_word(message.get(TEXT) or "")
            if not ranking or named is None:
                continue
            if ranking[0]["name"] in named and self._may_stay(ranking[0]):
                continue
            rest = [row for row in ranking if row["name"] != _INTENT]
            ranking = [{"name": _INTENT, "confidence": self._config["confidence"]}, *rest]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set("passages", [], add_to_output=True)
        return messages

    def _may_stay(self, best: Dict[Text, Any]) -> bool:
        return best["name"] not in self._config["tasks"] and best["confidence"] >= self._config["topic_sure"]


def topics_of_word(text: Text) -> Optional[FrozenSet[Text]]:
    """Topics of the concept that the text names and nothing else; None when it names none."""
    words, names = fold(text), _names()
    return next((names[form] for form in (words, *forms(words)) if form in names), None)


@lru_cache(maxsize=1)
def _names() -> Dict[Text, FrozenSet[Text]]:
    """Folded name → the topic of its concept."""
    found: Dict[Text, FrozenSet[Text]] = {}
    for path in sorted(_CONCEPTS.glob("*.md")):
        parts = path.read_text(encoding="utf-8").split("---")
        if len(parts) < 3:  # a page for editors, not a concept
            continue
        meta = read_yaml_text(parts[1])
        old = [one["term"] for one in meta.get("deprecated") or ()]
        known = [meta["term"], meta.get("abbreviation"), *(meta.get("synonyms") or ()), *old]
        for name in (*known, *(meta.get("search_forms") or ())):
            if name:
                found.setdefault(fold(str(name)), frozenset({meta.get("topic") or ""}))
    return found
