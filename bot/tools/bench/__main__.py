"""`make bench`: measures this service and stock Rasa side by side, and prints one table.

`--short` leaves stock out and sends little: a smoke check of the bench itself.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from actions.content.yaml_files import read_yaml
from actions.publishing.store import Store
from actions.settings import ROOT, Settings
from bot.launch.content import publish
from bot.launch.model import model_path, train, train_command
from bot.launch.processes import rasa_environment
from bot.launch.shutdown import Stop
from bot.tools.bench import lookups, stock, tenfold
from bot.tools.bench.cost import megabytes, processor_seconds
from bot.tools.bench.figures import SHORT, Figures, Size, http_floor, measure, understanding
from bot.tools.bench.report import Line, draw_growth, draw_load, print_table
from bot.tools.bench.traffic import percentile, seconds_until, seconds_until_answer
from bot.tools.running_service import started_service

FOLDER = ROOT / "build" / "bench"


@dataclass
class Side:
    """One side of the comparison: what its start and its work cost. Seconds, megabytes, one value a run."""

    first_page: list[float] = field(default_factory=list)
    first_answer: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    training: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    understanding: list[float] = field(default_factory=list)
    figures: Figures = field(default_factory=Figures)


def main() -> int:
    """Measures, prints the table and writes the pictures to build/bench/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="this service only, few messages")
    parser.add_argument("--again", action="store_true", help="with the stock model of an earlier run")
    arguments = parser.parse_args()
    short = arguments.short
    size = SHORT if short else Size()
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = Settings()
    if not publish(settings, print) or not train(settings, Stop(), print):
        return 1
    pairs = read_questions(Store(settings.database))
    pairs = pairs[: size.messages] if short else pairs
    own = own_side(settings, pairs, size, retrain=not short)
    other = None if short else stock_side(pairs, size, again=not arguments.again)
    print_table([*side_lines(own, other), *growth_lines(settings, pairs, size), *lookup_lines(settings)])
    series = {"this project": own} | ({"stock Rasa": other} if other else {})
    draw_load({name: side.figures.load for name, side in series.items()}, FOLDER / "load.png")
    draw_growth({name: s.figures.long_conversation for name, s in series.items()}, FOLDER / "growth.png")
    print(f"pictures: {(FOLDER / 'load.png').relative_to(ROOT)}, growth.png beside it")
    return 0


def read_questions(store: Store) -> list[tuple[str, str]]:
    """(text, topic) of the project's own test set, without the words that only steer a conversation."""
    found = []
    for path in sorted((ROOT / "nlu_data" / "tests").glob("*.yml")):
        for block in read_yaml(path).get("nlu", []):
            if block["intent"] in store.answers:
                lines = (line.strip() for line in block["examples"].splitlines())
                found += [(line[2:], block["intent"]) for line in lines if line.startswith("- ")]
    return found


def own_side(settings: Settings, pairs: Sequence[tuple[str, str]], size: Size, *, retrain: bool) -> Side:
    """This service, started as `make run` starts it."""
    side = Side()
    if retrain:
        side.training.append(own_training(settings))
    for run in range(size.runs):
        begun = time.monotonic()
        with started_service() as service:
            side.first_page.append(seconds_until(service.address, "/", begun))
            side.first_answer.append(seconds_until_answer(service.address, begun))
            if run == size.runs - 1:
                side.floor.append(http_floor(service.address, size.messages))
                alone = understanding(service, [text for text, _ in pairs[: size.messages]])
                side.understanding.append(percentile(alone, 50))
                side.figures = measure(service.address, pairs, size)
            side.memory.append(megabytes(service.process.pid))
    return side


def own_training(settings: Settings) -> float:
    """Seconds of processor time that training this project's model takes, sentence vectors included."""
    with tempfile.TemporaryDirectory() as folder:
        command = train_command(Path(folder), model_path(settings).name.removesuffix(".tar.gz"))
        environment = {**os.environ, **rasa_environment(settings)}
        return processor_seconds(command, environment, FOLDER / "training.log")


def stock_side(pairs: Sequence[tuple[str, str]], size: Size, *, again: bool) -> Side:
    """Stock Rasa on the same data and actions, its REST channel asked directly."""
    side = Side()
    side.training.append(stock.train(FOLDER / "stock", again=again))
    for run in range(size.runs):
        begun = time.monotonic()
        with stock.started(FOLDER / "stock") as service:
            side.first_answer.append(seconds_until_answer(service.address, begun))
            if run == size.runs - 1:
                side.figures = measure(service.address, pairs, size)
            side.memory.append(sum(megabytes(process.pid) for process in service.processes))
    return side


def side_lines(own: Side, other: Side | None) -> Iterator[Line]:
    """The measures that both sides have."""
    stock_side = other or Side()
    mine, theirs = own.figures, stock_side.figures
    yield Line("message, one user, p50", "ms", mine.p50, "≤ 0.6 × stock, ≤ 40 ms", theirs.p50)
    yield Line("message, one user, p95", "ms", mine.p95, "≤ 0.6 × stock", theirs.p95)
    yield Line("HTTP floor of the same server", "ms", own.floor, "")
    yield Line("understanding alone, p50", "ms", own.understanding, "")
    allowed = 3 * own.floor[0] + own.understanding[0]
    yield Line("message, p50, over 3 floors and understanding", "ratio", [median(mine.p50) / allowed], "≤ 1")
    paces = [[figures.per_second_per_core] if figures.load else [] for figures in (mine, theirs)]
    yield Line("messages a second and core, p95 ≤ 500 ms", "1/s", paces[0], "≥ 2 × stock", paces[1])
    yield Line("start to the first page", "s", own.first_page, "≤ 3 s")
    yield Line("start to the first answer", "s", own.first_answer, "≤ 0.6 × stock", stock_side.first_answer)
    if own.training:
        yield Line("training, processor time", "s", own.training, "≤ 0.2 × stock", stock_side.training)
    yield Line("memory, all processes", "MB", own.memory, "≤ 0.8 × stock", stock_side.memory)
    right = [[theirs.right] if other else [], [mine.right]]
    yield Line("right topic, own test set", "%", right[1], "above stock", right[0])
    yield Line("messages that failed", "count", [mine.failed], "0", [theirs.failed] if theirs.failed else [])
    longer = [theirs.growth] if other else []
    yield Line("p95 at the end of a long conversation / start", "ratio", [mine.growth], "≤ 1.5", longer)


def growth_lines(settings: Settings, pairs: Sequence[tuple[str, str]], size: Size) -> Iterator[Line]:
    """This service with ten times the content and directory, beside the ordinary size."""
    shutil.rmtree(FOLDER / "tenfold", ignore_errors=True)
    large = tenfold.build(settings.database, FOLDER / "tenfold")
    # What is live goes along: a service that found other files would compile them anew, in the ordinary size.
    shutil.copytree(settings.build / "content", large.parent / "content", symlinks=True)
    (large.parent / "models").symlink_to(settings.build / "models", target_is_directory=True)
    few = Size(size.messages, size.runs, 20, (1,))
    with started_service(SIP_BUILD=str(large.parent)) as service:
        seconds_until_answer(service.address, time.monotonic())
        yield Line("message with content × 10, p95", "ms", measure(service.address, pairs[:40], few).p95, "")
    for name, look in (
        ("concept search", lookups.concept_search),
        ("page search", lookups.page_search),
        ("suggestions", lookups.suggestions),
        ("directory look-up", lookups.directory_lookup),
    ):
        usual, grown = percentile(look(settings.database), 95), percentile(look(large), 95)
        yield Line(f"{name} with content × 10, p95", "ms", [grown], f"≤ 1.5 × {usual:.2f}")


def lookup_lines(settings: Settings) -> Iterator[Line]:
    """The functions behind the data interfaces."""
    search, look, paper = (
        percentile(waits, 95)
        for waits in (
            lookups.concept_search(settings.database),
            lookups.directory_lookup(settings.database),
            lookups.document(),
        )
    )
    yield Line("concept search, p95", "ms", [search], "≤ 5 ms")
    yield Line("directory look-up, p95", "ms", [look], "≤ 5 ms")
    yield Line("document (PDF), p95", "ms", [paper], "≤ 60 ms")


if __name__ == "__main__":
    raise SystemExit(main())
