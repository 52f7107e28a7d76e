"""What a tired reader meets is plain: measured, and nothing is let through. `make content` reads it all."""

import pytest

from actions.content.plain_language import measure, sentences
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.jargon import hard_words
from actions.publishing.checks.limits import too_hard
from actions.publishing.checks.lists import WordLists
from actions.publishing.checks.spelling import misspelt, words
from actions.publishing.checks.texts import Form, Text
from actions.publishing.checks.wording import banned, not_easy, passives, too_passive


def chat(text: str) -> list[Text]:
    return [Text("prov / Kort", Form.CHAT, text)]


def test_the_limits_hold_also_without_the_allowance_for_names(corpus: Corpus) -> None:
    texts = [text for text in corpus.texts if text.form in (Form.CHAT, Form.EASY)]
    assert [str(problem) for problem in too_hard(texts, frozenset())] == []


def test_lix_is_words_in_a_sentence_plus_percent_of_long_words() -> None:
    found = measure("Vi ses i morgon. Samtycke betyder att du säger ja.")
    assert (found.lix, found.longest_sentence, found.sentences) == (5 + 20, 6, 2)
    assert measure("") == measure("** — **")


def test_a_paragraph_of_law_does_not_end_a_sentence() -> None:
    assert sentences("Planen kräver samtycke (10 kap. 8 § SoL). Anteckna det.") == [
        "Planen kräver samtycke (10 kap. 8 § SoL)",
        "Anteckna det",
    ]


def test_names_that_nobody_can_do_without_are_not_counted_as_long() -> None:
    text = "Ring Försäkringskassan nu."
    assert measure(text).long_words > 0 == measure(text, frozenset({"försäkringskassan"})).long_words


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Kommunala myndighetsbedömningar förutsätter individanpassade samordningsinsatser.", "lix"),
        ("Du kan " + "och du kan " * 8 + "ringa.", "long_sentence"),
        ("Ja. Du kan ringa. Fråga den. Säg till. Vi ses. Det är bra.", "many_sentences"),
    ],
)
def test_a_text_that_is_too_hard_is_told_why(text: str, key: str) -> None:
    assert key in {problem.key for problem in too_hard(chat(text), frozenset())}


def test_a_word_from_an_authority_is_found_also_across_a_line(corpus: Corpus) -> None:
    assert [
        problem.values["word"] for problem in banned(chat("Det görs i\nenlighet med lagen."), corpus.lists)
    ] == ["i enlighet med"]
    assert list(banned(chat("Det är avseendet."), corpus.lists)) == []


def test_every_banned_word_is_found_wherever_a_citizen_reads(corpus: Corpus) -> None:
    for word in corpus.lists.banned:
        for form in (Form.CHAT, Form.EASY, Form.LONG, Form.CONCEPT, Form.PAGE, Form.PHRASE):
            assert list(banned([Text("prov", form, f"Vi {word} det.")], corpus.lists)), (word, form)


def test_passive_verbs_are_told_from_genitives_and_everyday_words(corpus: Corpus) -> None:
    text = chat("Planen upprättas och insatser beviljas. Barnets och kommunens plan finns hos oss.")[0]
    assert passives(text, corpus.lists).words == ("upprättas", "beviljas")
    assert list(too_passive(chat("Planen upprättas. Insatser beviljas. Mötet hålls."), corpus.lists))


def test_a_hard_word_must_be_explained_where_it_first_stands(corpus: Corpus) -> None:
    jargon = corpus.lists.jargon
    assert "samsjuklighet" in hard_words("Vid samsjuklighet passar en SIP.", jargon)
    assert "samsjuklighet" not in hard_words(
        "Samsjuklighet är när någon har ett beroende och en psykisk sjukdom samtidigt.", jargon
    )
    assert list(hard_words('Skriv ordet, till exempel "samsjuklighet".', jargon)) == []


@pytest.mark.usefixtures("dictionary")
def test_a_spelling_error_is_found_and_a_name_is_not(corpus: Corpus) -> None:
    found = [
        problem.values["words"]
        for problem in misspelt(chat("Ett samtyke till SIP-mötet."), corpus.lists.spelling)
    ]
    assert found == ["samtyke"]


def test_code_addresses_and_placeholders_are_not_spelt() -> None:
    text = "Se [begrepp](/begrepp/sip) på https://exempel.se, `data-mode`, {place} och %(date)s i begran.pdf."
    assert list(words(text)) == ["Se", "begrepp", "på", "och", "i"]


def test_the_lists_are_used(corpus: Corpus) -> None:
    lists: WordLists = corpus.lists
    everything = " ".join(text.words for text in corpus.texts).casefold()
    assert [name for name in lists.names if name not in everything] == []
    assert [term for term in lists.jargon if term not in everything] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Är du sjukskriven?", ["asks_reader"]),
        ("Fråga hen.", ["hen"]),
        ('Ring och fråga: "Är det här en SIP?"', []),
        ('Vem kan ta emot min fråga?"', []),
        ("Du får fråga.", []),
    ],
)
def test_the_easiest_form_tells_and_does_not_ask(line: str, wrong: list[str]) -> None:
    assert [each.key for each in not_easy([Text("prov / Lättläst", Form.EASY, line)])] == wrong
    assert list(not_easy(chat(line))) == []
