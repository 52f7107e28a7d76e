"""The encoder's layers in JAX, for their gradients: BERT with low-rank changes (Hu et al. 2021).

Weights are dictionaries by part: `q k v ao fi fo` hold (matrix (in, out), bias), `aln oln` (weight, bias).
"""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from bot.rasa.encoder.packed import PackedModel

PARTS = ("q", "k", "v", "ao", "fi", "fo")
Layer = dict[str, Any]
_FAR = -1e9  # what a place without a word adds before the softmax


class Transformer:
    """The layers of a model, from number `first` on. Changes are (down, up): what is added is down @ up."""

    def __init__(self, model: PackedModel) -> None:
        self._model = model
        self._positions = model.vector("emb.pos").reshape(-1, model.width)
        self._kind = model.vector("emb.type")[: model.width]

    def layers(self, first: int, last: int) -> Layer:
        """Layers `first` to `last` - 1, stacked part by part."""
        return stacked([self._layer(number) for number in range(first, last)])

    def embedded(self, numbers: list[int]) -> np.ndarray:
        """Pieces with their places, normed; of shape (len(numbers), width)."""
        words = self._model.rows("emb.word", numbers, self._model.width)
        norm = self._model.vector("emb.ln.w"), self._model.vector("emb.ln.b")
        return np.asarray(
            self._normed(words + self._positions[: len(numbers)] + self._kind, norm), np.float32
        )

    def run(self, given: Any, lengths: Any, layers: Layer, changes: Layer | None = None) -> Any:
        """Meanings of shape (messages, pieces, width), from the same shape."""
        mask = jnp.where(_present(given, lengths), 0.0, _FAR)

        def one(seen: Any, parts: tuple[Layer, Layer | None]) -> tuple[Any, None]:
            return self._through(seen, mask, *parts), None

        met, _ = jax.lax.scan(one, given, (layers, changes))
        return met

    def vectors(self, meanings: Any, lengths: Any) -> Any:
        """Means over the words, of length 1; of shape (messages, width)."""
        present = _present(meanings, lengths)[..., None]
        total = (meanings * present).sum(1)
        return total / jnp.linalg.norm(total, axis=-1, keepdims=True)

    def _layer(self, number: int) -> Layer:
        model, name = self._model, f"l{number}"
        linear = {
            part: (
                model.matrix(f"{name}.{part}.w", model.inner if part == "fo" else model.width).T,
                model.vector(f"{name}.{part}.b"),
            )
            for part in PARTS
        }
        norms = {
            part: (model.vector(f"{name}.{part}.w"), model.vector(f"{name}.{part}.b"))
            for part in ("aln", "oln")
        }
        return {**linear, **norms}

    def _through(self, given: Any, mask: Any, layer: Layer, changes: Layer | None) -> Any:
        messages, pieces, width = given.shape
        heads = self._model.heads

        def linear(seen: Any, part: str) -> Any:
            matrix, bias = layer[part]
            plain = seen @ matrix + bias
            return plain if changes is None else plain + (seen @ changes[part][0]) @ changes[part][1]

        def by_head(part: str) -> Any:
            return linear(given, part).reshape(messages, pieces, heads, width // heads).transpose(0, 2, 1, 3)

        query, key, value = map(by_head, "qkv")
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(width // heads) + mask[:, None, None, :]
        attended = (jax.nn.softmax(scores, -1) @ value).transpose(0, 2, 1, 3).reshape(given.shape)
        met = self._normed(given + linear(attended, "ao"), layer["aln"])
        thought = jax.nn.gelu(linear(met, "fi"), approximate=False)
        return self._normed(met + linear(thought, "fo"), layer["oln"])

    def _normed(self, given: Any, norm: tuple[Any, Any]) -> Any:
        moved = given - given.mean(-1, keepdims=True)
        spread = (moved**2).mean(-1, keepdims=True)
        return moved / jnp.sqrt(spread + self._model.epsilon) * norm[0] + norm[1]


def stacked(layers: list[Layer]) -> Layer:
    """Layers of the same shapes as one, each array with the layers first."""
    joined: Layer = jax.tree.map(lambda *arrays: jnp.stack([jnp.asarray(array) for array in arrays]), *layers)
    return joined


def _present(given: Any, lengths: Any) -> Any:
    return jnp.arange(given.shape[1])[None] < lengths[:, None]
