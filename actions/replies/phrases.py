"""Short fixed phrases of the chat, from `content/phrases.yml`."""

from pathlib import Path

from actions.content.yaml_files import read_yaml


class Phrases:
    """Phrases by key. An unknown key is a programming error and raises KeyError."""

    def __init__(self, content: Path) -> None:
        self._texts: dict[str, str] = read_yaml(content / "phrases.yml")

    def __call__(self, key: str, **values: str) -> str:
        """The phrase with its `{names}` filled in."""
        return self._texts[key].strip().format(**values)
