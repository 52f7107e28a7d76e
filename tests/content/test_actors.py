"""Who may and must do what: the table is whole, and a text that says otherwise is stopped."""

import pytest

from actions.publishing.checks.actors import Column, May, actor_problems, against_table
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.texts import Form, Text


def test_the_table_rests_on_known_facts(corpus: Corpus) -> None:
    assert list(actor_problems(corpus.actors, corpus.facts)) == []


def test_an_actor_is_called_or_invited_but_not_both(corpus: Corpus) -> None:
    school = corpus.actors.actors["skola"].model_copy(update={"must_take_part": May.YES, "facts": ("X-1",)})
    table = corpus.actors.model_copy(update={"actors": {"skola": school}})
    found = [each.key for each in actor_problems(table, corpus.facts)]
    assert found == ["unknown_fact", "called_and_invited"]


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("Rektorn får kalla till en SIP.", Column.MAY_CALL),
        ("Socialtjänsten kan inte kalla till mötet.", Column.MAY_CALL),
        ("Tandläkaren ska komma på mötet.", Column.MUST_TAKE_PART),
        ("Vårdcentralen bjuds in.", Column.IS_INVITED),
        ("Skolan kan inte leda mötet.", Column.MAY_LEAD),
    ],
)
def test_a_sentence_against_the_table_is_stopped(corpus: Corpus, words: str, column: Column) -> None:
    found = list(against_table([Text("prov", Form.CHAT, words)], corpus.actors))
    assert [each.values["column"] for each in found] == [column]


@pytest.mark.parametrize(
    "words",
    [
        "Lagen säger inte att skolan måste komma.",
        "I Västra Götaland kan skolan kalla.",
        "Försäkringskassan kan kalla till avstämningsmöte.",
        "Hemsjukvården kan leda mötet.",
    ],
)
def test_a_sentence_that_agrees_or_is_about_something_else_is_let_through(corpus: Corpus, words: str) -> None:
    assert list(against_table([Text("prov", Form.CHAT, words)], corpus.actors)) == []
