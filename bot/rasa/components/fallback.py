"""The last word on a message: whether it is answered, and with what."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.components.component import Configured
from bot.rasa.components.crisis_guard import CRISIS
from bot.rasa.components.thresholds import Bands

FALLBACK, RANKING = "nlu_fallback", "intent_ranking"
TASK_QUESTION = "uppgiftsfraga"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Doubt(Configured, IntentClassifier):
    """Puts `nlu_fallback` first when unsure; else sets the message's `passage` when that is sure,
    and in some doubt the `second` one to answer beside it.

    A question about a task becomes the intent `uppgiftsfraga`: the task's own intent would begin it.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {
            "least": 0.4,
            "sure": 0.9,
            "outside": 0.1,
            "passage": 0.3,
            "alone": 0.6,
            "outside_topic": "utanfor-amnet",
            "quiet": [],
            "tasks": [],
        }

    def __init__(self, config: Dict[Text, Any], *_: Any) -> None:
        names = ("least", "sure", "outside", "passage", "alone")
        self._bands = Bands(**{name: config[name] for name in names})
        self._outside_topic = config["outside_topic"]
        self._quiet, self._tasks = set(config["quiet"]), set(config["tasks"])

    def process(self, messages: List[Message]) -> List[Message]:
        """Decides on each message that was ranked.

        Beside danger too, which stays first: where what was said before speaks against it, the rest counts.
        """
        for message in messages:
            ranking = list(message.get(RANKING) or [])
            danger = [row for row in ranking[:1] if row["name"] == CRISIS]
            rest = ranking[len(danger) :]
            if rest:
                message.set(RANKING, danger + self._decided(message, rest), add_to_output=True)
                message.set(INTENT, message.get(RANKING)[0], add_to_output=True)
        return messages

    def _decided(self, message: Message, ranking: List[Dict[Text, Any]]) -> List[Dict[Text, Any]]:
        """The ranking, after doubt or a question about a task; sets the passage where that is sure."""
        if self._bands.is_unsure(ranking, self._quiet, self._outside_topic):
            return [_as_sure_as(FALLBACK, ranking[0]), *ranking]
        passages = message.get("passages") or []
        passage = self._bands.passage_of(ranking[0]["name"], passages)
        if not passage:
            return ranking
        message.set("passage", passage, add_to_output=True)
        second = self._bands.second_of(passage, passages, self._outside_topic)
        message.set("second", second, add_to_output=True)
        about_task = ranking[0]["name"] in self._tasks
        return [_as_sure_as(TASK_QUESTION, ranking[0]), *ranking] if about_task else ranking


def _as_sure_as(intent: Text, first: Dict[Text, Any]) -> Dict[Text, Any]:
    return {"name": intent, "confidence": first["confidence"]}
