"""What a Rasa user would have: `rasa init`'s pipeline and policies, on this project's data and actions."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from actions.content.yaml_files import read_yaml
from actions.settings import ROOT
from bot.tools.bench.cost import processor_seconds
from bot.tools.running_service import free_ports

# The defaults that Rasa 3.6 writes out for an empty config, and the numbers of epochs it takes.
CONFIG = {
    "recipe": "default.v1",
    "language": "sv",
    "assistant_id": "stock",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
        {"name": "EntitySynonymMapper"},
        {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
    "policies": [
        {"name": "MemoizationPolicy"},
        {"name": "RulePolicy"},
        {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": 100},
        {"name": "TEDPolicy", "max_history": 5, "epochs": 100, "constrain_similarities": True},
    ],
}
_RASA = ROOT / ".venv" / "stock" / "bin" / "rasa"  # `make stock-rasa`
_CONVERSATIONS = ROOT / "nlu_data" / "tests" / "conversations"


@dataclass(frozen=True)
class StockService:
    """A stock `rasa run` and its action server; `address` is Rasa's own port, as the docs set it up."""

    address: str
    processes: tuple[subprocess.Popen[bytes], ...]


def train(folder: Path, *, again: bool = True) -> float:
    """Trains the stock model into `folder`; not `again`: takes the one of an earlier run, if there is one.

    Returns seconds of processor time; raises CalledProcessError.
    """
    took = folder / "training.json"
    if not again and took.exists():
        return float(json.loads(took.read_text()))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.yml").write_text(yaml.safe_dump(CONFIG, sort_keys=False), encoding="utf-8")
    (folder / "stories.yml").write_text(yaml.safe_dump(_stories(), allow_unicode=True), encoding="utf-8")
    arguments = [str(_RASA), "train", "--config", str(folder / "config.yml")]
    arguments += ["--domain", "bot/rasa/domain", "--out", str(folder), "--fixed-model-name", "stock"]
    arguments += ["--data", "nlu_data/intents", "nlu_data/rules", str(folder / "stories.yml")]
    arguments += ["--force", "--quiet"]
    seconds = processor_seconds(arguments, _environment(), folder / "training.log")
    took.write_text(json.dumps(seconds))
    return seconds


@contextmanager
def started(folder: Path, model: Path | None = None) -> Iterator[StockService]:
    """Stock `rasa run` on `model` with its action server; yields at once, stops both afterwards."""
    rasa_port, actions_port = free_ports(2)
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(f"action_endpoint:\n  url: http://127.0.0.1:{actions_port}/webhook\n")
    actions = [sys.executable, "-m", "rasa_sdk", "--actions", "actions.rasa_actions", "-p", str(actions_port)]
    rasa = [str(_RASA), "run", "--enable-api", "--interface", "127.0.0.1", "-p", str(rasa_port)]
    rasa += ["--model", str(model or folder / "stock.tar.gz"), "--endpoints", str(endpoints)]
    credentials = folder / "credentials.yml"
    credentials.write_text("rest:\n")
    rasa += ["--credentials", str(credentials)]
    environment = _environment() | {"SIP_RASA_PORT": str(rasa_port)}
    with (folder / "serving.log").open("wb") as told:
        processes = tuple(
            subprocess.Popen(command, cwd=ROOT, env=environment, stdout=told, stderr=subprocess.STDOUT)
            for command in (actions, rasa)
        )
        try:
            yield StockService(f"http://127.0.0.1:{rasa_port}", processes)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(30)


def _stories() -> dict[str, object]:
    """This project's conversation tests as stories, for TED to learn from."""
    stories = []
    for path in sorted(_CONVERSATIONS.glob("*.yml")):
        for story in read_yaml(path)["stories"]:
            steps = [{key: value for key, value in step.items() if key != "user"} for step in story["steps"]]
            stories.append({"story": story["story"], "steps": steps})
    return {"version": "3.1", "stories": stories}


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false"}
