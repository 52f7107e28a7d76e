"""Who seems to be asking, from everyday words; data in `content/roles.yml`."""

from pathlib import Path

from actions.content.models import Role
from actions.content.normalise import fold
from actions.content.yaml_files import read_yaml


class Roles:
    """Recognises a relative, a parent or staff from the words of a message."""

    def __init__(self, content: Path) -> None:
        rows: dict[str, list[str]] = read_yaml(content / "roles.yml")
        self._words = {Role(name): [f" {fold(word)} " for word in words] for name, words in rows.items()}

    def of(self, text: str) -> Role | None:
        """The role whose words stand in the text, or None when nothing tells."""
        folded = f" {fold(text)} "
        return next((role for role, words in self._words.items() if any(w in folded for w in words)), None)
