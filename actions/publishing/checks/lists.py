"""Word lists that editors keep in `content/`: one entry a line, `#` starts a comment line."""

from dataclasses import dataclass
from pathlib import Path

from actions.content.yaml_files import read_yaml


@dataclass(frozen=True)
class Openings:
    """How an answer may open; all casefolded (`content/language/openings.yml`)."""

    yes_no: frozenset[str]
    asks_for: frozenset[str]
    pronouns: frozenset[str]
    not_pronouns: frozenset[str]
    subjects: frozenset[str]
    obliges: frozenset[str]


@dataclass(frozen=True)
class WordLists:
    """All lists, casefolded. `jargon` maps a hard word to the words that count as explaining it."""

    banned: tuple[str, ...]
    names: tuple[str, ...]
    hedges: tuple[str, ...]
    not_passive: frozenset[str]
    spelling: frozenset[str]
    jargon: dict[str, tuple[str, ...]]
    openings: Openings

    @property
    def words_of_names(self) -> frozenset[str]:
        """The single words of the names that LIX does not count as long."""
        return frozenset(word for name in self.names for word in name.split())


def read_lists(content: Path) -> WordLists:
    """Reads every list. Raises FileNotFoundError when one is gone."""
    folder = content / "language"
    jargon, openings = read_yaml(folder / "jargon.yml"), read_yaml(folder / "openings.yml")
    return WordLists(
        banned=_lines(content / "banned_words.txt"),
        names=_lines(folder / "terms.txt"),
        hedges=_lines(folder / "hedges.txt"),
        not_passive=frozenset(_lines(folder / "not_passive.txt")),
        spelling=frozenset(_lines(folder / "spelling.txt")),
        jargon={term.casefold(): tuple(str(m).casefold() for m in marks) for term, marks in jargon.items()},
        openings=Openings(**{key: frozenset(map(str.casefold, words)) for key, words in openings.items()}),
    )


def _lines(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line.casefold() for line in lines if line and not line.startswith("#"))
