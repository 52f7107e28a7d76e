"""`make content`: all that can be checked in the words, as a table; fails on what may not be published."""

import sys
from collections.abc import Iterator
from datetime import date

from actions.content.checking.corpus import Corpus, read_corpus
from actions.content.checking.facts import (
    unhedged,
    unknown_facts,
    unrooted_paragraphs,
    unsupported_claims,
    wrong_paragraphs,
)
from actions.content.checking.jargon import unexplained
from actions.content.checking.limits import MEDIAN_CHAT_LIX, median_lix, too_hard
from actions.content.checking.links import dead_links
from actions.content.checking.report import report
from actions.content.checking.spelling import has_dictionary, misspelt
from actions.content.checking.texts import Form
from actions.content.checking.wording import banned, too_passive
from actions.content.files import check_finished
from actions.content.problems import ContentError, Problem, problem, say
from actions.settings import get_settings


def main() -> int:
    """Prints the report; 1 when something is wrong."""
    try:
        check_finished(get_settings().content)
        corpus = read_corpus(get_settings().content)
    except ContentError as error:
        print(error)
        return 1
    found = list(problems(corpus))
    print(report(corpus, found, date.today()))
    return 1 if found else 0


def problems(corpus: Corpus) -> Iterator[Problem]:
    """Everything to mend before publishing. Spelling is passed over where the dictionary is missing."""
    texts, lists = corpus.texts, corpus.lists
    yield from too_hard(texts, lists.words_of_names)
    middle = median_lix(texts, Form.CHAT, lists.words_of_names)
    if middle > MEDIAN_CHAT_LIX:
        yield problem(say("all_chat"), "median", found=middle, limit=MEDIAN_CHAT_LIX)
    yield from banned(texts, lists)
    yield from too_passive(texts, lists)
    yield from unexplained(corpus.answers, lists.jargon)
    yield from dead_links(texts, corpus.answers, corpus.concepts)
    yield from unknown_facts((*corpus.answers, *corpus.concepts, *corpus.comparisons), corpus.facts)
    yield from unsupported_claims(corpus.answers, corpus.facts, corpus.sources)
    yield from unrooted_paragraphs(corpus.answers, corpus.facts, corpus.sources)
    yield from unhedged(corpus.answers, corpus.facts, lists)
    yield from wrong_paragraphs(texts, corpus.facts, corpus.sources)
    if has_dictionary():
        yield from misspelt(texts, lists.spelling)


if __name__ == "__main__":
    sys.exit(main())
