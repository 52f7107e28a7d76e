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


ILL, POISONED = Care(situation="illness", person="other"), Care(situation="overdose", person="self")
MAN, STAFF = Care(situation="violence", person="man"), Care(situation="abuse-in-care", person="staff")
CHILD_IN_DANGER = Care(situation="child-in-danger", person="staff")


@pytest.mark.parametrize(
    ("text", "care", "expected"),
    [
        ("mår helt ok", POISONED, "Giftinformation"),
        ("det är inte så farligt", VIOLENCE, "innan något har hänt"),
        ("vi kom in. hon va död", ILL, "inte ditt fel"),
        ("ambulansen är här nu. tack", ILL, "låt dem ta över"),
        ("de är inne hos henne nu", ILL, "låt dem ta över"),
        ("dom kom, hon e på akuten. vi kan fortsätta", ILL, "låt dem ta över"),
        ("ambulansen kom för en stund sen", ILL, "låt dem ta över"),
        ("mamma är på sjukhuset nu", ILL, "låt dem ta över"),
        ("ringt. de kopplar", ILL, "lägg inte på"),
        ("grannen ringer", ILL, "lägg inte på"),
        ("hur lång tid tar det innan de kommer", ILL, "kan jag inte se"),
        ("alla skrattar väl åt en karl som ringer om sånt", MAN, "1177"),
        ("han säger jag inte får ringa", ILL, "Ring ändå"),
        ("hon kommer hata mig", SUICIDE, "Ring ändå"),
        ("han brukar ligga där", ILL, "Ring ändå"),
        ("han hör om jag ringer", VIOLENCE, "lägg inte på"),
        ("han är i duschen nu", VIOLENCE, "Kan du gå nu"),
        ("vi är ute i bilen nu", VIOLENCE, "Gå inte tillbaka"),
        ("nu blev det tyst", VIOLENCE, "betyder inte"),
        ("hon blöder", ILL, "steg för steg"),
        ("…", SUICIDE, "90101"),
        ("är du en människa", SUICIDE, "datorprogram"),
        ("du fattar ingenting ditt jävla bot", SUICIDE, "datorprogram"),
        ("kan du ringa min dotter", ILL, "kan inte ringa"),
        ("har inget saldo", CHILD, "utan saldo"),
        ("jag e döv", ILL, "Visa skärmen"),
        ("når int larmet. har bara paddan", ILL, "Skriv till flera"),
        ("får jag va anonym", CHILD, "inte säga vad du heter"),
        ("kommer dom ta oss från mamma", Care(situation="violence", person="child"), "116 111"),
        ("tar dom honom då?", Care(situation="child-in-danger", person="parent"), "påtaglig risk"),
        ("vill inte att polisen kommer", ILL, "den hjälp som behövs"),
        ("vill bara ha nån att prata med", SUICIDE, "90101"),
        ("jag vågar inte säga till personalen då måste vi flytta igen", VIOLENCE, "inte berätta allt"),
        ("det var ett skämt", SUICIDE, "på riktigt"),
        ("förlåt att jag störde", SUICIDE, "be om förlåtelse"),
        ("säg inget till skolan", CHILD, "ingen läser"),
        ("hur är numret sade ni", SUICIDE, "90101"),
        ("vad händer om jag ringer 112 på riktigt", VIOLENCE, "Du bestämmer själv"),
        ("ringde 90101 kötid", SUICIDE, "igen"),
        ("de skickade hem honom igen", ILL, "inte bli hörd"),
        ("mamma tror inte på mig", VIOLENCE, "inte bli hörd"),
        ("är jag galen", Care(situation="psychosis", person="self"), "**112**"),
        ("det är mitt fel", VIOLENCE, "skulden"),
        ("har ingen plan, bara trött", SUICIDE, "ingen plan för att"),
        ("har barn hemma också", VIOLENCE, "barnen"),
        ("ska jag inte prata med föräldrarna först?", CHILD_IN_DANGER, "inte först"),
        ("rektor säger att vi väntar till måndag", CHILD_IN_DANGER, "själv anmäla genast"),
        ("chefen vet redan", STAFF, "IVO"),
        ("får jag fråga rakt ut", SUICIDE, "du får fråga"),
        ("var kan jag sova inatt", VIOLENCE, "socialjouren"),
        ("tar bort chatten nu hej", VIOLENCE, "Rensa"),
        ("ok jag ska tänka", VIOLENCE, "när du vill"),
        ("kan vi ta brevet sen", ILL, "kan vänta"),
        ("de tog in henne på dropp, tack", ILL, "låt dem ta över"),
        ("ok skrev. tack", CHILD, "bra att du skrev"),
    ],
)
def test_who_hesitates_asks_or_tells_more_after_danger_gets_what_fits(
    text: str, care: Care, expected: str
) -> None:
    assert expected in said(text, care)
    assert "**112**" in said(text, care) or "**1177**" in said(text, care)


@pytest.mark.parametrize(
    ("text", "care", "never"),
    [
        ("jag mår bra", SUICIDE, "Giftinformation"),
        ("dom är här nu", VIOLENCE, "låt dem ta över"),
        ("jag kommer inte", ILL, "lägg inte på"),
        ("ambulansen kom aldrig", ILL, "låt dem ta över"),
        ("polisen kom inte", ILL, "låt dem ta över"),
        ("dom kom, nu slår han på dörren", VIOLENCE, "låt dem ta över"),
        ("hur gör jag när hon är på akutens väntelista", VIOLENCE, "låt dem ta över"),
        ("han är i duschen", ILL, "Kan du gå nu"),
        ("jag har en plan från i våras", SUICIDE, "ingen plan för att"),
        ("kan man vara anonym hos ivo", STAFF, "Bris"),
        ("vad kostar det", VIOLENCE, ""),
        ("vem kallar till mötet", SUICIDE, ""),
        ("jag vill ha en kopia av planen", VIOLENCE, ""),
        ("han ska byta boende", ILL, ""),
    ],
)
def test_other_words_after_danger_are_not_taken_for_these(text: str, care: Care, never: str) -> None:
    found = said(text, care)
    assert never not in found if never else found == ""


@pytest.mark.parametrize("text", ["ok", "nej", "mer"])
def test_a_bare_word_counts_right_after_danger_only(text: str) -> None:
    lately = Care(lately="suicide", since=1, person="self")
    assert said(text, SUICIDE) and said(text, lately) == ""
    assert "90101" in said("är du en människa", lately)
    assert said("han hör om jag ringer", lately) == ""


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
        "ja vill inte att pappa ska veta var vi bor",
    ],
)
def test_protected_identity_is_seen_in_any_phrasing(text: str) -> None:
    assert after_crisis().protected.named_in(text)


@pytest.mark.parametrize(
    "text", ["jag vill skydda min integritet", "vem vet var mötet är", "vill ni veta var jag bor"]
)
def test_other_words_are_no_protected_identity(text: str) -> None:
    assert not after_crisis().protected.named_in(text)


def test_a_farewell_that_announces_something_is_asked_about() -> None:
    leaving = after_crisis().leaving
    assert leaving.is_announced("hejda", "nu gör jag slut på det")
    assert not leaving.is_announced("hejda", "tack, nu ska jag sova, hej då")
    assert not leaving.is_announced("hejda", "hej då")
