"""What the assistant is held to: neighbouring topics and floors."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from actions.content.yaml_files import read_yaml

CRISIS, OUTSIDE, UNSURE = "kris", "utanfor-amnet", "oklart"
STEERING = frozenset(
    {"ja", "nej", "hoppa-over", "tillbaka", "mer", "varfor", "inget-av-detta", "ange-plats", "steg"}
)


@dataclass(frozen=True)
class Goals:
    """`neighbours`: topics whose answer also answers; `small_talk`: not about SIP; `floors`: percent."""

    neighbours: Mapping[str, frozenset[str]]
    small_talk: frozenset[str]
    floors: Mapping[str, Mapping[str, float]]

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
    )
