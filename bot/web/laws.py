"""Paragraphs of law in a page's text, each a link to its own words: `content/laws.yml`."""

import re
from collections.abc import Callable
from pathlib import Path

from actions.content.yaml_files import read_yaml

_FILE = "laws.yml"
_NUMBER = r"\d+(?: [a-z])?"
_PLACE = (
    rf"(?:(?P<chapter>\d+) kap\. )?(?P<paragraph>{_NUMBER})(?:(?:–| och |, ){_NUMBER})* §§?(?: \w+ stycket)?"
)
_CHAPTER = r"(?P<only>\d+) kap\."
_SFS = r"\d{4}:\d+"
_TAG = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.DOTALL)


def law_links(content: Path) -> Callable[[str], str]:
    """HTML in, the same HTML out where each paragraph of a law that it names leads to that law's text."""
    raw = read_yaml(content / _FILE)
    numbers = {name: number for number, names in raw["laws"].items() for name in names}
    names = "|".join(re.escape(name) for name in sorted(numbers, key=len, reverse=True))
    law = rf"(?:(?P<name>{names})(?!\w)(?: \((?P<given>{_SFS})\))?|lagen \(?(?P<bare>{_SFS})\)?)"
    named = re.compile(rf"\b(?:{_PLACE}|{_CHAPTER}) {law}")

    def link(found: re.Match[str]) -> str:
        chapter, paragraph = found["chapter"] or found["only"], (found["paragraph"] or "").replace(" ", "")
        place = (f"K{chapter}" if chapter else "") + (f"P{paragraph}" if paragraph else "")
        number = found["given"] or found["bare"] or numbers[found["name"]]
        address = raw["address"].format(law=number, place=place)
        return f'<a href="{address}" rel="noreferrer">{found[0]}</a>'

    def linked(html: str) -> str:
        parts = _TAG.split(html)
        return "".join(part if index % 2 else named.sub(link, part) for index, part in enumerate(parts))

    return linked
