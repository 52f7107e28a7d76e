"""The short phrases are whole, or not shown at all."""

from pathlib import Path

import pytest

from actions.content.yaml_files import CONTENT, read_yaml
from actions.replies.phrases import KEYS, Phrases


def test_a_file_cut_off_between_two_phrases_is_told_of(tmp_path: Path) -> None:
    whole = (CONTENT / "phrases.yml").read_text(encoding="utf-8")
    (tmp_path / "phrases.yml").write_text(whole[: whole.index("contact_say")], encoding="utf-8")
    with pytest.raises(KeyError, match="contact_say"):
        Phrases(tmp_path)


def test_the_phrases_that_must_be_there_are_those_of_the_file() -> None:
    assert set(read_yaml(CONTENT / "phrases.yml")) == KEYS
