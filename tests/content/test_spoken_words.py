"""What is written as it sounds is read as it is usually written, and nothing else is touched."""

import pytest

from actions.content.spoken_words import in_ordinary_spelling
from actions.content.yaml_files import read_yaml
from actions.settings import ROOT


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ja orkar inte leva så här", "jag orkar inte leva så här"),
        ("de e lika bra ja e borta", "det är lika bra jag är borta"),
        ("måste mamma va me på mötet", "måste mamma vara med på mötet"),
        ("va kostar de o vem betalar", "vad kostar de och vem betalar"),
        ("säj att ja mår dåligt, säjer han nåt", "säj att jag mår dåligt, säger han något"),
        ("nån sa att dom kommer imorn", "någon sa att de kommer i morgon"),
    ],
)
def test_what_is_written_as_it_sounds_is_read_in_ordinary_spelling(written: str, read: str) -> None:
    assert in_ordinary_spelling(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "ja, det stämmer",
        "ja tack",
        "ja det vill jag",
        "Vad kostar en SIP?",
        "10 kap. 8 § SoL, e-post",
        "de kommer",
    ],
)
def test_what_is_written_as_usual_stays(text: str) -> None:
    assert in_ordinary_spelling(text) == text


def test_no_word_stands_for_itself() -> None:
    words = read_yaml(ROOT / "content" / "spoken_words.yml")["words"]
    assert [word for word, meant in words.items() if word == meant] == []
