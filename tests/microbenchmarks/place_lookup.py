"""How long it takes to find the places in a sentence: `python -m tests.microbenchmarks.place_lookup`."""

import time
from pathlib import Path

from actions.content.yaml_files import read_yaml
from actions.routing.directory import Directory
from actions.routing.places import PlaceFinder
from actions.settings import get_settings
from tests.microbenchmarks.timing import report

SENTENCES = Path(__file__).parents[1] / "routing" / "sentences.yml"


def main() -> int:
    """Prints how long the finder takes to build, and then to find."""
    started = time.process_time()
    finder = PlaceFinder(Directory.open(get_settings().database))
    print(f"building the finder: {time.process_time() - started:.2f} s")
    texts = [text for sentences in read_yaml(SENTENCES).values() for text, _ in sentences]
    return report(finder.find, texts)


if __name__ == "__main__":
    raise SystemExit(main())
