"""Moves messages with the same label together: each label has a direction of its own, learnt beside.

The upper half of the layers is changed and no other weight; what the lower half says is computed once.
Loss: softmax over the cosines with the labels' directions (NormFace, Wang et al. 2017).
"""

from collections.abc import Callable
from itertools import count
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from bot.tools.tuning.batches import SIZE, batches
from bot.tools.tuning.transformer import PARTS, Layer, Transformer, stacked

FIRST, LAYERS = 6, 12  # the layers that are changed
_RANK = 16
_SHARPNESS = (16.0, 16.0, 8.0)  # of the cosines with passages, topics and how heavy it is
_WEIGHTS = (1.0, 0.3, 0.3)
_KEPT = 0.9  # of the numbers of a vector, drawn anew each time
_WARMING_UP, _LAST_RATE = 0.06, 0.02  # of the steps, of the highest rate
_SEEN_FIRST = 5  # messages of each label, for the direction it begins with
Say = Callable[[str], None]


def tune(
    transformer: Transformer,
    states: list[np.ndarray],
    labels: np.ndarray,
    changes: Layer,
    epochs: float,
    rate: float,
    say: Say,
) -> Layer:
    """The changes after so many passes over all messages.

    states: each message embedded, shape (pieces, width); labels: (3, messages), numbers from 0, -1 where
    none. changes: where to begin, stacked as `transformer.layers(FIRST, LAYERS)`.
    """
    every = np.arange(len(states))
    lower, upper = transformer.layers(0, FIRST), transformer.layers(FIRST, LAYERS)
    below = _below(transformer, states, labels, lower)
    center, directions = _directions(transformer, below, labels, upper, changes)
    steps = int(epochs * len(states) / SIZE)
    schedule = optax.warmup_cosine_decay_schedule(0, rate, int(_WARMING_UP * steps), steps, rate * _LAST_RATE)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=0.01))

    def loss(learnt: Any, batch: Any, key: Any, upper: Layer) -> Any:
        met = transformer.run(batch["states"], batch["lengths"], upper, learnt["changes"])
        vectors = transformer.vectors(met, batch["lengths"]) - center
        vectors = vectors / jnp.linalg.norm(vectors, axis=1, keepdims=True)
        vectors = vectors * jax.random.bernoulli(key, _KEPT, vectors.shape) / _KEPT
        parts = zip(learnt["directions"], batch["labels"], _SHARPNESS, _WEIGHTS, strict=True)
        return sum(weight * _surprise(vectors, ways, told, sharp) for ways, told, sharp, weight in parts)

    def step(learnt: Any, state: Any, batch: Any, key: Any, upper: Layer) -> tuple[Any, Any, Any]:
        value, slope = jax.value_and_grad(loss)(learnt, batch, key, upper)
        moves, state = optimizer.update(slope, state, learnt)
        return optax.apply_updates(learnt, moves), state, value

    quick_step = jax.jit(step)
    learnt: Any = {"changes": changes, "directions": directions}
    state, done = optimizer.init(learnt), 0
    for epoch in count():
        for batch in batches(every, below, labels, seed=epoch):
            if done >= steps:
                return dict(learnt["changes"])
            given = {"states": batch.states, "lengths": batch.lengths, "labels": batch.labels}
            learnt, state, value = quick_step(learnt, state, given, jax.random.PRNGKey(done), upper)
            done += 1
            if done % 25 == 0:
                say(f"step {done} of {steps}, loss {float(value):.3f}")
    raise AssertionError


def no_changes(transformer: Transformer) -> Layer:
    """Changes that change nothing yet."""
    random = np.random.default_rng(0)
    layer = transformer.layers(FIRST, FIRST + 1)

    def pair(part: str) -> tuple[np.ndarray, np.ndarray]:
        given, out = layer[part][0].shape[1:]
        down = random.normal(size=(given, _RANK)).astype(np.float32) / np.sqrt(given)
        return down, np.zeros((_RANK, out), np.float32)

    return stacked([{part: pair(part) for part in PARTS} for _ in range(FIRST, LAYERS)])


def _below(
    transformer: Transformer, states: list[np.ndarray], labels: np.ndarray, lower: Layer
) -> list[np.ndarray]:
    """What the layers that stay as they are make of each message."""
    run = jax.jit(transformer.run)
    found: list[np.ndarray] = list(states)
    for batch in batches(np.arange(len(states)), states, labels, seed=0):
        met = np.asarray(run(batch.states, batch.lengths, lower))
        for place, row in enumerate(batch.rows):
            found[row] = met[place, : batch.lengths[place]].astype(np.float16)
    return found


def _directions(
    transformer: Transformer, below: list[np.ndarray], labels: np.ndarray, upper: Layer, changes: Layer
) -> tuple[np.ndarray, list[Any]]:
    """The middle of all vectors, and for each kind of label the way from there to each of its labels."""
    run = jax.jit(transformer.run)
    own = [[np.flatnonzero(kind == label) for label in range(kind.max() + 1)] for kind in labels]
    seen = np.unique(np.concatenate([rows[:_SEEN_FIRST] for kind in own for rows in kind]))
    vectors = np.zeros((len(below), below[0].shape[1]), np.float32)
    for batch in batches(seen, below, labels, seed=0):
        met = transformer.vectors(run(batch.states, batch.lengths, upper, changes), batch.lengths)
        vectors[batch.rows] = np.asarray(met)[: len(batch.rows)]
    center = vectors[seen].mean(axis=0)
    ways = [np.stack([(vectors[rows[:_SEEN_FIRST]] - center).mean(axis=0) for rows in kind]) for kind in own]
    return center, [jnp.asarray(way / np.linalg.norm(way, axis=1, keepdims=True)) for way in ways]


def _surprise(vectors: Any, directions: Any, told: Any, sharpness: float) -> Any:
    ways = directions / jnp.linalg.norm(directions, axis=1, keepdims=True)
    likely = jax.nn.log_softmax(sharpness * (vectors @ ways.T), -1)
    own = jnp.take_along_axis(likely, jnp.maximum(told, 0)[:, None], 1)[:, 0]
    return -(own * (told >= 0)).sum() / SIZE
