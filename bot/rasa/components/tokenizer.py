"""Swedish tokens from spaCy's rules, with spelling folded so that "vastbus" meets "Västbus"."""

from __future__ import annotations

from typing import Any, Dict, List, Text

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from actions.content.same_words import with_one_name


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SwedishTokenizer(Tokenizer):
    """Tokenizes with `spacy.blank("sv")`; punctuation is left out unless it is all there is."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    @staticmethod
    def required_packages() -> List[Text]:
        return ["spacy"]

    def __init__(self, config: Dict[Text, Any]) -> None:
        super().__init__(config)
        self._nlp = spacy.blank("sv")

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """Tokens of one message; SIP's full name is read as SIP, and offsets are counted after that."""
        text = with_one_name(message.get(attribute))
        tokens = [token for token in self._nlp.make_doc(text) if not token.is_space]
        words = [token for token in tokens if not token.is_punct] or tokens
        return [Token(word.text, word.idx, lemma=word.lower_) for word in words]
