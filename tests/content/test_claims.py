"""The same claim is said the same way, and what is no longer or never was true is said nowhere."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from actions.publishing.checks.claims import (
    Claim,
    against_facts,
    read_claims,
    said_otherwise,
    unknown_claims,
)
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.texts import Form, Text


def text(words: str) -> list[Text]:
    return [Text("prov", Form.LONG, words)]


def test_every_claim_rests_on_a_known_fact(corpus: Corpus) -> None:
    assert list(unknown_claims(corpus.claims, corpus.facts)) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Regeln står i 2 kap. 7 § socialtjänstlagen.", True),
        ("Förr stod regeln i 2 kap. 7 §. Den gäller inte längre.", False),
        ("Ett nej till SIP går inte att överklaga.", True),
        ("Ett nej till SIP går troligen inte att överklaga.", False),
        ("I Västra Götaland kan och ska skolan kalla.", True),
        ("I Västra Götaland kan och ska skolan kalla. Om det gäller i dag är inte bekräftat.", False),
        ("Du kan be om en fast vårdkontakt. Då ska vården utse en.", False),
    ],
)
def test_a_claim_has_its_words_in_the_sentence_or_beside_it(corpus: Corpus, words: str, wrong: bool) -> None:
    found = [each.key for each in said_otherwise(text(words), corpus.claims)]
    assert found == (["said_otherwise"] if wrong else [])


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("Du har rätt till en SIP.", "SIP-30"),
        ("Du har rätt att få en SIP.", "SIP-30"),
        ("Västbus gäller för barn.", "VB-03"),
        ("Det är sjukhuset kallar till mötet.", "SIP-152"),
        ("Inom tre veckor ska mötet ha varit.", "SIP-42"),
        ("Planen ska inte ändras utan dig.", "SIP-103"),
        ("Mötesledaren ska hälsa alla.", "B-19"),
        ("Behovet måste bedömas från ditt håll.", "SIP-34"),
        ("Den huvudansvariga måste kalla till uppföljning.", "SIP-91"),
        ("Uppföljningen ska bestämmas på mötet.", "SIP-100"),
        ("Den som kallar måste fråga vad du behöver.", "F-09"),
        ("De ska erbjuda ett förmöte.", "F-12"),
        ("Socialtjänsten och vården bör komma när de kallas.", "SIP-83"),
        ("Den fasta vårdkontakten bör kalla.", "SIP-152"),
        ("Personalen bör anmäla om ett barn far illa.", "OR-01"),
    ],
)
def test_the_common_mistakes_are_stopped(corpus: Corpus, words: str, fact: str) -> None:
    found = list(against_facts(text(words), corpus.claims, corpus.facts))
    assert [each.values["fact"] for each in found] == [fact]


def test_a_row_about_a_fact_that_is_not_in_the_list_is_stopped(corpus: Corpus) -> None:
    found = list(unknown_claims([Claim(fact="SIP-999")], corpus.facts))
    assert [each.values["fact"] for each in found] == ["SIP-999"]


def test_a_row_with_a_word_that_is_not_known_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "claims.yml").write_text("claims:\n  - {fact: SIP-30, aldrig: [x]}\n", "utf-8")
    with pytest.raises(ValidationError):
        read_claims(tmp_path)
