"""What answers a step is an editor's to change."""

from pathlib import Path

from actions.content.yaml_files import CONTENT
from actions.tasks.inviting_words import read_inviting
from actions.tasks.step_words import read_step_words


def test_a_word_that_an_editor_adds_is_understood(tmp_path: Path) -> None:
    text = (CONTENT / "step_words.yml").read_text(encoding="utf-8")
    (tmp_path / "step_words.yml").write_text(
        text.replace("ready: [", "ready: [jajamän, ").replace("change: [", "change: [fixa till, "),
        encoding="utf-8",
    )
    words = read_step_words(tmp_path)
    assert "jajaman" in words.ready
    assert words.changes.match("Fixa  till på målen")


def test_a_word_that_begins_with_another_is_read_whole() -> None:
    words = read_inviting(CONTENT)
    assert words.doubts.sub("", "vet inte om BUP") == "BUP"
    assert words.uninvites.sub("", "inte bjuda in skolan") == "skolan"
