"""What is asked in the midst of a talk, as examples: half a sentence after the message it leans on."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.components.component import Configured
from bot.rasa.components.content_questions import PASSAGES, wordings_of
from bot.rasa.components.passages import topic_of
from bot.rasa.components.talk_examples import TALKS, learnt_from


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class TalkQuestions(Configured):
    """Adds the messages of whole talks to the training data; messages pass through."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {}

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The training data with what is asked in talks; what stands there already keeps its label."""
        asked = {label: wordings[0] for label, wordings in wordings_of(PASSAGES).items()}
        known = {str(message.get(TEXT)).casefold() for message in training_data.training_examples}
        learnt = {
            text: said.about[0]
            for said in learnt_from(TALKS)
            if said.about
            for text in said.as_asked(asked)
            if text.casefold() not in known
        }
        return training_data.merge(TrainingData([_message(*one) for one in learnt.items()]))

    def process(self, messages: List[Message]) -> List[Message]:
        """Nothing is done to a message."""
        return messages


def _message(text: Text, label: Text) -> Message:
    topic = {TEXT: text, INTENT: topic_of(label)}
    return Message({**topic, INTENT_RESPONSE_KEY: label} if "/" in label else topic)
