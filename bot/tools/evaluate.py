"""`make evaluate`: starts the service, asks it every test message, prints how well it understood.

More test sets can be named: `make evaluate LINES=file.jsonl`, lines with `fraga` and `amne`, and with `must`
and `must_not` where the very question is looked at. The picture of calibration and the last run's numbers are
kept in `build/evaluation`. Exit status 1 under a floor.

`make evaluate ARGS="--inside 100"` does something else: it types so many messages of danger, of distress and
calm ones at the steps of the tasks too, and sets the places side by side.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from actions.settings import ROOT, Settings
from bot.launch.model import train
from bot.launch.shutdown import Stop
from bot.rasa.components.talks import read_talks
from bot.tools.evaluation.answered import Answered, answer_measures, answer_table, misses
from bot.tools.evaluation.asking import Service
from bot.tools.evaluation.cases import read_lines, read_nlu
from bot.tools.evaluation.danger import Weighed, danger_measures, danger_misses, danger_table, read_weighed
from bot.tools.evaluation.goals import Goals, read_goals
from bot.tools.evaluation.keys import has_keys, read_keyed
from bot.tools.evaluation.measures import measures, under_floors
from bot.tools.evaluation.picture import draw
from bot.tools.evaluation.places import PLACES, otherwise_than_alone, places_table, sample
from bot.tools.evaluation.report import mistakes, table
from bot.tools.evaluation.talks import Heard, talk_measures, talk_misses, talk_table
from bot.tools.running_service import started_service, wait_until_ready

OWN = "own test set"
TESTS = ROOT / "nlu_data" / "tests"


@contextmanager
def service_to_ask(**settings: str) -> Iterator[tuple[str, Service]]:
    """A running service: its address, and the way to ask it."""
    with started_service(None, **settings) as service:
        wait_until_ready(service.address, service.process)
        yield service.address, Service(service.address, service.rasa, service.token)


def evaluate(service: Service, more: Sequence[Path] = (), *, show_mistakes: bool = False) -> int:
    """Prints a table for each test set; 1 when one of the own misses a floor.

    First whether the very question is answered and danger is met, then, as a second look, whether its topic
    is understood.
    """
    goals = read_goals(TESTS / "goals" / "goals.yml")
    keyed = [path for path in more if has_keys(path)]
    missed = evaluate_own(service, goals, show_mistakes=show_mistakes)
    evaluate_answers(service, keyed, goals, show_mistakes=show_mistakes)
    lines = [path for path in more if path not in keyed]
    return verdict(missed + evaluate_topics(service, lines, goals, show_mistakes=show_mistakes))


def evaluate_by_lot(service: Service, one_in: int) -> int:
    """The same of one message or talk in so many, and of all danger, for a gate; topics are not looked at."""
    return verdict(evaluate_own(service, read_goals(TESTS / "goals" / "goals.yml"), one_in))


def verdict(missed: Sequence[str]) -> int:
    """Prints the floors that are missed. Returns the exit status."""
    for line in missed:
        print(f"under the floor: {line}")
    return 1 if missed else 0


def evaluate_own(
    service: Service, goals: Goals, one_in: int = 1, *, show_mistakes: bool = False
) -> list[str]:
    """Prints how the own questions, danger and talks are met; the floors that are missed."""
    answers = sorted((TESTS / "answers").glob("*.jsonl"))
    missed = evaluate_answers(service, answers, goals, one_in, show_mistakes=show_mistakes)
    missed += evaluate_danger(service, goals, show_mistakes=show_mistakes)
    return missed + evaluate_talks(service, goals, one_in, show_mistakes=show_mistakes)


def evaluate_topics(
    service: Service, more: Sequence[Path], goals: Goals, *, show_mistakes: bool
) -> list[str]:
    """Prints whether the topic is understood, and how sure, beside the last time; the floors missed."""
    folder = Settings().build / "evaluation"
    last = folder / "last.json"
    before = json.loads(last.read_text()) if last.exists() else {}
    missed: list[str] = []
    for name, cases in {OWN: read_nlu(TESTS), **{path.stem: read_lines(path) for path in more}}.items():
        outcomes = service.outcomes(cases)
        print("\n" + table(name, outcomes, goals, before.get(name, {})))
        if show_mistakes:
            print(mistakes(outcomes, goals))
        draw(outcomes, name, folder / f"calibration-{name.replace(' ', '-')}.png")
        before[name] = measures(outcomes, goals)
        missed += under_floors(before[name], goals.floors) if name == OWN else []
    last.write_text(json.dumps(before, indent=1))
    return missed


def evaluate_answers(
    service: Service, paths: Sequence[Path], goals: Goals, one_in: int = 1, *, show_mistakes: bool
) -> list[str]:
    """Prints whether the very question is answered, for each file; the floors that own files miss together.

    Those whose messages lean on another have floors of their own.
    """
    alone: list[Answered] = []
    leaning: list[Answered] = []
    for path in paths:
        found = service.answered(read_keyed(path)[::one_in])
        print("\n" + answer_table(path.stem, found))
        if show_mistakes:
            print(misses(found))
        if path.is_relative_to(TESTS):
            (leaning if any(one.row.before for one in found) else alone).extend(found)
    return [
        *under_floors(answer_measures(alone), goals.answer_floors if alone else {}),
        *under_floors(answer_measures(leaning), goals.followup_floors if leaning else {}),
    ]


def evaluate_danger(service: Service, goals: Goals, *, show_mistakes: bool) -> list[str]:
    """Prints how heavily messages of danger, distress and calm are met; the floors that are missed.

    Messages of whole lives, where dramatic words mostly mean nothing dangerous, have floors of their own.
    """
    missed: list[str] = []
    for name, floors in {"danger": goals.danger_floors, "everyday": goals.everyday_floors}.items():
        found = service.met(_weighed(name))
        print("\n" + danger_table(name, found))
        if show_mistakes:
            print(danger_misses(found))
        missed += under_floors(danger_measures(found), floors)
    return missed


def evaluate_inside(service: Service, of_each: int, *, show_mistakes: bool) -> None:
    """Prints how the same messages, so many of each label, are met alone and at the steps of the tasks."""
    rows = sample(_weighed("danger"), of_each)
    found = {place: service.met_at(place, rows) for place in PLACES}
    print(places_table(found))
    if show_mistakes:
        print(otherwise_than_alone(found))


def evaluate_talks(service: Service, goals: Goals, one_in: int = 1, *, show_mistakes: bool) -> list[str]:
    """Plays whole talks, prints how many messages are answered; the floors that all files miss together."""
    every: list[Heard] = []
    for path in sorted((TESTS / "talks").glob("*.jsonl")):
        found = service.heard(list(read_talks(path))[::one_in])
        print("\n" + talk_table(path.stem, found))
        if show_mistakes:
            print(talk_misses(found))
        every += found
    return under_floors(talk_measures(every), goals.talk_floors)


def _weighed(folder: str) -> list[Weighed]:
    return [row for path in sorted((TESTS / folder).glob("*.jsonl")) for row in read_weighed(path)]


def main() -> int:
    """Runs the evaluation; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", nargs="*", type=Path, help="more test sets, JSONL")
    parser.add_argument("--mistakes", action="store_true", help="list every message not answered right")
    parser.add_argument(
        "--inside", type=int, metavar="N", help="only danger: N messages of each label, at every step"
    )
    arguments = parser.parse_args()
    if not train(Settings(), Stop(), print):
        return 1
    with service_to_ask() as (_, service):
        if arguments.inside:
            evaluate_inside(service, arguments.inside, show_mistakes=arguments.mistakes)
            return 0
        return evaluate(service, arguments.lines, show_mistakes=arguments.mistakes)


if __name__ == "__main__":
    raise SystemExit(main())
