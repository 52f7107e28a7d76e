"""An editor may change what the chat recognises: a file that cannot be read is told of, with its name."""

import shutil
from pathlib import Path

import pytest

from actions.content.problems import say
from actions.content.yaml_files import CONTENT
from bot.tools.recognition import FILES, unreadable_words


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A folder with the files of recognised words alone."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(CONTENT / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_stands_there_now_can_be_read() -> None:
    assert list(unreadable_words(CONTENT)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("step_words.yml", "ready:", "redy:", say("missing_field", field="ready")),
        ("step_words.yml", "change_of:", "change_of: 3\nfärg:", say("unknown_field", field="färg")),
        ("step_words.yml", "'rättelse:?'", "'(rättelse:?'", "«correction»"),
        ("contact_signs.yml", "both_sides: [(soc", "both_sides: [((soc", "«both_sides»"),
        ("questions.yml", "joins:", "join:", say("missing_field", field="joins")),
        (
            "followups.yml",
            "thanks: [tack",
            "tackar: [tack",
            say("missing_field", field="closing.thanks"),
        ),
        ("asker.yml", "third_person: ", "third_person: (", "«(\\b(?:han"),
        ("asker.yml", "third_person:", "tredje:", say("missing_part", part="third_person")),
        ("crisis.yml", "harmless:", "harmles:", say("missing_part", part="harmless")),
        ("interface/asking.json", '"wishes"', '"wish"', say("missing_field", field="wishes")),
        ("wishes.yml", "stop:", "stopp:", say("missing_field", field="stop")),
        ("streets.yml", "[gatan", "[gatan, (", "«endings»"),
    ],
)
def test_a_mistake_is_told_with_the_name_of_the_file(
    words: Path, name: str, old: str, new: str, told: str
) -> None:
    change(words / name, old, new)
    problems = [str(problem) for problem in unreadable_words(words)]
    assert problems and all(problem.startswith(f"{name}: ") for problem in problems)
    assert any(told in problem for problem in problems)
