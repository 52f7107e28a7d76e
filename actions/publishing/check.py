"""`make content`: all that can be checked in the words, as a table; fails on what may not be published."""

import sys
from collections.abc import Iterator

from actions.content.files import check_finished
from actions.content.models import Answer, Passage
from actions.content.problems import ContentError, Problem, problem, say
from actions.publishing.checks.actors import actor_problems, against_table
from actions.publishing.checks.claims import against_facts, said_otherwise, unknown_claims
from actions.publishing.checks.corpus import Corpus, read_corpus
from actions.publishing.checks.facts import (
    too_strict,
    unhedged,
    unknown_facts,
    unknown_sources,
    unrooted_paragraphs,
    untold,
    unused_facts,
    without_facts,
    wrong_paragraphs,
)
from actions.publishing.checks.jargon import unexplained
from actions.publishing.checks.lawyer import lawyer_problems
from actions.publishing.checks.limits import MEDIAN_CHAT_LIX, median_lix, too_hard
from actions.publishing.checks.links import dead_links
from actions.publishing.checks.openings import (
    asked_twice,
    leading_yes_or_no,
    off_the_question,
    unnamed_subjects,
    unnamed_terms,
)
from actions.publishing.checks.report import report
from actions.publishing.checks.spelling import has_dictionary, misspelt
from actions.publishing.checks.texts import Form
from actions.publishing.checks.topics import topic_problems
from actions.publishing.checks.wording import banned, not_easy, too_passive
from actions.settings import get_settings
from actions.swedish_day import swedish_day


def main() -> int:
    """Prints the report; 1 when something is wrong."""
    try:
        check_finished(get_settings().content)
        corpus = read_corpus(get_settings().content)
    except ContentError as error:
        print(error)
        return 1
    found = list(problems(corpus))
    print(report(corpus, found, swedish_day()))
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
    yield from not_easy(texts)
    told: list[Answer | Passage] = [*corpus.answers, *corpus.passages]
    yield from unexplained(told, lists.jargon)
    yield from leading_yes_or_no(told, lists.openings)
    yield from unnamed_subjects(told, lists.openings)
    yield from off_the_question(corpus.passages, lists.openings)
    yield from unnamed_terms(corpus.concepts)
    yield from asked_twice(corpus.passages)
    yield from topic_problems(corpus.topics, corpus.answers)
    everything = (*corpus.answers, *corpus.passages, *corpus.concepts, *corpus.comparisons)
    yield from dead_links(texts, corpus.answers, corpus.concepts)
    yield from without_facts(corpus.passages)
    yield from unknown_facts(everything, corpus.facts)
    yield from unused_facts(everything, corpus.facts)
    yield from unknown_sources(corpus.facts, corpus.sources)
    yield from unrooted_paragraphs(everything, corpus.facts, corpus.sources)
    yield from unhedged(told, corpus.facts, lists)
    yield from untold(told, corpus.facts)
    yield from too_strict(corpus.passages, corpus.facts, lists)
    yield from wrong_paragraphs(texts, corpus.facts, corpus.sources)
    yield from lawyer_problems(corpus.facts)
    yield from unknown_claims(corpus.claims, corpus.facts)
    yield from said_otherwise(texts, corpus.claims)
    yield from against_facts(texts, corpus.claims, corpus.facts)
    yield from actor_problems(corpus.actors, corpus.facts)
    yield from against_table(texts, corpus.actors)
    if has_dictionary():
        yield from misspelt(texts, lists.spelling)


if __name__ == "__main__":
    sys.exit(main())
