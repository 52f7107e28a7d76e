"""One way to fold Swedish text for comparison (case, accents and punctuation away), and one to sort it."""

import re
import unicodedata
from itertools import filterfalse

_LAST_LETTERS = str.maketrans("åäö", "{|}")
_NOT_WORD = re.compile(r"[^\w]+")


def alphabetical(text: str) -> str:
    """A key to sort by that puts å, ä, ö last, as Swedish does."""
    return text.casefold().translate(_LAST_LETTERS)


def fold(text: str) -> str:
    """Casefolded words without accents (å, ä → a; ö → o), single-spaced."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(filterfalse(unicodedata.combining, decomposed))
    return _NOT_WORD.sub(" ", plain).strip()
