"""The shortcuts change how long training takes, never what is learnt from."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tarsafe import TarSafe

from bot.rasa.tests.test_rasa_patches import graph
from bot.rasa.training_patches import QuickArchive, SideBySide, by_words, merge

TWICE = [Message({TEXT: text, INTENT: intent}) for text, intent in [("hej", "a"), ("hej", "a"), ("hej", "b")]]


def told(data: TrainingData) -> list:
    return [(message.get(TEXT), message.get(INTENT)) for message in data.training_examples]


def test_what_stands_twice_is_found_as_rasa_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stock = told(TrainingData(TWICE))
    monkeypatch.setattr(Message, "__hash__", by_words)
    assert told(TrainingData(TWICE)) == stock == [("hej", "a"), ("hej", "b")]


def test_data_is_merged_as_rasa_merges_it() -> None:
    first = TrainingData(TWICE[:1], {"x": "y"}, [{"name": "n", "pattern": "p"}], [], {"r": [{}]})
    other = TrainingData(TWICE[2:], {"z": "y"}, [], [{"name": "l", "elements": ["e"]}], {"s": [{}]})
    ours, stock = merge(first, other, None), first.merge(other, None)
    assert told(ours) == told(stock)
    for part in ("entity_synonyms", "regex_features", "lookup_tables", "responses"):
        assert getattr(ours, part) == getattr(stock, part)


@pytest.mark.parametrize("targets", [["top"], ["right", "aside"]])
def test_components_side_by_side_give_what_they_give_in_a_row(targets: list) -> None:
    schema = graph([])
    ours, stock = (
        runner.create(schema, SimpleNamespace(), ExecutionContext(schema)).run({"__given__": 3}, targets)
        for runner in (SideBySide, DaskGraphRunner)
    )
    assert ours == stock


def test_a_quick_archive_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("numbers")
    with QuickArchive.open(tmp_path / "model.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "kept", arcname="kept")
    with TarSafe.open(tmp_path / "model.tar.gz", "r:gz") as archive:
        assert archive.extractfile("kept").read() == b"numbers"
