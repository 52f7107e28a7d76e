"""The first replies that `docs/first-replies.md` shows are those that are given."""

import re

import pytest

from actions.settings import ROOT
from tests.talking import Talk

pytestmark = pytest.mark.running

_TEXT = (ROOT / "docs" / "first-replies.md").read_text(encoding="utf-8")
_SHOWN = [part.split("\n", 1) for part in re.split(r"^### [^:]+: ", _TEXT, flags=re.M)[1:]]
_DOOR = re.compile(r"^> - .*?\*\*(.+?)\*\*", re.M)
_SCRIPT = re.compile(r"^> \*\*Så här kan du säga:\*\* (.+)$", re.M)


def test_twenty_are_shown() -> None:
    assert len(_SHOWN) == 20


@pytest.mark.parametrize(("said", "shown"), _SHOWN, ids=[said for said, _ in _SHOWN])
def test_the_first_reply_is_as_shown(talk: Talk, said: str, shown: str) -> None:
    text = talk.say(said).text
    listed = text[text.index("\n- ") :]  # words of care may name a number first
    places = [listed.find(door) for door in _DOOR.findall(shown)]
    assert len(places) >= 2 and -1 not in places and places == sorted(places)
    assert all(script in text for script in _SCRIPT.findall(shown))
