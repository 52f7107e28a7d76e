"""`make content`: all that can be checked in the words, as a table; fails on what may not be published."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from actions.content.build import check_links
from actions.content.files import (
    ContentError,
    read_answers,
    read_comparisons,
    read_concepts,
    read_sources,
)
from actions.content.models import Answer
from actions.content.plain_language import Limits, measure, short_terms
from actions.settings import get_settings

_CHAT = Limits(lix=35, longest_sentence=20)
_EASY = Limits(lix=24, longest_sentence=12)
_MEDIAN_LIX = 26.0


def main() -> int:
    """Prints the report; 1 when something is wrong."""
    content, today = get_settings().content, date.today()
    try:
        answers, concepts, comparisons = (
            read_answers(content),
            read_concepts(content),
            read_comparisons(content),
        )
        check_links(answers, concepts, comparisons, read_sources(content))
    except ContentError as error:
        print(error)
        return 1
    problems = [problem for answer in answers for problem in language_problems(answer)]
    problems += banned_words(content, answers)
    middle = median(measure(answer.short).lix for answer in answers)
    if middle > _MEDIAN_LIX:
        problems.append(f"median LIX of chat answers is {middle:.1f}, above {_MEDIAN_LIX}")
    unconfirmed = [item.id for item in (*answers, *concepts, *comparisons) if item.is_unconfirmed(today)]
    print_table(answers)
    print(f"\n{len(answers)} answers, {len(concepts)} concepts, {len(comparisons)} comparisons")
    print(f"median LIX of chat answers {middle:.1f} (limit {_MEDIAN_LIX})")
    print(f"counted as short words: {', '.join(short_terms())}")
    print(f"past their review date: {', '.join(unconfirmed) or 'none'}")
    print("\n".join(problems) or "nothing to mend")
    return 1 if problems else 0


def print_table(answers: list[Answer]) -> None:
    """Plain-language figures an answer a line."""
    print(f"{'answer':<32}{'LIX chat':>9}{'LIX easy':>9}{'LIX long':>9}{'longest':>9}")
    for answer in answers:
        chat, easy, long = measure(answer.short), measure(answer.easy), measure(answer.long)
        print(f"{answer.id:<32}{chat.lix:>9.1f}{easy.lix:>9.1f}{long.lix:>9.1f}{chat.longest_sentence:>9}")


def language_problems(answer: Answer) -> Iterator[str]:
    """What makes an answer too hard to read."""
    chats = {"Kort": answer.short, **{str(role): text for role, text in answer.variants.items()}}
    for name, text in chats.items():
        if name == "Personal":
            continue
        yield from _CHAT.broken_by(measure(text), f"{answer.id} / {name}")
    yield from _EASY.broken_by(measure(answer.easy), f"{answer.id} / Lättläst")


def banned_words(content: Path, answers: list[Answer]) -> list[str]:
    """Words that a citizen should never meet, from `content/banned_words.txt`."""
    lines = (content / "banned_words.txt").read_text(encoding="utf-8").splitlines()
    banned = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return [
        f"{answer.id}: säg något enklare än «{word}»"
        for answer in answers
        for text in (answer.short, answer.long, answer.easy)
        for word in banned
        if word in text.casefold()
    ]


if __name__ == "__main__":
    sys.exit(main())
