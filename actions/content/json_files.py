"""Reads the JSON of `content/interface/`, which the browser reads too."""

import json
from pathlib import Path
from typing import Any


def read_interface(content: Path, name: str) -> Any:
    """What `interface/{name}.json` holds. Raises OSError, UnicodeDecodeError or JSONDecodeError."""
    return json.loads((content / "interface" / f"{name}.json").read_text(encoding="utf-8"))
