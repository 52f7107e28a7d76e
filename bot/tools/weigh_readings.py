"""`make weigh-readings LINES=talks.jsonl`: how much each reading of a message in a talk weighs.

Learns it from talks that the trained model has not learnt, and prints it for `actions/thresholds.py`, in the
order of `leaning.WEIGHTS`, with how many messages get the right answer first by these and by today's.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np

from actions.publishing.store import Store
from actions.rasa_actions.tracker import likelihoods
from actions.replies.leaning import WEIGHTS, Readings, features
from actions.settings import Settings
from bot.launch.model import train
from bot.launch.shutdown import Stop
from bot.rasa.components.talks import Said, read_talks
from bot.tools.evaluate import service_to_ask
from bot.tools.evaluation.asking import SIDE_BY_SIDE, Service
from bot.tools.evaluation.talks import Heard

_ROUNDS, _RIDGE = 30, 2.0


@dataclass(frozen=True)
class Choice:
    """What a message may ask: features, of shape (names, weights), and which of the names are right."""

    rows: np.ndarray
    right: np.ndarray

    def share(self, weights: np.ndarray) -> np.ndarray:
        """How probable each is, of shape (names,)."""
        scores = self.rows @ weights
        parts = np.exp(scores - scores.max())
        return np.asarray(parts / parts.sum())


def learnt(choices: Sequence[Choice], begin: np.ndarray) -> np.ndarray:
    """The weights under which what is right is likeliest: Fisher scoring, held back towards nought."""
    weights = begin.copy()
    for _ in range(_ROUNDS):
        slope, curve = -_RIDGE * weights, _RIDGE * np.eye(len(weights))
        for choice in choices:
            share = choice.share(weights)
            wanted = share * choice.right
            slope += choice.rows.T @ (wanted / wanted.sum() - share)
            middle = share @ choice.rows
            curve += (choice.rows * share[:, None]).T @ choice.rows - np.outer(middle, middle)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def right_first(choices: Sequence[Choice], weights: np.ndarray) -> float:
    """In percent, how many messages have a right answer first."""
    return 100.0 * float(np.mean([choice.right[choice.share(weights).argmax()] for choice in choices]))


def choices_of(talks: Iterable[Sequence[Said]], store: Store, service: Service) -> list[Choice]:
    """What each message after the first of a talk may ask, where something is asked and may be found.

    The talks are played, so that what was answered before is what the chat says, right or wrong.
    """
    asked = list(_later(service.heard(talks)))
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        found = list(pool.map(lambda one: _choice(one, store, service), asked))
    return [choice for choice in found if choice.right.any()]


@dataclass(frozen=True)
class _Later:
    """A message that asks something, the one before it, the passages that were answered to that, and the
    passage that the talk had come to."""

    said: Said
    before: str
    answered: tuple[str, ...]
    last: str


def _later(heard: Iterable[Heard]) -> Iterator[_Later]:
    for _, talk in groupby(heard, key=lambda one: one.said.talk):
        last = ""
        for before, now in pairwise(talk):
            passages = tuple(name for name in before.answered if "#" in name)
            last = next(iter(passages), last)
            if now.said.is_asked:
                yield _Later(now.said, before.said.text, passages, last)


def _choice(asked: _Later, store: Store, service: Service) -> Choice:
    passage = store.passages.get(asked.last)
    text = asked.said.text
    texts = (text, f"{asked.before} {text}", f"{passage.question} {text}" if passage else "")
    read: list[Mapping[str, float]] = [likelihoods(service.parsed(one)) if one else {} for one in texts]
    named = features(Readings(*read), asked.last, asked.answered)
    return Choice(np.array(list(named.values())), np.array([name in asked.said.about for name in named]))


def main() -> int:
    """Asks a service of its own; 1 when there is no model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", nargs="+", type=Path, help="talks, JSONL, as in nlu_data/talks")
    talks = [talk for path in parser.parse_args().lines for talk in read_talks(path)]
    settings = Settings()
    if not train(settings, Stop(), print):
        return 1
    with service_to_ask() as (_, service):
        choices = choices_of(talks, Store(settings.build / "content.sqlite"), service)
    present = np.array(WEIGHTS)
    weights = learnt(choices, present)
    for name, some in (("present", present), ("learnt", weights)):
        print(f"{name} {some.round(2)}: {right_first(choices, some):.1f} % of {len(choices)} right first")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
