"""The grammar of who asks, read from `content/asker.yml`: patterns over folded text, names of relations,
and a few patterns over words as they are written, where the dots tell them apart ("far" is not "får")."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from actions.content.patterns import any_of, filled, longest_first
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml

Voice = Literal["self", "minor", "parent", "relative", "trustee", "professional"]

_LISTS = (
    *("self", "other", "about_another", "others_child", "staff", "own", "minor", "trustee"),
    *("parent", "relative", "age", "grown", "vastra_gotaland", "easy"),
    *("first_person", "third_person", "told_age", "staff_plainly", "not_staff", "close", "foster"),
    *("pronoun", "at_work", "bare_age", "own_age", "in_need"),
    *("let_go", "meant", "aside_before", "aside_after", "not_theirs", "not_theirs_after", "clause"),
)


@dataclass(frozen=True)
class Relation:
    """How somebody close is named ("min mamma"), and in whose words the one who says so speaks."""

    voice: Voice
    article: str
    noun: str


@dataclass(frozen=True)
class Grammar:
    """Compiled. `relations` are by folded noun, and `person` finds them; `bare` nouns need no article.

    `ours` gives the article of several people for that of one, but for the nouns `never_ours`. `same`: nouns
    that may name one person. `co_parents`: those who may be the other parent of a child, who also may be
    named `as_a_child_says`. `fostered`: how a foster parent names the child. Groups of `person`: article,
    noun. Groups of `told_age`: subject, years, bare. let_go, meant, aside_before and not_theirs stand before
    a person, aside_after and not_theirs_after stand after; clause parts what is said of one from what is said
    of another.
    """

    self: re.Pattern[str]
    other: re.Pattern[str]
    about_another: re.Pattern[str]
    others_child: re.Pattern[str]
    staff: re.Pattern[str]
    own: re.Pattern[str]
    minor: re.Pattern[str]
    trustee: re.Pattern[str]
    parent: re.Pattern[str]
    relative: re.Pattern[str]
    age: re.Pattern[str]
    grown: re.Pattern[str]
    vastra_gotaland: re.Pattern[str]
    easy: re.Pattern[str]
    first_person: re.Pattern[str]
    third_person: re.Pattern[str]
    pronoun: re.Pattern[str]
    at_work: re.Pattern[str]
    bare_age: re.Pattern[str]
    own_age: re.Pattern[str]
    in_need: re.Pattern[str]
    told_age: re.Pattern[str]
    staff_plainly: re.Pattern[str]
    not_staff: re.Pattern[str]
    close: re.Pattern[str]
    foster: re.Pattern[str]
    let_go: re.Pattern[str]
    meant: re.Pattern[str]
    aside_before: re.Pattern[str]
    aside_after: re.Pattern[str]
    not_theirs: re.Pattern[str]
    not_theirs_after: re.Pattern[str]
    clause: re.Pattern[str]
    as_written: dict[str, re.Pattern[str]]
    strong: tuple[re.Pattern[str], ...]
    weak: tuple[re.Pattern[str], ...]
    relations: dict[str, Relation]
    person: re.Pattern[str]
    ours: dict[str, str]
    never_ours: frozenset[str]
    co_parents: frozenset[str]
    as_a_child_says: frozenset[str]
    bare: frozenset[str]
    same: tuple[frozenset[str], ...]
    fostered: str


@cache
def grammar() -> Grammar:
    """Read once."""
    return read_grammar(CONTENT)


def read_grammar(content: Path) -> Grammar:
    """Raises KeyError when a part or a group is missing, re.error for a broken pattern."""
    data: dict[str, Any] = read_yaml(content / "asker.yml")
    groups: dict[str, str] = {}
    for name, pattern in data["groups"].items():
        groups[name] = filled(pattern, groups)

    def one(part: Any) -> re.Pattern[str]:
        patterns = [part] if isinstance(part, str) else part
        return re.compile("|".join(filled(pattern, groups) for pattern in patterns))

    relations = {
        fold(noun): Relation(voice, article, noun)
        for voice, articles in data["relations"].items()
        for article, nouns in articles.items()
        for noun in nouns
    }
    everyday = {fold(word): relations[fold(noun)] for word, noun in data["everyday_relations"].items()}
    named = any_of(longest_first((*relations, *everyday)))
    return Grammar(
        **{name: one(data[name]) for name in _LISTS},
        as_written={name: one(pattern) for name, pattern in data["as_written"].items()},
        strong=tuple(one(pattern) for pattern in data["register"]["strong"]),
        weak=tuple(one(pattern) for pattern in data["register"]["weak"]),
        relations=relations | everyday,
        person=one(rf"\b(?:(?P<article>{{my}}) {{attribute}}??)?(?P<noun>{named})s?\b"),
        ours=data["ours"],
        never_ours=frozenset(map(fold, data["never_ours"])),
        co_parents=frozenset(data["co_parents"]),
        as_a_child_says=frozenset(data["as_a_child_says"]),
        bare=frozenset((*map(fold, data["bare_relations"]), *everyday)),
        same=tuple(frozenset(group) for group in data["same_person"]),
        fostered=data["fostered"],
    )
