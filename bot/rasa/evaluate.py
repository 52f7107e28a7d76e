"""How well messages are understood, measured on the project's own test sets with the trained model.

Runs in Rasa's environment: `make evaluate`. Exit status 1 when a measure falls under its floor.
"""

import argparse
import asyncio
import json
import logging
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import matplotlib
import structlog
import yaml
from rasa.core.agent import Agent, load_agent

matplotlib.use("Agg")
from matplotlib import pyplot

ROOT = Path(__file__).resolve().parents[2]
CRISIS, OUTSIDE, UNSURE = "kris", "utanfor-amnet", "nlu_fallback"
NO_ANSWER = {
    OUTSIDE,
    UNSURE,
    "halsning",
    "tack",
    "hejda",
    "hjalp",
    "prata-med-manniska",
    "ar-du-en-robot",
    "borja-om",
}


@dataclass(frozen=True)
class Row:
    """One test message: what was meant, what was understood, and how surely."""

    text: str
    meant: str
    ranked: Tuple[str, ...]
    confidence: float

    @property
    def answered(self) -> str:
        return self.ranked[0]

    def is_right(self, neighbours: Dict[str, List[str]]) -> bool:
        return self.answered == self.meant or self.answered in neighbours.get(self.meant, [])

    def is_offered(self, neighbours: Dict[str, List[str]]) -> bool:
        if self.answered != UNSURE:
            return self.is_right(neighbours)
        wanted = {self.meant, *neighbours.get(self.meant, [])}
        return bool(wanted & set(self.ranked[1:4]))


def read_tests(folder: Path) -> List[Tuple[str, str]]:
    """(text, intent) pairs of Rasa NLU files."""
    pairs = []
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            lines = [
                line.strip()[2:] for line in block["examples"].splitlines() if line.strip().startswith("- ")
            ]
            pairs += [(line, block["intent"]) for line in lines]
    return pairs


def read_lines(path: Path) -> List[Tuple[str, str]]:
    """(text, topic) pairs of a JSONL file with `fraga` and `amne`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["fraga"], row["amne"]) for row in rows]


async def understand(agent: Agent, pairs: Sequence[Tuple[str, str]]) -> List[Row]:
    """Each message as the running assistant would understand it."""
    rows = []
    for text, meant in pairs:
        parsed = await agent.parse_message(text)
        ranked = tuple(item["name"] for item in parsed["intent_ranking"]) or (parsed["intent"]["name"],)
        rows.append(Row(text, meant, ranked, float(parsed["intent"]["confidence"])))
    return rows


def measures(rows: Sequence[Row], neighbours: Dict[str, List[str]]) -> Dict[str, float]:
    """The goals' measures, in percent."""
    asked = [row for row in rows if row.meant not in (CRISIS, OUTSIDE)]
    crisis = [row for row in rows if row.meant == CRISIS]
    calm = [row for row in rows if row.meant != CRISIS]
    outside = [row for row in rows if row.meant == OUTSIDE]
    return {
        "first answer right": share(row.is_right(neighbours) for row in asked if row.answered != UNSURE),
        "answered at once": share(row.answered != UNSURE for row in asked),
        "right or suggested": share(row.is_offered(neighbours) for row in asked),
        "crisis recognised": share(row.answered == CRISIS for row in crisis),
        "false crisis alarms": share(row.answered == CRISIS for row in calm),
        "outside answered as SIP": share(row.answered not in NO_ANSWER for row in outside),
    }


def share(hits) -> float:
    """Percent of true values; 100 for none."""
    values = list(hits)
    return 100 * sum(values) / len(values) if values else 100.0


def draw_calibration(rows: Sequence[Row], path: Path) -> None:
    """Confidence against the share that was right, in ten steps."""
    points = []
    for low in range(0, 10):
        band = [row for row in rows if low / 10 <= row.confidence < (low + 1) / 10 + (low == 9) * 0.01]
        if band:
            points.append(
                (
                    sum(r.confidence for r in band) / len(band),
                    share(r.answered == r.meant for r in band) / 100,
                )
            )
    figure, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey")
    axes.plot(*zip(*points), marker="o")
    axes.set_xlabel("confidence")
    axes.set_ylabel("share right")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120)


def print_report(
    name: str, rows: Sequence[Row], neighbours: Dict[str, List[str]], before: Dict[str, float]
) -> Dict:
    """One test set's table, with the change since the last run."""
    found = measures(rows, neighbours)
    print(f"\n{name}: {len(rows)} messages")
    for measure, value in found.items():
        change = f"{value - before[measure]:+.1f}" if measure in before else ""
        print(f"  {measure:<26}{value:7.1f} % {change}")
    wrong = [row for row in rows if not row.is_offered(neighbours)]
    topics = Counter(row.meant for row in wrong).most_common(8)
    print("  worst topics: " + ", ".join(f"{topic} ({count})" for topic, count in topics))
    pairs = Counter((row.meant, row.answered) for row in wrong).most_common(10)
    print("  confused: " + ", ".join(f"{meant} -> {said} ({count})" for (meant, said), count in pairs))
    return found


async def main() -> int:
    """Prints all tables; 1 when the own test set falls under its floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--lines", nargs="*", type=Path, default=[], help="more test sets, JSONL")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "evaluation")
    arguments = parser.parse_args()
    rules = yaml.safe_load((ROOT / "nlu_data" / "tests" / "goals" / "goals.yml").read_text(encoding="utf-8"))
    neighbours, last = rules["neighbours"], arguments.out / "last.json"
    before = json.loads(last.read_text()) if last.exists() else {}
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    agent = await load_agent(model_path=arguments.model)
    sets = {"own test set": read_tests(ROOT / "nlu_data" / "tests")}
    sets.update({path.stem: read_lines(path) for path in arguments.lines})
    results, status = {}, 0
    for name, pairs in sets.items():
        rows = await understand(agent, pairs)
        results[name] = print_report(name, rows, neighbours, before.get(name, {}))
        draw_calibration(rows, arguments.out / f"calibration-{name.replace(' ', '-')}.png")
    for measure, floor in rules["floors"].items():
        value = results["own test set"][measure]
        missed = value > floor["most"] if "most" in floor else value < floor["least"]
        if missed:
            print(f"under the floor: {measure} {value:.1f}, wanted {floor}")
            status = 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    last.write_text(json.dumps(results))
    return status


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
