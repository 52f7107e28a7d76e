"""What stands in a file is read as it stands there, and a broken file says where."""

from pathlib import Path

import pytest
import yaml

from actions.content.yaml_files import read_yaml
from actions.settings import ROOT

FILES = sorted((ROOT / "content").rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_as_pythons_own_reader_would(path: Path) -> None:
    assert read_yaml(path) == yaml.safe_load(path.read_text(encoding="utf-8"))


def test_a_broken_file_is_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.yml"
    path.write_text("a: 1\nb: [1, 2\n", encoding="utf-8")
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        read_yaml(path)
    assert caught.value.problem_mark and caught.value.problem_mark.line >= 1


def test_no_file_can_make_an_object(tmp_path: Path) -> None:
    path = tmp_path / "object.yml"
    path.write_text("!!python/object/apply:os.getcwd []\n", encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        read_yaml(path)
