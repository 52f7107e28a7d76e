"""The files of words that people may write: each must be whole, and every pattern in it a pattern."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from actions.asker.grammar import read_grammar
from actions.content.explaining import UNREADABLE, explain
from actions.content.problems import Problem, problem
from actions.content.same_words import read_same_words
from actions.crisis.lexicon import lexicon
from actions.languages.signs import signs
from actions.privacy.identifiers import read_streets
from actions.replies.choosing import read_choosing
from actions.replies.defining import read_defining
from actions.replies.followups import Followups
from actions.replies.objecting import read_objecting
from actions.replies.questions import read_question_words
from actions.routing.reading import ContactReader
from actions.tasks.asking import read_asking
from actions.tasks.inviting_words import read_inviting
from actions.tasks.step_words import read_step_words
from actions.tasks.wish_words import read_wishes

FILES: Mapping[str, Callable[[Path], object]] = {
    "asker.yml": read_grammar,
    "choosing.yml": read_choosing,
    "contact_signs.yml": ContactReader,
    "crisis.yml": lambda content: lexicon(content / "crisis.yml"),
    "defining.yml": read_defining,
    "followups.yml": Followups,
    "interface/asking.json": read_asking,
    "interface/inviting.json": read_inviting,
    "language_signs.yml": lambda content: signs(content / "language_signs.yml"),
    "objections.yml": read_objecting,
    "questions.yml": read_question_words,
    "same_words.yml": read_same_words,
    "step_words.yml": read_step_words,
    "streets.yml": read_streets,
    "wishes.yml": read_wishes,
}


def unreadable_words(content: Path) -> Iterator[Problem]:
    """What is wrong with each file, the first fault of a pattern and all faults of the form."""
    for name, read in FILES.items():
        try:
            read(content)
        except re.error as error:
            yield problem(name, "broken_pattern", pattern=error.pattern, detail=error.msg)
        except KeyError as error:
            yield problem(name, "missing_part", part=error.args[0])
        except UNREADABLE as error:
            yield from explain(name, error)
