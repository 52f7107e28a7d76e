"""Who is to be invited and who is not, in a line of one's own words: "psykiatrin soc å BUP, men inte syrran".

Nobody named after a no is ever among those to invite. Nothing that was written is left out.
"""

import re

from actions.content.text import fold
from actions.tasks.inviting_words import inviting_words
from actions.tasks.models import Invite

Invitee = tuple[str, Invite]  # the words for somebody, and whether to invite them

_COMMA = re.compile(r"\s*,\s*")
_MOST_WORDS = 30  # in a row with nothing between them
_HIDDEN = "\N{MIDDLE DOT}"


def says_no(line: str) -> bool:
    """True for a line with a no in it, whoever it is to: "inte bara soc" and "vet inte om BUP" have none."""
    return inviting_words().negates.search(_without_idioms(line)) is not None


def invited(line: str, names: frozenset[str]) -> list[Invitee]:
    """Those named in a line with a no in it. Words that say no in another way are neither yes nor no.

    names: the folded names of all who can be chosen.
    """
    found: list[Invitee] = []
    begins = 0  # where the words of the latest no begin
    for start, end in _pieces(line, names):
        piece, hidden = line[start:end], _without_idioms(line[start:end])
        after_no = any(invite == "nej" for _, invite in found)
        if no := inviting_words().uninvites.match(hidden):
            begins = start + no.end()
            found.append((line[begins:end], "nej"))
        elif refused := inviting_words().refuses.search(hidden):
            found.append((piece[: refused.start()], "nej"))
            begins = start
        elif says_no(piece):
            found.append((line[start:], "vet-inte"))
            break
        elif after_no and found[-1][1] == "nej" and not _are_known(piece, names):
            found[-1] = (line[begins:end], "nej")
        else:
            found.append((piece, "vet-inte" if after_no else "ja"))
    named = [(words.strip(), invite) for words, invite in found]
    return [(one, invite) for words, invite in named if words for one in apart(words, names, invite)]


def apart(words: str, names: frozenset[str], invite: Invite = "ja") -> list[str]:
    """Known actors in a row, one by one: "psykiatrin soc å vårdcentralen". Other words stay together."""
    if fold(words) in names:
        return [words]
    known = inviting_words()
    helping = known.helped_by.sub("", words)
    if helping != words and _are_known(helping, names):
        return apart(helping, names, invite)
    between = known.between_uninvited if invite == "nej" else known.between_actors
    parts = [part for part in between.split(words) if part]
    found = [(part, _in_a_row(part.split(), names)) for part in parts]
    if not any(row for _, row in found):
        return [words]
    return [one for part, row in found for one in row or [part]]


def _pieces(line: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Where the line is cut: at its commas, and before each no to somebody."""
    hidden = _without_idioms(line)
    cut = [match.span() for match in _COMMA.finditer(line)]
    cut += [(no.start(), no.start("no")) for no in inviting_words().uninvites_within.finditer(hidden)]
    cut += [
        (no.start(), no.start())
        for no in inviting_words().negates.finditer(hidden)
        if _are_known(_COMMA.split(line[: no.start()])[-1], names)
    ]
    cut.sort()
    starts = [0, *(end for _, end in cut)]
    ends = [*(start for start, _ in cut), len(line)]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return [(start, end) for start, end in spans if line[start:end].strip()]


def _are_known(words: str, names: frozenset[str]) -> bool:
    parts = [part for part in inviting_words().between_actors.split(words.strip()) if part]
    return bool(parts) and all(_in_a_row(part.split(), names) for part in parts)


def _in_a_row(words: list[str], names: frozenset[str]) -> list[str]:
    """The names that the words are, the longest first; nothing when a word is left over."""
    if len(words) > _MOST_WORDS:
        return []
    for length in range(len(words), 0, -1):
        first, rest = " ".join(words[:length]), words[length:]
        if fold(first) not in names:
            continue
        if not rest:
            return [first]
        if more := _in_a_row(rest, names):
            return [first, *more]
    return []


def _without_idioms(text: str) -> str:
    """The text, as long as before, without the words that hold a no and say none."""
    return inviting_words().never_negates.sub(lambda idiom: _HIDDEN * len(idiom[0]), text)
