"""A choice among the buttons just shown, made in words: "2", "den andra", "den om samtycke"."""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from actions.concepts.inflection import stem
from actions.content.common_words import COMMON
from actions.content.recognition import Phrases, Recognised
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.replies.passages import Question
from actions.replies.questions_offered import passage_meant
from actions.replies.reply import Button

_PAYLOAD = re.compile(r"^/(?P<intent>[a-z-]+)(?P<entities>\{.*\})?$", re.DOTALL)


class ChoosingWords(Recognised):
    """`content/choosing.yml`: the words by place, -1 for the last; `about` has one group, what is named."""

    numbers: dict[int, Phrases]
    about: re.Pattern[str]


def read_choosing(content: Path) -> ChoosingWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return ChoosingWords.model_validate(read_yaml(content / "choosing.yml"))


def chosen(text: str, offered: Sequence[Button]) -> Button | None:
    """The button meant by its title, a word of it or its number; None when the text chooses nothing."""
    words, known = fold(text), _words()
    titled = next((button for button in offered if fold(button.title) == words), None)
    if titled:
        return titled
    for number, said in known.numbers.items():
        if words in said:
            place = number if number > 0 else len(offered)
            return offered[place - 1] if 0 < place <= len(offered) else None
    about = known.about.fullmatch(words)
    return _titled(about[1], offered) if about else None


def question_of(button: Button) -> Question | None:
    """What pressing the button asks; None for one that does something else."""
    match = _PAYLOAD.match(button.payload)
    if match is None:
        return None
    values: dict[str, str] = json.loads(match["entities"] or "{}")
    if not values:
        return Question(match["intent"])
    if "passage" not in values:
        return None
    passage = passage_meant(match["intent"], values["passage"])
    return Question(passage.partition("#")[0], passage)


def _titled(about: str, offered: Sequence[Button]) -> Button | None:
    """The only button whose title shares most words with what is said; None when it is not one alone."""
    said = _stems(about)
    shared = [len(said & _stems(button.title)) for button in offered]
    best = max(shared, default=0)
    return offered[shared.index(best)] if best and shared.count(best) == 1 else None


def _stems(text: str) -> set[str]:
    return {stem(word) for word in fold(text).split() if word not in COMMON}


@cache
def _words() -> ChoosingWords:
    return read_choosing(CONTENT)
