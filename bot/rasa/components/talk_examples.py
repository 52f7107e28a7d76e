"""What messages in the midst of the whole talks of `nlu_data/talks/` are learnt as. No Rasa here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Mapping, Sequence, Tuple

from bot.rasa.components.danger_examples import Example
from bot.rasa.components.talks import NOT_ASKED, TELLS, Said, read_talks

TALKS = Path(__file__).resolve().parents[3] / "nlu_data" / "talks"
_PERSONS = {"minor": "child", "relative": "other"}  # as `nlu_data/danger/` names them
_DANGER = "kris"


@dataclass(frozen=True)
class Learnt:
    """A message of a talk, as it is learnt.

    before: the message before it, empty for the first. answered: the label of what was answered last, empty
    when nothing was. about: labels (`topic/name`, or a topic) of what would answer it, best first; empty
    where nothing is asked, or nothing answers. alone: it can be understood without the others. tells: it only
    tells something. danger: calm, care or kris. person: self, relative, parent, staff or minor.
    """

    text: str
    before: str
    answered: str
    about: Tuple[str, ...]
    alone: bool
    tells: bool
    danger: str
    person: str

    def as_asked(self, questions: Mapping[str, str]) -> List[str]:
        """What its label is learnt from: the message; half a sentence after what it leans on.

        That is the message before, and the question answered before. questions: of passages, by label.
        """
        if self.alone or not self.before:
            return [self.text]
        leant_on = [self.before, questions.get(self.answered, "")]
        return [f"{one} {self.text}" for one in leant_on if one]


def learnt_from(folder: Path) -> List[Learnt]:
    """All messages of all files."""
    talks = (talk for path in sorted(folder.glob("*.jsonl")) for talk in read_talks(path))
    return [learnt for talk in talks for learnt in _of_talk(talk)]


def _of_talk(talk: Sequence[Said]) -> Iterator[Learnt]:
    before, answered = "", ""
    for said in talk:
        asked_for = (name for name in said.about if name not in NOT_ASKED and name != _DANGER)
        about = tuple(name.replace("#", "/") for name in asked_for)
        # Who only tells something first is answered with what may help; later on, a label would be a guess.
        first = said.about[0]
        asked = () if before and (first in NOT_ASKED or first == _DANGER) else about
        yield Learnt(said.text, before, answered, asked, said.alone, first == TELLS, said.danger, said.who)
        before, answered = said.text, next((name for name in asked if "/" in name), answered)


def danger_in(learnt: List[Learnt]) -> Iterator[Example]:
    """How heavy each message is; of what is not calm, only what can be understood by itself."""
    for said in learnt:
        if said.danger == "calm" or said.alone or not said.before:
            yield Example(said.text, said.danger, person=_PERSONS.get(said.person, said.person))
