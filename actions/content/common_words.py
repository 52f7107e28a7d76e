"""Swedish words too common to search for, folded: `content/common_words.txt`."""

from actions.content.text import fold
from actions.content.yaml_files import CONTENT

COMMON = frozenset(fold((CONTENT / "common_words.txt").read_text(encoding="utf-8")).split())
