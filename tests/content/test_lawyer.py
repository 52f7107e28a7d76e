"""What a lawyer must settle is collected on one page, in the words of the list of facts."""

from pathlib import Path

from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.lawyer import PAGE, lawyer_problems, open_questions


def test_every_open_question_stands_on_the_page(corpus: Corpus) -> None:
    assert [str(each) for each in lawyer_problems(corpus.facts)] == []
    assert {"SIP-145", "FM-06", "NY-02"} <= set(open_questions(corpus.facts))


def test_a_row_that_is_gone_or_says_something_else_is_told_of(corpus: Corpus, tmp_path: Path) -> None:
    told = PAGE.read_text(encoding="utf-8")
    page = tmp_path / "lawyer.md"
    claim = corpus.facts.facts["SIP-54"].claim
    page.write_text(told.replace("`SIP-145`", "`SIP-999`").replace(claim, "En SIP är ett beslut."), "utf-8")
    found = {(each.key, each.values["fact"]) for each in lawyer_problems(corpus.facts, page)}
    assert found == {("not_for_lawyer", "SIP-145"), ("unknown_fact", "SIP-999"), ("lawyer_differs", "SIP-54")}
