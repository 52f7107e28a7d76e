"""Tunes the encoder further and writes bot/rasa/encoder/adapter.npz. About half an hour on two quiet cores.

Usage: python -m bot.tools.tuning [--epochs 1] [--rate 0.001] [--anew]
Goes on from the adapter that is there, unless asked to begin anew. Train the model after it, and measure the
weights in bot/rasa/components again: docs/decisions/0022-tuned-encoder.md.
"""

import argparse
from functools import partial
from pathlib import Path
from typing import Any

import jax.numpy as jnp
import numpy as np

from bot.rasa.encoder.adapter import ADAPTER
from bot.rasa.encoder.packed import PackedModel
from bot.rasa.encoder.pieces import Pieces
from bot.rasa.encoder.reading import as_read
from bot.tools.tuning.batches import LONGEST
from bot.tools.tuning.examples import Example, tuning_examples
from bot.tools.tuning.transformer import PARTS, Layer, Transformer
from bot.tools.tuning.tuning import FIRST, LAYERS, no_changes, tune

_ROOT = Path(__file__).resolve().parents[3]
_ASKING = "query: "  # how the model was taught that a text is a question


def main() -> None:
    """Tunes on all examples of the project and writes the adapter."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--epochs", type=float, default=1.0)
    wanted.add_argument("--rate", type=float, default=0.001)
    wanted.add_argument("--anew", action="store_true")
    given = wanted.parse_args()
    model = PackedModel()
    pieces, transformer, examples = Pieces(model), Transformer(model), tuning_examples(_ROOT)
    texts = [f"{_ASKING}{as_read(example.text)}" for example in examples]
    states = [transformer.embedded(pieces.numbers(text)[:LONGEST]) for text in texts]
    begin = no_changes(transformer) if given.anew else read_changes(ADAPTER)
    say = partial(print, flush=True)
    tuned = tune(transformer, states, numbered(examples), begin, given.epochs, given.rate, say)
    write_changes(tuned, ADAPTER)


def numbered(examples: list[Example]) -> np.ndarray:
    """Labels as numbers from 0, -1 where there is none; of shape (3, examples)."""
    rows = []
    for kind in ("passage", "topic", "weight"):
        told = [getattr(example, kind) for example in examples]
        names = sorted({name for name in told if name})
        rows.append([names.index(name) if name else -1 for name in told])
    return np.array(rows)


def read_changes(path: Path) -> Layer:
    """The adapter of a file, its layers stacked. Raises KeyError when other layers were changed in it."""
    with np.load(path) as parts:

        def both(part: str) -> tuple[jnp.ndarray, jnp.ndarray]:
            names = [[f"l{layer}.{part}.{way}" for layer in range(FIRST, LAYERS)] for way in ("down", "up")]
            down, up = (jnp.stack([jnp.asarray(parts[n], jnp.float32) for n in way]) for way in names)
            return down, up

        return {part: both(part) for part in PARTS}


def write_changes(changes: Layer, path: Path) -> None:
    """Writes what `read_changes` reads, in 16 bits."""
    parts: dict[str, Any] = {
        f"l{FIRST + number}.{part}.{way}": np.asarray(matrix, np.float16)
        for part, pair in changes.items()
        for way, stack in zip(("down", "up"), pair, strict=True)
        for number, matrix in enumerate(stack)
    }
    np.savez_compressed(path, **parts)


if __name__ == "__main__":
    main()
