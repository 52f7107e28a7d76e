"""Danger decides before any topic does: written patterns, and a model made for nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, Text, Tuple, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.content.spoken_words import in_ordinary_spelling
from actions.content.text import fold
from actions.crisis import detect, is_certain, is_known_as_harmless, is_over, says_little
from actions.crisis.situations import situation_of
from bot.rasa.components.component import Trained
from bot.rasa.components.danger import DangerScorer
from bot.rasa.components.danger_examples import LABELS, Example, read_examples
from bot.rasa.components.encoder import vectors_of
from bot.rasa.components.glossary import topics_of_word
from bot.rasa.components.parts import clauses_of, parts_of, wholes_of
from bot.rasa.components.sentences import as_read, encode, encode_many
from bot.rasa.components.talk_examples import TALKS, danger_in, learnt_from
from bot.rasa.part_of_message import PartOfMessage

CRISIS = "kris"
CALM, KRIS = LABELS.index("calm"), LABELS.index(CRISIS)
_TINY = 1e-6
_WORST = 0.4  # how much the worst part weighs against the whole
_SURELY_ASKS = 0.2  # what is left of the odds when the message surely asks about SIP
_TOLD = 0.3  # how much what is told without the questions weighs, where that sounds worse than the whole
EXAMPLES = Path(__file__).resolve().parents[3] / "nlu_data" / "danger"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CrisisGuard(Trained, IntentClassifier):
    """Sets the crisis intent when a pattern of content/crisis.yml or the model finds acute danger.

    `danger` on the message carries level, category and person. The message is read whole and sentence by
    sentence, and the worst counts: what else somebody writes never hides it. What is written as it sounds is
    read in ordinary spelling too.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [DenseFeaturizer]

    @staticmethod
    def required_packages() -> List[Text]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {
            "acute": 0.2,
            "urgent": 0.03,
            "heavy": 0.2,
            "heavy_idiom": 0.9,
            "pattern": 0.7,
            "pattern_urgent": 0.05,
            "pattern_heavy": 0.07,
            "surely_dangerous": 0.9995,
            "surely_harmless": 0.01,
            "surely_over": 0.6,
            "fewest_words": 2,
            "topic_sure": 0.8,
            "outside_topic": "utanfor-amnet",
            "quiet": [],
        }

    @staticmethod
    def new_scorer(config: Dict[Text, Any]) -> DangerScorer:
        return DangerScorer()

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the hand-written messages and all training examples; persists with the model."""
        asked = [message for message in training_data.intent_examples if message.get(TEXT)]
        calm = [message for message in asked if message.get(INTENT) != CRISIS]
        told = [Example(m.get(TEXT), CRISIS, _kind(m.get(TEXT))) for m in asked if m.get(INTENT) == CRISIS]
        talked = danger_in(learnt_from(TALKS))
        rows = {row.text: row for row in [*told, *talked, *read_examples(EXAMPLES)]}.values()
        examples = [replace(row, kind=situation_of(row.kind)) if row.label == CRISIS else row for row in rows]
        read = [as_read(row.text) for row in examples]
        folded = [fold(row.text) or row.text for row in examples]
        vectors = encode_many([*read, *folded])
        self._scorer.fit(
            examples,
            vectors[: len(read)],
            vectors[len(read) :],
            [message.get(TEXT) for message in calm],
            vectors_of(calm),
        )
        return self.keep()

    def process(self, messages: List[Message]) -> List[Message]:
        """Overrides the intent of each message that tells of danger; of parts of one it was told before."""
        for message in messages:
            if message.get(TEXT) and not isinstance(message.get("metadata"), PartOfMessage):
                self._decide(message)
        return messages

    def _decide(self, message: Message) -> None:
        said = message.get(TEXT)
        spelled = in_ordinary_spelling(said)
        wholes = list(dict.fromkeys([*wholes_of(spelled), said]))
        told = [clause for clause in clauses_of(said) if _is_written(clause)]
        texts = list(dict.fromkeys([*wholes, *parts_of(spelled), *told]))
        vectors = np.concatenate(
            [vectors_of([message]) if text == said else encode([as_read(text)]) for text in texts]
        )
        scores = self._scorer.probabilities(texts, vectors)
        lean = _SURELY_ASKS if self._asks_about_sip(message) else 1.0
        kris, heavy = (in_context(one, len(wholes), lean) for one in (scores[:, KRIS], 1 - scores[:, CALM]))
        level = self._level(said, texts, scores[:, KRIS], kris, heavy)
        ranking = [row for row in message.get("intent_ranking", []) if row["name"] != CRISIS]
        if level == "acute":
            ranking.insert(0, {"name": CRISIS, "confidence": 1.0})
        if level:
            worst = int(scores[:, KRIS].argmax())
            kind, person = self._told(texts[worst], vectors[[worst]])
            danger = {"category": kind, "level": level, "person": person, "acute": kris, "heavy": heavy}
            message.set("danger", danger, add_to_output=True)
        if ranking:
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)

    def _asks_about_sip(self, message: Message) -> bool:
        """True when the topic is sure, and neither small talk (`quiet`) nor something else than SIP."""
        best = next(iter(message.get("intent_ranking") or []), None)
        elsewhere = {*self._config["quiet"], self._config["outside_topic"]}
        return bool(
            best and best["confidence"] >= self._config["topic_sure"] and best["name"] not in elsewhere
        )

    def _level(self, said: Text, texts: List[Text], each: np.ndarray, kris: float, heavy: float) -> Text:
        """The level of the whole message; empty when nothing is wrong.

        said: as it was written. each: how probable acute danger is in each text; kris, heavy: acute danger,
        and danger or distress, in the whole message.

        A pattern that the model does not believe in asks for the urgent line, or for nothing. What is over is
        heavy at most, unless the message as a whole sounds like danger now. A phrase known as harmless must
        sound much heavier than others to be met with care, and so must a lone word of the glossary.
        """
        if is_certain(said):
            return "acute"
        known, signals = self._config, [detect(text) for text in texts]
        acute = [signal is not None and signal.level == "acute" for signal in signals]
        written = max((score for found, score in zip(acute, each) if found), default=0.0)
        idiom = any(map(is_known_as_harmless, texts)) or topics_of_word(said) is not None
        if len(said.split()) < known["fewest_words"] or says_little(said):
            return "acute" if any(acute) else ""
        if not is_over(said) or kris >= known["surely_over"]:
            told = written >= known["pattern"] and not (idiom and kris < known["surely_harmless"])
            if told or kris >= known["surely_dangerous" if idiom else "acute"]:
                return "acute"
            if written >= known["pattern_urgent"] or (kris >= known["urgent"] and not idiom):
                return "urgent"
        noticed = any(signals) and heavy >= known["pattern_heavy"]
        return "heavy" if noticed or heavy >= known["heavy_idiom" if idiom else "heavy"] else ""

    def _told(self, text: Text, vector: np.ndarray) -> Tuple[Text, Text]:
        """Kind and person; where the nearest examples disagree, the kind is the pattern's."""
        kind, person = self._scorer.told_by(vector, CRISIS)
        return kind or situation_of(_kind(text)), person


def in_context(scores: np.ndarray, wholes: int, lean: float = 1.0) -> float:
    """One probability of a message, between what its wholes say (they stand first) and its worst part.

    lean: what the odds are multiplied with.

    A sentence alone is easily taken for danger ("han slog mig", "jag sitter i rullstol"), and a long story
    or a polite question hides it.
    """
    kept = np.clip(scores, _TINY, 1 - _TINY)
    odds = np.log(kept / (1 - kept))
    whole = odds[0] + _TOLD * (odds[:wholes].max() - odds[0])
    return float(1 / (1 + np.exp(-((1 - _WORST) * whole + _WORST * odds.max())) / lean))


def _is_written(text: Text) -> bool:
    """True when a written pattern finds acute danger."""
    signal = detect(text)
    return signal is not None and signal.level == "acute"


def _kind(text: Text) -> Text:
    """The category of the pattern that finds danger in the text, if any."""
    signal = detect(text)
    return signal.category if signal else "annat"
