"""The texts of `samples.yml`, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def samples() -> dict[str, Any]:
    """What the bench says and looks up."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return found
