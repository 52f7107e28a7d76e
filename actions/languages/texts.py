"""The fixed texts in other languages, from `content/languages.yml`."""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from actions.content.frozen import Frozen
from actions.content.models import Status
from actions.content.yaml_files import read_yaml

ENGLISH = "en"


class LanguageText(Frozen):
    """What is said to someone who writes in one language. `name` is the language's name in Swedish."""

    name: str
    direction: Literal["ltr", "rtl"]
    text: str = Field(min_length=100)
    crisis: str = Field(min_length=40)


class LanguageTexts(Frozen):
    """All of them, with the status of the translations."""

    status: Status
    reviewed: date
    review_after: date
    sources: tuple[str, ...] = Field(min_length=1)
    texts: dict[str, LanguageText]

    def of(self, code: str) -> LanguageText:
        """The text of a language; English for one that has none."""
        return self.texts.get(code) or self.texts[ENGLISH]

    def marks(self, *codes: str) -> list[dict[str, str]]:
        """How paragraphs in these languages are marked on a page: `{"lang", "dir"}` of each."""
        known = [code if code in self.texts else ENGLISH for code in codes]
        return [{"lang": code, "dir": self.texts[code].direction} for code in known]


def load_language_texts(content: Path) -> LanguageTexts:
    """Reads the file. Raises ValidationError when it is malformed."""
    data = read_yaml(content / "languages.yml")
    return LanguageTexts.model_validate(data)
