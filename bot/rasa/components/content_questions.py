"""The questions that passages answer, as examples: what an editor writes there is understood at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterator, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.content.yaml_files import read_yaml_text
from bot.rasa.components.component import Configured

PASSAGES = Path(__file__).resolve().parents[3] / "content" / "passages"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class ContentQuestions(Configured):
    """Adds `question` and `asked_as` of each passage to the training data; messages pass through."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {}

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The training data with the passages' own questions."""
        return training_data.merge(TrainingData(list(questions(PASSAGES))))

    def process(self, messages: List[Message]) -> List[Message]:
        """Nothing is done to a message."""
        return messages


def questions(folder: Path) -> Iterator[Message]:
    """An example for each wording in the front matter of `<topic>/<name>.md`."""
    for label, wordings in wordings_of(folder).items():
        for text in wordings:
            yield Message({TEXT: text, INTENT: label.partition("/")[0], INTENT_RESPONSE_KEY: label})


def wordings_of(folder: Path) -> Dict[Text, List[Text]]:
    """How each passage is asked, by label (`topic/name`); its own question first."""
    found = {}
    for path in sorted(folder.glob("*/*.md")):
        meta = read_yaml_text(path.read_text(encoding="utf-8").split("---")[1])
        asked = [str(text) for text in (meta["question"], *meta.get("asked_as", ()))]
        found[f"{path.parent.name}/{path.stem}"] = asked
    return found
