"""Who is under 18 and asks for themselves is spoken to: shortly, truly, and never past them."""

import re

import pytest

from actions.content.models import Answer, Passage, Role
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.jargon import unexplained
from actions.publishing.checks.limits import too_hard
from actions.publishing.checks.texts import Form, Text, texts_of

FEWEST = 90
# Words to or about somebody else than who is under 18 and asks for themselves, and the law's numbers.
PAST_THEM = re.compile(
    r"\b(?:ditt|ert|mitt) barn\b|\bbarnets\b|\bden närstående\b"
    r"|\bdu som (?:är )?(?:vårdnadshavare|förälder)\b"
    r"|\bdin (?:man|fru|partner|chef|arbetsgivare|hemtjänst|biståndshandläggare)\b|§|\bkap\.",
    re.IGNORECASE,
)
PROMISED = re.compile(
    r"\b(?:utan ditt ja|ditt samtycke|ditt nej (?:räcker|gäller))\b(?! är osäkert)", re.IGNORECASE
)


@pytest.fixture(scope="module")
def to_the_young(corpus: Corpus) -> dict[str, str]:
    """Words for who is under 18, by answer or passage."""
    items: tuple[Answer | Passage, ...] = (*corpus.answers, *corpus.passages)
    return {item.id: item.variants[Role.MINOR] for item in items if Role.MINOR in item.variants}


def test_what_a_young_person_may_ask_is_answered_to_them(to_the_young: dict[str, str]) -> None:
    assert len(to_the_young) >= FEWEST


def test_nothing_speaks_past_them_or_in_paragraphs(to_the_young: dict[str, str]) -> None:
    assert {key: found[0] for key, words in to_the_young.items() if (found := PAST_THEM.search(words))} == {}


def test_nobody_promises_that_their_own_yes_or_no_decides(to_the_young: dict[str, str]) -> None:
    """Who is under 18 is asked, but mostly their guardians say yes (SIP-65, SIP-66)."""
    may = {"barn-och-unga#fyller-18"}
    found = {key: words for key, words in to_the_young.items() if PROMISED.search(words)}
    assert found.keys() - may == set()


def test_bris_comes_before_any_other_number_but_112(to_the_young: dict[str, str]) -> None:
    for key, words in to_the_young.items():
        numbers = re.findall(r"\*\*(112|1177|116 111)\*\*", words)
        if "116 111" in numbers:
            assert numbers == sorted(numbers, key=["112", "116 111", "1177"].index), key


def test_their_sentences_are_shorter_than_those_for_all(corpus: Corpus) -> None:
    long = "Du kan säga det till skolsköterskan, och hon kan sedan föra det vidare till någon i vården."
    text = [Text("prov / Under 18 år", Form.YOUNG, f"{long} Fråga henne.")]
    assert [each.key for each in too_hard(text, frozenset())] == ["long_sentence"]
    passage = next(one for one in corpus.passages if Role.MINOR in one.variants)
    forms = {text.where.rpartition("/ ")[2]: text.form for text in texts_of(passage)}
    assert forms["Under 18 år"] is Form.YOUNG


def test_a_hard_word_is_explained_in_their_own_text(corpus: Corpus) -> None:
    """They do not see the text for all above theirs."""
    explained = next(one for one in corpus.passages if "BUP, barn- och ungdomspsykiatrin" in one.short)
    variants = {Role.MINOR: "Fråga på BUP. Ta med någon.", Role.PARENT: "Fråga på BUP. Ta med någon."}
    one = explained.model_copy(update={"variants": variants, "long": "", "easy": "", "vastra_gotaland": None})
    found = [problem.where for problem in unexplained([one], corpus.lists.jargon)]
    assert found == [f"{one.id} / Under 18 år"]
