"""What is said about law stands in the list of facts, and what is uncertain is said to be so."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from actions.content.models import Answer, Status
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.facts import (
    paragraphs,
    unhedged,
    unknown_facts,
    unknown_sources,
    unrooted_paragraphs,
    unused_facts,
    wrong_paragraphs,
)
from actions.publishing.checks.links import dead_links
from actions.publishing.checks.texts import Form, Text

Make = Callable[..., Answer]


@pytest.fixture
def answer() -> Make:
    """An answer that says little, changed as a test wants it."""

    def make(**more: Any) -> Answer:
        fields: dict[str, Any] = {
            "id": "prov",
            "group": "om-sip",
            "title": "Ett prov",
            "status": "gäller",
            "followups": ("lag", "kostnad"),
            "short": "En plan. Du säger ja.",
            "long": "En plan.",
            "easy": "En plan.",
            "reviewed": date(2026, 1, 1),
            "review_after": date(2026, 6, 1),
        }
        return Answer.model_validate(fields | more)

    return make


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("10 kap. 8–9 §§ SoL och 16 kap. 4 § HSL", ["10 kap. 8", "10 kap. 9", "16 kap. 4"]),
        ("4 kap. 1 och 3 §§ lagen (2017:612)", ["4 kap. 1", "4 kap. 3", "2017:612"]),
        ("3 kap. 8 a–8 b §§", ["3 kap. 8 a", "3 kap. 8 b"]),
        ("lag 2017:372, 1–2 §§", ["1 §", "2 §", "2017:372"]),
        ("klockan 10 den 8 mars", []),
    ],
)
def test_paragraphs_are_read_as_people_write_them(text: str, named: list[str]) -> None:
    assert list(paragraphs(text)) == named


@pytest.mark.parametrize("text", ["Enligt 10 kap. 18 § SoL.", "Se lag (2019:612).", "Enligt 94 § LSS."])
def test_a_paragraph_that_no_fact_knows_is_stopped(corpus: Corpus, text: str) -> None:
    found = wrong_paragraphs([Text("prov", Form.STAFF, text)], corpus.facts, corpus.sources)
    assert [problem.key for problem in found] == ["unknown_paragraph"]


def test_an_answer_and_a_passage_cite_what_their_facts_rest_on(corpus: Corpus) -> None:
    for item in (*corpus.answers, *corpus.passages):
        assert item.sources == corpus.facts.sources_of(item.facts), item.id


def test_a_fact_must_cite_where_it_stands(corpus: Corpus) -> None:
    assert list(unknown_sources(corpus.facts, corpus.sources)) == []
    without = [source for source in corpus.sources if source.id != "hsl-16-4"]
    assert {p.values["target"] for p in unknown_sources(corpus.facts, without)} == {"hsl-16-4"}


def test_a_paragraph_that_an_answer_names_must_be_rooted_in_its_own_facts_or_sources(
    corpus: Corpus, answer: Make
) -> None:
    law = "Kommunen ska göra planen (10 kap. 8 § SoL)."
    loose = answer(short=law, facts=("SIP-90",), sources=("redaktionen",))
    firm = answer(short=law, sources=("sol-10-8",))
    concept = corpus.concepts[0].model_copy(
        update={"staff": "Enligt 16 kap. 4 § HSL.", "short": "", "differs": "", "facts": (), "sources": ()}
    )
    found = list(unrooted_paragraphs([loose, firm, concept], corpus.facts, corpus.sources))
    assert [problem.values["paragraph"] for problem in found] == ["10 kap. 8", "16 kap. 4"]


def test_an_id_that_is_not_in_the_list_is_stopped(corpus: Corpus, answer: Make) -> None:
    assert [p.values["fact"] for p in unknown_facts([answer(facts=("SIP-999",))], corpus.facts)] == [
        "SIP-999"
    ]


def test_every_fact_is_said_in_some_text(corpus: Corpus) -> None:
    everything = (*corpus.answers, *corpus.passages, *corpus.concepts, *corpus.comparisons)
    assert list(unused_facts(everything, corpus.facts)) == []
    left = [item for item in everything if "DI-03" not in item.facts]
    assert "facts.yml / DI-03" in [each.where for each in unused_facts(left, corpus.facts)]


def test_what_is_uncertain_must_be_said_to_be(corpus: Corpus, answer: Make) -> None:
    assert corpus.facts.status_of("SIP-145") is Status.UNCERTAIN
    sure = answer(facts=("SIP-145",), short="Det går inte att överklaga.")
    careful = answer(facts=("SIP-145",), short="Vi tror inte att det går, men det är inte bekräftat.")
    assert [p.where for p in unhedged([sure, careful], corpus.facts, corpus.lists)] == ["prov"]


def test_a_link_that_leads_nowhere_is_stopped(corpus: Corpus) -> None:
    text = Text("prov", Form.LONG, "Se [lagen](/fragor/lag) och [annat](/fragor/finns-inte).")
    found = dead_links([text], corpus.answers, corpus.concepts)
    assert [problem.values["target"] for problem in found] == ["/fragor/finns-inte"]


TRAPS = [
    ("ratt-att-begara", "absolut rätt", "det finns ingen ovillkorlig rätt att få en SIP"),
    ("lag", "10 kap. 8–9 §§", "regeln står i den nya socialtjänstlagen"),
    ("sip-vs-vastbus", "ersatt", "Västbus gäller inte"),
    ("vad-ar-vastbus", "ersatt", "Västbus gäller inte"),
    ("planens-innehall", "inte i lagens lista", "mål och uppföljning är praxis"),
    ("utskrivning", "sjukhuset kallar inte", "den fasta vårdkontakten kallar"),
    ("maste-komma", "lagen tvingar dem inte", "skolan och myndigheterna bjuds in"),
    ("nekad-sip", "troligen inte att överklaga", "om ett nej kan överklagas är osäkert"),
    ("barn-och-unga", "fråga personalen", "barns samtycke är osäkert"),
    ("kostnad", "inte hittat en regel för hela landet", "avgiftsfrihet utanför VG är osäker"),
    ("hur-lang-tid", "Mötet kan komma senare", "lagens krav gäller starten"),
    ("sip-vs-patientkontrakt", "inte juridiskt bindande", "patientkontrakt är inget kontrakt"),
]


@pytest.mark.parametrize(("topic", "said", "why"), TRAPS)
def test_the_known_traps_are_avoided(corpus: Corpus, topic: str, said: str, why: str) -> None:
    """In the topic's overview or in one of its passages."""
    overviews = [f"{each.short}\n{each.long}" for each in corpus.answers if each.id == topic]
    passages = [f"{each.short}\n{each.long}" for each in corpus.passages if each.topic == topic]
    assert said.casefold() in "\n".join((*overviews, *passages)).casefold(), why
