"""Which situation of `content/crisis/answers.yml` a kind of danger belongs to. Rasa reads it too."""

from functools import lru_cache

from actions.content.yaml_files import CONTENT, read_yaml

GENERAL = "general"
FOLDER = CONTENT / "crisis"


def situation_of(kind: str) -> str:
    """The situation's id; the general one for a kind that nobody wrote of."""
    return _situations().get(kind, kind if kind in _situations().values() else GENERAL)


@lru_cache
def _situations() -> dict[str, str]:
    rows = read_yaml(FOLDER / "answers.yml")["situations"]
    return {kind: name for name, one in rows.items() for kind in one["kinds"]}
