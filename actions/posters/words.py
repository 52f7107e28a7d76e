"""What stands on posters, and the short addresses on them."""

from functools import cache
from pathlib import Path

import yaml

from actions.content.frozen import Frozen


class Code(Frozen):
    """Where a short address leads. Without `path`: to the topic's page."""

    topic: str
    path: str | None = None

    @property
    def target(self) -> str:
        """The path of the page."""
        return self.path or f"/fragor/{self.topic}"


class PosterWords(Frozen):
    """The file `content/posters.yml`."""

    codes: dict[str, Code]
    headlines: dict[str, str]
    words: dict[str, str]

    def code_of(self, topic: str) -> str:
        """The shortest address of a topic: its code, else its own name."""
        return next((code for code, one in self.codes.items() if one.topic == topic), topic)


@cache
def load_posters(content: Path) -> PosterWords:
    """Reads the file. Raises ValidationError when it does not follow its schema."""
    text = (content / "posters.yml").read_text(encoding="utf-8")
    return PosterWords.model_validate(yaml.safe_load(text))
