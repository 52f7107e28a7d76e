"""Swedish spelling by Hunspell with Debian's Swedish dictionary (DSSO), and the project's own word list."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Set

from actions.content.problems import Problem, problem
from actions.publishing.checks.texts import Text

_DICTIONARY = "sv_SE"
_NOT_WORDS = re.compile(
    r"```.*?```|`[^`]*`|https?://\S+|\]\([^)]*\)"  # code, addresses, links
    r"|\{[^{}]*\}|%\([a-z_]+\)s|<[^<>]*>"  # placeholders, tags
    r"|\w+(?:[./@]\w+)+",  # names of files
    re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]+")


def has_dictionary() -> bool:
    """True when Hunspell and its Swedish dictionary are installed."""
    if not shutil.which("hunspell"):
        return False
    listed = subprocess.run(["hunspell", "-D"], input="", capture_output=True, text=True, check=False)
    return f"/{_DICTIONARY}\n" in f"{listed.stdout}{listed.stderr}\n"


def misspelt(texts: Iterable[Text], known: Set[str]) -> Iterator[Problem]:
    """Words that neither the dictionary nor the project's list has. Needs `has_dictionary()`."""
    words_in = {text: set(words(text.words)) for text in texts}
    unknown = unknown_words(set().union(*words_in.values()))
    for text, found in words_in.items():
        wrong = sorted(word for word in found & unknown if word.casefold() not in known)
        if wrong:
            yield problem(text.where, "spelling", words=", ".join(wrong))


def words(text: str) -> Iterator[str]:
    """The words to spell: no code, addresses or placeholders; each part of a hyphenated word by itself."""
    return (match.group() for match in _WORD.finditer(_NOT_WORDS.sub(" ", text)))


def unknown_words(candidates: Set[str]) -> set[str]:
    """Those the Swedish dictionary does not know. Raises CalledProcessError when Hunspell fails."""
    asked = subprocess.run(
        ["hunspell", "-i", "utf-8", "-d", _DICTIONARY, "-l"],
        input="\n".join(sorted(candidates)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(asked.stdout.split())
