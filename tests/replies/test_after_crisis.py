"""The turn after words of danger, and cries for help, as the table of content/crisis/after.yml has them."""

import pytest

from actions.replies.after_crisis import HEAVY, Care, after_crisis

SUICIDE, VIOLENCE = Care(situation="suicide", person="self"), Care(situation="violence", person="self")
CHILD = Care(situation="suicide", person="child")


def said(text: str, care: Care | None) -> str:
    table = after_crisis()
    row = table.row(text, care)
    return table.words(row.text, care) if row else ""


@pytest.mark.parametrize(
    ("text", "care", "expected"),
    [
        ("ok", SUICIDE, "90101"),
        ("ok tack", CHILD, "116 111"),
        ("det är upptaget, ingen svarar", SUICIDE, "1177"),
        ("jag har ingen telefon", VIOLENCE, "granne"),
        ("jag vågar inte ringa", SUICIDE, "mind.se"),
        ("jag vågar inte ringa", VIOLENCE, "020-50 50 50"),
        ("han kommer hem om en stund", VIOLENCE, "Gå därifrån"),
        ("förlåt", SUICIDE, "inte be om förlåtelse"),
        ("vad säger man till dem", VIOLENCE, "var du är"),
        ("kan han se vad jag skriver", VIOLENCE, "Rensa"),
        ("berättar ni för min pappa", CHILD, "Ingen läser"),
        ("mer", SUICIDE, "020-22 22 33"),
        ("skynda", VIOLENCE, "Ring **112** nu"),
        ("får jag lämna henne ensam", SUICIDE, "lämna inte"),
        ("stanna kvar med mig", SUICIDE, "robot"),
    ],
)
def test_what_is_said_after_words_of_danger_is_read_in_their_light(
    text: str, care: Care, expected: str
) -> None:
    assert expected in said(text, care)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("numret till bris", "116 111"),
        ("vad är numret till självmordslinjen?", "90101"),
        ("kvinnofridslinjen nummer", "020-50 50 50"),
        ("hjälp", "112"),
        ("hjälp mig snälla", "112"),
        ("jag behöver hjälp nu!", "1177"),
        ("kris", "112"),
        ("vilka krisnummer finns", "116 111"),
        ("hur gör man en orosanmälan?", "socialtjänsten"),
        ("ska jag vänta med anmälan tills sipen är klar", "Vänta inte"),
        ("om jag berättar för kuratorn, tar soc mig då", "inte bara för att du berättar"),
        ("var kan jag ringa utan att det syns", "020-50 50 50"),
    ],
)
def test_straight_requests_are_answered_anywhere(text: str, number: str) -> None:
    assert number in said(text, None)


@pytest.mark.parametrize(
    "text", ["ok", "nej", "tack", "mer", "förlåt", "vad kostar en sip", "de tar mig inte på allvar"]
)
def test_the_same_words_mean_nothing_special_elsewhere(text: str) -> None:
    assert said(text, None) == ""


def test_slag_i_saken_is_danger_only_after_heavy_words() -> None:
    row = after_crisis().row("i kväll gör jag slag i saken", Care(situation=HEAVY))
    assert row is not None and row.danger
    assert after_crisis().row("i kväll gör jag slag i saken", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "jag har skyddad identitet",
        "vi lever med skyddade personuppgifter",
        "hon har sekretessmarkering",
        "jag bor på skyddat boende, vem ringer jag",
        "ingen får veta var jag bor",
        "har hemlig adress",
    ],
)
def test_protected_identity_is_seen_in_any_phrasing(text: str) -> None:
    assert after_crisis().protected.named_in(text)


@pytest.mark.parametrize("text", ["jag vill skydda min integritet", "vem vet var mötet är"])
def test_other_words_are_no_protected_identity(text: str) -> None:
    assert not after_crisis().protected.named_in(text)


def test_a_farewell_that_announces_something_is_asked_about() -> None:
    leaving = after_crisis().leaving
    assert leaving.is_announced("hejda", "nu gör jag slut på det")
    assert not leaving.is_announced("hejda", "tack, nu ska jag sova, hej då")
    assert not leaving.is_announced("hejda", "hej då")
