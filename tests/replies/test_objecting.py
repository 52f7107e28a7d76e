"""Who says that the answer was wrong is heard, and what they say besides is read by itself."""

import pytest

from actions.replies.objecting import beside_blame, corrects, objects


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("du lyssnar inte. hon KAN INTE säga ja", "hon KAN INTE säga ja"),
        ("men jag sa chefen på soc", "men  chefen på soc"),
        ("nu svarar du om nån annan. jag frågade om resan", "jag frågade om resan"),
        ("du svarade på samma sak igen", ""),
        ("Läser ni vad folk skriver till er?", ""),
        ("tack för ingenting", ""),
        ("vilken jävla skitchatt", ""),
        ("vad kostar en sip", "vad kostar en sip"),
    ],
)
def test_the_blame_is_put_aside(text: str, rest: str) -> None:
    assert beside_blame(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "du svarar inte på frågan",
        "jag frågade om bostad inte om nån plan",
        "Jag är läkaren. Frågan gäller planen.",
        "inte sip. hemtjänst",
        "Fel. Vi bor inte där, det gör min svärfar.",
        "nä nu blandar du ihop, det är min hjälp det gäller",
        "Du säger att jag ska prata med min handläggare. Jag ÄR handläggaren.",
        "jag bad inte om något nummer",
        "nej MAMMA inte soc!!",
        "du svarar på fel sak. mamman är den som säger nej",
        "men jag har ju frågat båda",
        "vilket ex? jag är mormor",
        "nä tvärtom, om han säger ja",
        "nä jag mena hon",
    ],
)
def test_a_correction_is_one(text: str) -> None:
    assert corrects(text) and objects(text)


@pytest.mark.parametrize(
    "text",
    [
        "nej vi är hemtjänst, inte vårdcentral",
        "han är inte placerad",
        "va? jag HAR en plan",
        "jag är inte anhörig, jag är redan god man",
        "han är 14 inte vuxen",
    ],
)
def test_who_disagrees_is_not_begged_pardon(text: str) -> None:
    assert objects(text) and not corrects(text)


@pytest.mark.parametrize(
    "text",
    [
        "läkaren sa jag fick inte",
        "ni svarar inte i telefon",
        "varför svarar de inte på mejl",
        "va händer sen",
        "va ska ja skriva",
        "nej tack",
        "soc säger att det är en skolfråga",
        "inte kommit nåt svar på två veckor",
        "jag undrar hur man gör",
    ],
)
def test_what_is_told_or_asked_is_no_objection(text: str) -> None:
    assert not objects(text)
