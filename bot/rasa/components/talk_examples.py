"""The whole talks of `nlu_data/talks/` that messages in the midst of one are learnt from. No Rasa here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Mapping, Tuple

from bot.rasa.components.danger_examples import Example

TALKS = Path(__file__).resolve().parents[3] / "nlu_data" / "talks"
_PERSONS = {"minor": "child", "relative": "other"}  # as `nlu_data/danger/` names them
_TELLS = "berattar"
_NOT_ASKED = frozenset({_TELLS, "saknas", "ja", "nej", "kris"})


@dataclass(frozen=True)
class Said:
    """A message of a talk.

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


def read_talks(folder: Path) -> List[Said]:
    """All messages of all files."""
    return [said for path in sorted(folder.glob("*.jsonl")) for said in _of_file(path)]


def _of_file(path: Path) -> Iterator[Said]:
    before, answered, talk = "", "", None
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["talk"] != talk:
            before, answered, talk = "", "", row["talk"]
        about = tuple(name.replace("#", "/") for name in row["about"] if name not in _NOT_ASKED)
        # Who only tells something first is answered with what may help; later on, a label would be a guess.
        first = row["about"][0]
        asked = () if before and first in _NOT_ASKED else about
        tells, alone = first == _TELLS, row["alone"]
        yield Said(row["text"], before, answered, asked, alone, tells, row["danger"], row["who"])
        before, answered = row["text"], next((name for name in asked if "/" in name), answered)


def danger_in(talks: List[Said]) -> Iterator[Example]:
    """How heavy each message is; of what is not calm, only what can be understood by itself."""
    for said in talks:
        if said.danger == "calm" or said.alone or not said.before:
            yield Example(said.text, said.danger, person=_PERSONS.get(said.person, said.person))
