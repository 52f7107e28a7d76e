"""What is written in a card stays in the browser, and danger in it is met there."""

import json
from pathlib import Path
from typing import Any

import pytest

from actions.crisis.browser import danger_words, met_in_card
from actions.crisis.pieces import FILE, HEAD, PLACES, places, sound_of
from actions.settings import ROOT

SETS = ROOT / "nlu_data" / "tests" / "danger"
# The widget's tests read the same file: both sides must hear the same.
HEARD: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("met_in_card.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def met() -> dict[str, list[str | None]]:
    """How the messages of all test sets are met, by how they should be."""
    found: dict[str, list[str | None]] = {"kris": [], "care": [], "calm": []}
    for path in sorted(SETS.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            found[row["expect"]].append(met_in_card(row["text"]))
    return found


def share(levels: list[str | None], *wanted: str) -> float:
    return sum(level in wanted for level in levels) / len(levels)


def test_danger_that_the_model_never_learnt_gets_words_with_112(met: dict[str, list[str | None]]) -> None:
    assert share(met["kris"], "acute", "urgent", "heavy") >= 0.92
    assert share(met["kris"], "acute", "urgent") >= 0.82


def test_distress_is_met_with_care(met: dict[str, list[str | None]]) -> None:
    assert share(met["care"], "acute", "urgent", "heavy") >= 0.78


def test_what_is_calm_is_seldom_taken_for_danger(met: dict[str, list[str | None]]) -> None:
    assert share(met["calm"], "acute", "urgent") <= 0.03
    assert share(met["calm"], "acute", "urgent", "heavy") <= 0.13


@pytest.mark.parametrize("row", HEARD, ids=lambda row: row["text"][:30])
def test_both_sides_hear_the_same(row: dict[str, Any]) -> None:
    sound = sound_of(row["text"])
    assert (sound.acute, sound.heavy) == pytest.approx((row["acute"], row["heavy"]), abs=1e-3)
    assert met_in_card(row["text"]) == row["level"]


def test_all_that_is_said_names_112() -> None:
    said = danger_words().said
    assert set(said) == {"acute", "urgent", "heavy"}
    assert all("**112**" in words for words in said.values())


def test_the_file_is_small_and_whole() -> None:
    assert FILE.stat().st_size == HEAD.size + 2 * PLACES
    assert all(place < PLACES for place in places("jag orkar inte mer"))
