"""The audit never says that all is well when nobody could be asked."""

import json
import subprocess
from pathlib import Path

import pytest

from bot.bootstrap import ENVIRONMENTS
from bot.tools.audit import findings, list_of_parts

pytestmark = pytest.mark.slow

ASKED = {"name": "a", "version": "1.0", "vulns": []}
FAULTY = {"name": "b", "version": "2.0", "vulns": [{"id": "CVE-0000-1", "fix_versions": ["2.1"]}]}
SILENT = {"name": "c", "skip_reason": "Dependency not found"}


def report(*parts: object) -> str:
    return json.dumps({"dependencies": parts, "fixes": []})


def test_parts_without_known_faults_are_no_finding() -> None:
    assert findings(report(ASKED)) == []


def test_a_known_fault_is_named_with_what_mends_it() -> None:
    assert findings(report(ASKED, FAULTY)) == ["  b 2.0: CVE-0000-1, mended in ['2.1']"]


def test_a_part_that_could_not_be_asked_about_is_a_finding() -> None:
    assert findings(report(ASKED, SILENT)) == ["  NOT ASKED: 1 of 2 parts"]
    assert findings("") == ["  NOT ASKED: the databases could not be reached"]


def test_the_list_of_parts_is_what_stands_in_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "parts.json"
    subprocess.run(list_of_parts("web", file), check=True, capture_output=True)
    listed = json.loads(file.read_text(encoding="utf-8"))["components"]
    installed = {folder.name for folder in ENVIRONMENTS.glob("web/lib/*/site-packages/*.dist-info")}
    assert len(listed) == len(installed) > 50
