"""What tuning changed in the encoder: thin matrices added to its own (LoRA, Hu et al. 2021)."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Text, Union

import numpy as np

ADAPTER = Path(__file__).with_name("adapter.npz")
_DOWN, _UP = "down", "up"


class Adapter:
    """Changes by the name of a layer's matrix, `l6.q` for instance; one that is not named stays as it was."""

    def __init__(self, parts: Dict[Text, np.ndarray]) -> None:
        self._parts = parts

    @classmethod
    def none(cls) -> Adapter:
        """Changes nothing."""
        return cls({})

    @classmethod
    def read(cls, path: Path) -> Adapter:
        """Raises FileNotFoundError: the file is part of the project, and the models are trained with it."""
        with np.load(path) as parts:
            return cls({name: parts[name] for name in parts.files})

    def changes_layer(self, name: Text) -> bool:
        """True when a matrix of this layer was changed."""
        return any(part.startswith(f"{name}.") for part in self._parts)

    def change(self, name: Text) -> Union[np.ndarray, float]:
        """What is added to the matrix of shape (out, in)."""
        if f"{name}.{_DOWN}" not in self._parts:
            return 0.0
        down, up = (self._parts[f"{name}.{part}"].astype(np.float32) for part in (_DOWN, _UP))
        return np.asarray((down @ up).T)
