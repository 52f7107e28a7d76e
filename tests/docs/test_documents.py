"""What the documents of the repository promise is there."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from actions.content.yaml_files import read_yaml
from actions.settings import ROOT

DECISIONS = ROOT / "docs" / "decisions"
DOCUMENTS = [ROOT / name for name in ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "README.md")]
DOCUMENTS += sorted((ROOT / "docs").rglob("*.md"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("path", sorted(DECISIONS.glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_has_number_status_date_and_a_place_in_the_index(path: Path) -> None:
    text, index = path.read_text(encoding="utf-8"), (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {int(path.name[:4])}. ")
    status = r"^Status: (?:proposed|accepted|superseded by \d+)\. Date: 20\d\d-\d\d-\d\d"
    assert re.search(status, text, re.MULTILINE)
    assert f"]({path.name})" in index


def test_a_word_stands_once_in_the_glossary() -> None:
    rows = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| \*\*(.+?)\*\*", rows, re.MULTILINE)
    terms = [term for cell in cells for term in cell.split(", ")]
    assert len(terms) > 30
    assert [term for term, count in Counter(terms).items() if count > 1] == []


def test_editors_are_told_of_everything_in_content() -> None:
    told = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "content").iterdir()} - {"README.md"}
    assert [name for name in sorted(files) if name not in told] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_documents_name_exist(path: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8")))
    assert named <= TARGETS


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_of_the_code_that_documents_name_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"\b((?:actions|bot|tests|web_widget/src)/[\w/]+\.(?:py|ts|yml|typ))\b", text))
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    rasa = tomllib.loads((ROOT / "bot/rasa/pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    widget = json.loads((ROOT / "web_widget/package.json").read_text(encoding="utf-8"))["version"]
    public = read_yaml(ROOT / "publiccode.yml")["softwareVersion"]
    assert {rasa, widget, public} == {version}


def test_every_step_of_the_gate_can_be_run_alone() -> None:
    from bot.tools.check import STEPS

    steps = set(re.findall(r"^STEPS = (.+)$", MAKEFILE, re.MULTILINE)[0].split())
    assert steps <= set(STEPS) and set(STEPS) - steps <= {"content", "chromium"}
