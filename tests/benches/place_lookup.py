"""How long it takes to find the places in a sentence: `python -m tests.benches.place_lookup`."""

import time
from pathlib import Path

import yaml

from actions.routing.directory import Directory
from actions.routing.places import PlaceFinder
from actions.settings import get_settings

SENTENCES = Path(__file__).parents[1] / "routing" / "sentences.yml"
ROUNDS = 3
GOAL_MS = 5.0


def main() -> int:
    """Prints milliseconds of processor time; 1 when the slowest of twenty is above the goal."""
    started = time.process_time()
    finder = PlaceFinder(Directory.open(get_settings().database))
    print(f"building the finder: {time.process_time() - started:.2f} s")
    kinds = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    texts = [text for sentences in kinds.values() for text, _ in sentences]
    taken = sorted(_milliseconds(finder, text) for _ in range(ROUNDS) for text in texts)
    p50, p95 = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    print(f"{len(texts)} sentences: p50 {p50:.2f} ms, p95 {p95:.2f} ms, slowest {taken[-1]:.2f} ms")
    return 0 if p95 <= GOAL_MS else 1


def _milliseconds(finder: PlaceFinder, text: str) -> float:
    started = time.process_time()
    finder.find(text)
    return (time.process_time() - started) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
