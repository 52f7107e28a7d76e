"""What a message tells of the one who asks, and for whom: a small grammar, `content/asker.yml`.

The one reading of this for the answers, the contacts and the words to say.
"""

import re
from dataclasses import dataclass

from actions.asker.grammar import Grammar, Relation, Voice, grammar
from actions.content.models import Role
from actions.content.text import fold
from actions.once import once_a_message

_GROWN = 18
_STRONG, _ENOUGH = 2, 2
_VOICES: dict[Role | None, Voice] = {Role.PARENT: "parent", Role.RELATIVE: "relative"}


@dataclass(frozen=True)
class Told:
    """What one message tells. `role` is None where the person asks for themselves or nothing tells.

    own: it says that the one who asks is the one who gets the help; own_plainly: outright. grown: the child
    is of age.
    vastra_gotaland: the region is named, or a hospital or a part of it. easy: plain Swedish is asked for.
    voice: who would call; None where nothing tells, and where only the manner of writing is of staff.
    whom: how the one it is about is named ("min mamma"). aside: that one is only named beside, as who says
    something or comes along. age: of the one it is about, in years. plainly_staff: it is said outright.
    no_staff: the contrary is. plainly_close: somebody close is the one's own, or is the one who asks. foster:
    the child lives with the one who asks, who is no guardian. says_i: the one who writes speaks of
    themselves. of_another: it says outright that it is about somebody else. by_name: the role is only told by
    somebody close being named; by_pronoun: only by a word like "hon". at_work: somebody at work is named.
    bare_age: an age under 18 is all that it says; own_age: that the one who writes is so old, and grown.
    in_need: somebody close is said to need help.
    """

    role: Role | None = None
    own: bool = False
    own_plainly: bool = False
    grown: bool = False
    vastra_gotaland: bool = False
    easy: bool = False
    voice: Voice | None = None
    whom: str | None = None
    aside: bool = False
    age: int | None = None
    plainly_staff: bool = False
    no_staff: bool = False
    plainly_close: bool = False
    foster: bool = False
    says_i: bool = False
    of_another: bool = False
    by_name: bool = False
    by_pronoun: bool = False
    at_work: bool = False
    bare_age: bool = False
    own_age: bool = False
    in_need: bool = False

    @property
    def of_age(self) -> bool:
        """True when the one it is about is told to be grown."""
        return self.age is not None and self.age >= _GROWN

    @property
    def may_be_of_the_child(self) -> bool:
        """True when a parent may be speaking of the same child still: no other is named but a co-parent."""
        other = (self.whom or "").rpartition(" ")[2]
        named = bool(other) and other not in grammar().co_parents
        return not (named or self.grown or self.of_age)

    @property
    def co_parent(self) -> bool:
        """True for "pappan" and "mamma": the child's other parent, to a parent; but not for "min mamma"."""
        noun = (self.whom or "").rpartition(" ")[2]
        return noun in grammar().as_a_child_says and not (self.plainly_close or self.grown or self.of_age)


@dataclass(frozen=True)
class _Person:
    """Somebody close, as one message names them. meant: it is about this one. aside: named only beside."""

    relation: Relation
    named: str
    meant: bool
    aside: bool


@once_a_message
def read_asker(text: str) -> Told:
    """Reads one message. Pure: the same text always tells the same."""
    words, known = fold(text), grammar()
    said_so = known.as_written["staff"].search(text.casefold()) is not None
    own, grown = not said_so and _is_own(words, known), _is_grown(words, known)
    persons = _persons(words, known)
    about = _about(persons)
    related = about.relation.voice if about else None
    foster = not own and bool(known.foster.search(words))
    if known.as_written["relative"].search(text.casefold()):
        related = related or "relative"
    role = Role.STAFF if said_so else None if own else _role(words, known, grown=grown)
    by_name = role is None and not own and related is not None
    if by_name:
        role = _by_relation(related, grown=grown)
    by_pronoun = role is None and not own and _speaks_of_another(words, known)
    if by_pronoun:
        role = Role.RELATIVE
    if foster and role is not Role.STAFF:
        role = Role.RELATIVE
    voice = "professional" if said_so else _voice(words, known, role, own=own)
    if voice == "trustee":
        role = Role.TRUSTEE
    named = (
        about.named if about and (voice == "relative" or (voice, related) == ("parent", "parent")) else None
    )
    return Told(
        role=role,
        own=own,
        own_plainly=bool(known.self.search(words)),
        grown=grown,
        vastra_gotaland=bool(known.vastra_gotaland.search(words)),
        easy=bool(known.easy.search(words)),
        voice=voice,
        whom=named or (known.fostered if foster and voice == "relative" else None),
        aside=bool(about and about.aside),
        age=_age(words, known, of_asker=voice in ("self", "minor", None)),
        plainly_staff=said_so or bool(known.staff_plainly.search(words)),
        no_staff=bool(known.not_staff.search(words)),
        plainly_close=bool(known.close.search(words)),
        foster=foster,
        says_i=says_i(text),
        of_another=bool(known.other.search(words) or known.others_child.search(words)),
        by_name=by_name,
        by_pronoun=by_pronoun,
        at_work=bool(known.at_work.search(words)),
        bare_age=bool(known.bare_age.search(words)),
        own_age=bool(known.own_age.search(words)),
        in_need=bool(known.in_need.search(words)),
    )


def says_i(text: str) -> bool:
    """True for words in which the one who writes speaks of themselves."""
    return bool(grammar().first_person.search(fold(text)))


def words_about(text: str, whom: str | None) -> str:
    """The clauses of a text that are not about somebody else than the one so named; all where none is."""
    known = grammar()
    kept: list[str] = []
    latest = whom
    for clause in known.clause.split(text):
        named = [person.named for person in _persons(fold(clause), known) if not person.aside]
        if named:
            latest = next((name for name in named if same_person(whom, name)), named[0])
        if same_person(whom, latest):
            kept.append(clause)
    return ". ".join(kept) if whom and any(map(str.strip, kept)) else text


def same_person(one: str | None, other: str | None) -> bool:
    """True when both names may be of one person: "min mamma" and "vår mor"."""
    nouns = {(name or "").rpartition(" ")[2] for name in (one, other)}
    return len(nouns) == 1 or any(nouns <= group for group in grammar().same)


def is_grown_relation(noun: str) -> bool:
    """True for "mamma" and "make"; False for a child, and for a word that names nobody close."""
    relation = grammar().relations.get(fold(noun))
    return relation is not None and relation.voice == "relative"


def _is_own(words: str, known: Grammar) -> bool:
    """True when the one who asks gets the help: said outright, or whoever else is named is only beside."""
    if known.self.search(words):
        return True
    if known.other.search(words) or known.about_another.search(words) or _says_staff(words, known):
        return False
    return bool(known.own.search(words) or known.minor.search(words))


def _role(words: str, known: Grammar, *, grown: bool) -> Role | None:
    if _says_staff(words, known) and not known.other.search(words):
        return Role.STAFF
    if known.others_child.search(words):
        return Role.RELATIVE
    if known.parent.search(words):
        return Role.RELATIVE if grown else Role.PARENT
    if known.relative.search(words) or known.other.search(words):
        return Role.RELATIVE
    return Role.STAFF if _writes_as_staff(words, known) else None


def _speaks_of_another(words: str, known: Grammar) -> bool:
    """True for "hon har fått nej", and for any such word where nobody says "jag"."""
    alone = not known.first_person.search(words) and known.third_person.search(words)
    return bool(alone or known.pronoun.search(words))


def _says_staff(words: str, known: Grammar) -> bool:
    """True when a profession or a workplace is said to be one's own."""
    says = known.staff.search(words) or known.staff_plainly.search(words)
    return bool(says) and not known.not_staff.search(words)


def _by_relation(voice: Voice | None, *, grown: bool) -> Role | None:
    """Somebody close is named, and nothing tells that it is about the one who asks."""
    if voice == "parent" and not grown:
        return Role.PARENT
    return Role.RELATIVE if voice else None


def _voice(words: str, known: Grammar, role: Role | None, *, own: bool) -> Voice | None:
    close = role is Role.RELATIVE and not known.other.search(words)
    if known.minor.search(words) and (own or close or role is None):
        return "minor"
    if own:
        return "self"
    if known.trustee.search(words):
        return "trustee"
    if role is Role.STAFF:
        return "professional" if _says_staff(words, known) else None
    return _VOICES.get(role)


def _persons(words: str, known: Grammar) -> list[_Person]:
    """Those close to the one who asks, in the order named, without who is let go ("glöm mamma")."""
    found = (_person(match, words, known) for match in known.person.finditer(words))
    return [person for person in found if person]


def _person(match: re.Match[str], words: str, known: Grammar) -> _Person | None:
    relation = known.relations[match["noun"]]
    ours = () if match["noun"] in known.never_ours else (known.ours[relation.article],)
    article = next((one for one in (relation.article, *ours) if fold(one) == match["article"]), None)
    before, after = words[: match.start() if article else match.start("noun")], words[match.end() :]
    if not article and (match["noun"] not in known.bare or known.not_theirs.search(before)):
        return None
    if known.let_go.search(before) or known.not_theirs_after.search(after):
        return None
    aside = known.aside_before.search(before) or known.aside_after.search(after)
    named = f"{article or relation.article} {relation.noun}"
    return _Person(relation, named, meant=bool(known.meant.search(before)), aside=bool(aside))


def _about(persons: list[_Person]) -> _Person | None:
    """The one whom it is about: who is said to be; else a child before anybody else, and the first named."""
    meant = [person for person in persons if person.meant]
    chief = [person for person in persons if not person.aside] or persons
    return (
        meant[-1] if meant else min(chief, key=lambda person: person.relation.voice != "parent", default=None)
    )


def _writes_as_staff(words: str, known: Grammar) -> bool:
    """One word that only staff use, or two that staff use more than others."""
    if known.first_person.search(words):
        return False
    points = _STRONG * sum(bool(sign.search(words)) for sign in known.strong)
    return points + sum(bool(sign.search(words)) for sign in known.weak) >= _ENOUGH


def _is_grown(words: str, known: Grammar) -> bool:
    if known.grown.search(words):
        return True
    ages = [int(age) for found in known.age.finditer(words) for age in found.groups() if age]
    return any(age >= _GROWN for age in ages)


def _age(words: str, known: Grammar, *, of_asker: bool) -> int | None:
    """The first age told; the asker's own is passed over when it is about somebody else."""
    for found in known.told_age.finditer(words):
        if of_asker or not found["subject"]:
            return int(found["years"] or found["bare"])
    return None
