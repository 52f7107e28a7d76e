"""Words that make a text feel like a letter from an authority."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actions.content.plain_language import sentences, words_of
from actions.content.problems import Problem, problem
from actions.publishing.checks.lists import WordLists
from actions.publishing.checks.texts import Form, Text

# A guess without a grammar: a word on -s after a verb's ending, when it is no genitive and not on the list.
_PASSIVE = re.compile(r"[a-zåäöé]{2,}(?:as|des|[bdfgjklmnprtv]s)")
_GENITIVE = re.compile(r".*(?:[^m]ns|ets|[aeo]rnas)")
_QUOTED = re.compile(r"\"[^\"]*\"?|^[^\"]*\"$")
_HEN = re.compile(r"\bhens?\b", re.IGNORECASE)
_FOR_EVERYBODY = frozenset(Form) - {Form.STAFF}
# One or two in a text of three sentences hide nobody.
_FEWEST_PASSIVE = 3
_MOST_PASSIVE = {Form.CHAT: 0.5, Form.PASSAGE: 0.5, Form.EASY: 0.34, Form.LONG: 0.34, Form.PAGE: 0.4}


@dataclass(frozen=True)
class Passives:
    """Verbs in the passive, and the share of sentences that have one."""

    words: tuple[str, ...]
    share: float


def passives(text: Text, lists: WordLists) -> Passives:
    """The passive verbs of a text, as far as a word's ending tells."""
    found: list[str] = []
    with_one = 0
    parts = sentences(text.words)
    for part in parts:
        here = [word for word in words_of(part.casefold()) if _is_passive(word, lists)]
        found += here
        with_one += bool(here)
    return Passives(tuple(found), with_one / len(parts) if parts else 0.0)


def too_passive(texts: Iterable[Text], lists: WordLists) -> Iterator[Problem]:
    """Texts where too many sentences hide who does what."""
    for text in texts:
        found, most = passives(text, lists), _MOST_PASSIVE.get(text.form, 1.0)
        if found.share > most and len(found.words) >= _FEWEST_PASSIVE:
            yield problem(text.where, "passive", words=", ".join(found.words))


def banned(texts: Iterable[Text], lists: WordLists) -> Iterator[Problem]:
    """Words from `content/banned_words.txt` in any text that a citizen reads."""
    patterns = {word: re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in lists.banned}
    for text in texts:
        if text.form in _FOR_EVERYBODY:
            lowered = " ".join(text.words.casefold().split())
            for word, pattern in patterns.items():
                if word in lowered and pattern.search(lowered):
                    yield problem(text.where, "banned", word=word)


def not_easy(texts: Iterable[Text]) -> Iterator[Problem]:
    """Lines of the easiest form that ask the reader, or that say "hen": a weak reader tries to answer.

    What is put in the reader's mouth stands in quotes, and may be a question.
    """
    for text in texts:
        if text.form is Form.EASY:
            for line in text.words.splitlines():
                if "?" in _QUOTED.sub("", line):
                    yield problem(text.where, "asks_reader", line=line)
                if _HEN.search(line):
                    yield problem(text.where, "hen", line=line)


def _is_passive(word: str, lists: WordLists) -> bool:
    return bool(_PASSIVE.fullmatch(word)) and not _GENITIVE.fullmatch(word) and word not in lists.not_passive
