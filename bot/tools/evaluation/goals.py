"""What the assistant is held to: neighbouring topics and floors."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from actions.content.topics import Kind, read_topics
from actions.content.yaml_files import read_yaml
from actions.settings import ROOT

CRISIS = "kris"
OUTSIDE = "utanfor-amnet"
UNSURE = "oklart"
STEERING = read_topics(ROOT / "content").of(Kind.STEERING)


@dataclass(frozen=True)
class Goals:
    """`neighbours`: topics whose answer also answers; `small_talk`: not about SIP; `floors`: percent.

    `answer_floors` hold for messages with keys, `followup_floors` for those that lean on one before,
    `danger_floors` for those with a weight, `everyday_floors` for those that tell of whole lives,
    `talk_floors` for whole talks, `floors` for those with a topic.
    """

    neighbours: Mapping[str, frozenset[str]]
    small_talk: frozenset[str]
    floors: Mapping[str, Mapping[str, float]]
    answer_floors: Mapping[str, Mapping[str, float]]
    followup_floors: Mapping[str, Mapping[str, float]]
    danger_floors: Mapping[str, Mapping[str, float]]
    everyday_floors: Mapping[str, Mapping[str, float]]
    talk_floors: Mapping[str, Mapping[str, float]]

    def wanted(self, topic: str) -> frozenset[str]:
        """The topics that answer a message about `topic`."""
        return self.neighbours.get(topic, frozenset()) | {topic}


def read_goals(path: Path) -> Goals:
    """The goals of a file."""
    data = read_yaml(path)
    return Goals(
        {topic: frozenset(near) for topic, near in data["neighbours"].items()},
        frozenset(data["small_talk"]),
        data["floors"],
        data["answer_floors"],
        data["followup_floors"],
        data["danger_floors"],
        data["everyday_floors"],
        data["talk_floors"],
    )
