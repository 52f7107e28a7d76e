"""The texts of `samples.yml`, read once."""

from functools import cache
from pathlib import Path
from typing import Any

from actions.content.yaml_files import read_yaml


@cache
def samples() -> dict[str, Any]:
    """What the bench says and looks up."""
    found: dict[str, Any] = read_yaml(Path(__file__).with_suffix(".yml"))
    return found
