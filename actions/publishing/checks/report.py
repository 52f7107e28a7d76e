"""The report of `make content`, as lines of text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import isfinite
from statistics import median

from actions.content.plain_language import measure
from actions.content.problems import Problem, messages, say
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.limits import LIMITS, MEDIAN_CHAT_LIX, median_lix
from actions.publishing.checks.spelling import has_dictionary
from actions.publishing.checks.texts import Form
from actions.publishing.checks.wording import passives
from actions.settings import get_settings

_SHOWN = 6  # texts by name under each claim


def report(corpus: Corpus, problems: Sequence[Problem], today: date) -> str:
    """Tables first, then what must be mended, so that it stands last on the screen."""
    parts = [
        *answer_table(corpus),
        "",
        *form_table(corpus),
        "",
        *law_table(corpus),
        "",
        *totals(corpus, today),
        "",
        *map(str, problems),
        say("to_mend", count=len(problems)) if problems else say("nothing_to_mend"),
    ]
    return "\n".join(parts)


def answer_table(corpus: Corpus) -> Iterator[str]:
    """Plain-language figures, an answer a line."""
    names = corpus.lists.words_of_names
    yield _heading("head_answers")
    for answer in corpus.answers:
        chat, easy, long = (measure(words, names) for words in (answer.short, answer.easy, answer.long))
        yield say(
            "head_answers",
            id=answer.id,
            chat=f"{chat.lix:.1f}",
            easy=f"{easy.lix:.1f}",
            long=f"{long.lix:.1f}",
            longest=chat.longest_sentence,
            words=f"{chat.long_words:.0%}",
        )


def form_table(corpus: Corpus) -> Iterator[str]:
    """What each form measures at most, against its limit, and the share of sentences that hide who acts."""
    names = corpus.lists.words_of_names
    yield _heading("head_forms")
    for form, limits in LIMITS.items():
        texts = [text for text in corpus.texts if text.form is form]
        if not texts:
            continue
        found = [measure(text.words, names) for text in texts]
        share = sum(passives(text, corpus.lists).share for text in texts) / len(texts)
        yield say(
            "head_forms",
            form=form,
            texts=len(texts),
            middle=f"{median(each.lix for each in found):.1f}",
            highest=f"{max(each.lix for each in found):.1f}",
            limit=f"{limits.lix:.0f}" if isfinite(limits.lix) else "",
            longest=max(each.longest_sentence for each in found),
            most=limits.longest_sentence,
            passive=f"{share:.0%}",
        )


def law_table(corpus: Corpus) -> Iterator[str]:
    """Every claim about law, with its id, its status and the texts that rest on it."""
    yield say("law")
    everything = (*corpus.passages, *corpus.answers, *corpus.concepts, *corpus.comparisons)
    for key, claim in corpus.facts.law.items():
        users = [item.id for item in everything if key in item.facts]
        yield f"{key:<8} {claim.status:<7} {claim.claim}"
        yield f"{'':<16} {say('used', count=len(users), texts=', '.join(users[:_SHOWN]))}"


def totals(corpus: Corpus, today: date) -> Iterator[str]:
    """Counts, the median, what was allowed, and what is past its date."""
    names = corpus.lists.words_of_names
    chats = [text for text in corpus.texts if text.form is Form.CHAT]
    hardest = max(chats, key=lambda text: measure(text.words).lix)
    counted = Counter(word for text in chats for word in passives(text, corpus.lists).words)
    reviewed = (*corpus.answers, *corpus.concepts, *corpus.comparisons)
    late = [f"{item.id} ({item.review_after})" for item in reviewed if item.is_unconfirmed(today)]
    yield say(
        "counts",
        answers=len(corpus.answers),
        concepts=len(corpus.concepts),
        comparisons=len(corpus.comparisons),
    )
    yield say("middle", found=median_lix(chats, Form.CHAT, names), limit=MEDIAN_CHAT_LIX)
    yield say("names", names=", ".join(corpus.lists.names))
    without = median_lix(chats, Form.CHAT, frozenset())
    yield say("raw", middle=without, highest=measure(hardest.words).lix, where=hardest.where)
    yield say("passives", words=", ".join(f"{word} {count}" for word, count in counted.most_common(12)))
    yield say("unconfirmed", items=", ".join(late) or say("none"))
    yield say("spelled") if has_dictionary() else say("not_spelled")


def _heading(key: str) -> str:
    return say(key, **messages(get_settings().content)[f"{key}_names"])
