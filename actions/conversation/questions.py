"""Finds the questions in a message that asks several things."""

import re

_MOST = 3
_WORD = re.compile(r"[\w-]+")
_END = re.compile(r"(?<=[?!.\n])\s+|\n+|\s+(?=(?:sen|dessutom|också) undrar\b)", re.IGNORECASE)

# What opens a question. "när", "var" and "hur" also open clauses that ask nothing, so they need a verb.
_SUBJECT = (
    r"(?:det|de|dom|d|man|en|jag|ja|vi|han|hon|hen|ni|du|min|mitt|mina|vår|alla|någon|nån|nåt|något|"
    r"bup|soc|bvc|fk|\w{3,}(?:en|et|an|na))"
)
_VERB = (
    r"(?:är|e|ä|ar|ska|skall|kan|får|far|måste|maste|finns|kostar|blir|händer|gör|gäller|behöver|har|tar|"
    r"bestämmer|vill|brukar|heter|betyder|börjar|slutar|hålls|ringer|vänder|ligger|bor|leder|ansvarar|går|"
    r"funkar|fungerar|skriver|ber|söker|kommer)"
)
_OPENS = (
    r"(?:vad|va|vem|vems|vilka|vilken|vilket|varför|vafför|"
    rf"(?:när|var|vart|hur) {_VERB}|hur (?:lång|länge|ofta|många|mycket|snart|snabbt|man|jag|vi)|"
    r"(?:kan|får|far|måste|maste|ska|skall|finns|är|e|har|kostar|behöver|blir|gäller|tar|räcker|brukar|"
    rf"hjälper) {_SUBJECT})\b"
)
_ASKS = re.compile(
    r"^(?:(?:och|å|men|sen|så|hej|hejsan|tja|ok|okej|eller|jag undrar|undrar|jag vill veta|vill veta|berätta|"
    rf"säg|kan du (?:berätta|säga)|jag skulle vilja veta|frågar|fråga)[,:!]? )*(?:{_OPENS})",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"(?:,\s*|\s+)(?:och|å|o|samt|plus|eller|sen|men|&)\s+(?={_OPENS})|,\s*(?={_OPENS})", re.IGNORECASE
)
_RUN_ON = re.compile(
    r"(?<=\w)\s+(?=(?:vem|vilka|hur (?:lång|länge|många|mycket)|(?:kostar|finns|måste) (?:det?|man|jag))\b)",
    re.IGNORECASE,
)
_BEFORE_CLAUSE = re.compile(
    r"\b(?:vet|veta|undrar|fattar|förstår|förstå|säger|sa|säga|berätta|bestämma|oklart|och|å|o|eller|på|om|"
    r"med|av|till|för)$",
    re.IGNORECASE,
)


def split_questions(text: str) -> list[str]:
    """The separate questions of a message, in order, at most three.

    One item, the whole message, when it holds one thought: a story with one question keeps its story.
    """
    asked = [part for part in _parts(text) if _is_question(part)]
    return asked[:_MOST] if len(asked) > 1 else [text.strip()]


def only_question(text: str) -> str:
    """The one question of a longer message without the story around it; empty when there is no such."""
    asked = [sentence for sentence in _sentences(text) if _is_question(sentence)]
    return asked[0] if len(asked) == 1 and asked[0] != text.strip() else ""


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _END.split(text) if part and part.strip()]


def _parts(text: str) -> list[str]:
    joined = [piece.strip(" ,") for sentence in _sentences(text) for piece in _JOIN.split(sentence)]
    return [piece for part in joined for piece in _run_on(part) if piece]


def _run_on(part: str) -> list[str]:
    """A question that another one follows without any sign between them."""
    if not _ASKS.match(part):
        return [part]
    pieces = [""]
    position = 0
    for gap in _RUN_ON.finditer(part):
        before = part[position : gap.start()]
        if len(_WORD.findall(before)) >= 3 and not _BEFORE_CLAUSE.search(before):
            pieces[-1] = before
            pieces.append("")
            position = gap.end()
    pieces[-1] = part[position:]
    return pieces


def _is_question(part: str) -> bool:
    return len(part.split()) >= 2 and (part.endswith("?") or bool(_ASKS.match(part)))
