"""The files in deploy/ keep the rules of compose, Kubernetes, image builders and nginx, asked offline."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from actions.settings import ROOT
from tests.safety.test_deployment import OBJECTS

pytestmark = pytest.mark.slow

DEPLOY = ROOT / "deploy"
TOOLS = {
    "compose.yaml": ["check-jsonschema", "--builtin-schema", "vendor.compose-spec"],
    "compose.processes.yaml": ["check-jsonschema", "--builtin-schema", "vendor.compose-spec"],
    "Containerfile": ["hadolint"],
    "nginx.conf": ["gixy"],
}
FAULTS = {
    "compose.yaml": ("read_only: true", "readonly: true"),
    "compose.processes.yaml": ("read_only: true", "readonly: true"),
    "Containerfile": ("WORKDIR /app", "WORKDIR app"),
    "nginx.conf": ("Host $host", "Host $http_host"),
}


def judged(file: Path, name: str) -> tuple[bool, str]:
    """Whether the tool for that kind of file finds nothing, and what it said."""
    tool, *options = TOOLS[name]
    command = [str(Path(sys.executable).parent / tool), *options, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", TOOLS)
def test_the_tool_for_each_file_finds_nothing(name: str) -> None:
    well, said = judged(DEPLOY / name, name)
    assert well, said


@pytest.mark.parametrize("name", TOOLS)
def test_the_tool_for_each_file_finds_a_fault(name: str, tmp_path: Path) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    right, wrong = FAULTS[name]
    assert right in text
    (tmp_path / name).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert not judged(tmp_path / name, name)[0]


@pytest.fixture(scope="module")
def kubernetes() -> ModuleType:
    """Loaded when it is asked for: it takes seconds, in every test process."""
    return importlib.import_module("kubernetes_validate")


@pytest.mark.parametrize("version", ["1.29", "newest"])
@pytest.mark.parametrize("thing", OBJECTS, ids=lambda one: f"{one['kind']}-{one['metadata']['name']}")
def test_kubernetes_knows_every_field(thing: dict[str, Any], version: str, kubernetes: ModuleType) -> None:
    wanted = kubernetes.latest_version() if version == "newest" else version
    kubernetes.validate(thing, wanted, strict=True)


def test_a_field_that_kubernetes_does_not_know_is_found(kubernetes: ModuleType) -> None:
    (pod,) = (one for one in OBJECTS if one["kind"] == "Deployment" and one["metadata"]["name"] == "redis")
    wrong = yaml.safe_load(yaml.safe_dump(pod).replace("runAsNonRoot", "runAsNoRoot"))
    with pytest.raises(kubernetes.ValidationError):
        kubernetes.validate(wrong, kubernetes.latest_version(), strict=True)
