"""What a message tells is heard as people say it, so that nobody is asked for it again."""

import pytest

from actions.routing.query import ContactQuery
from actions.routing.reading import ContactReader
from actions.settings import ROOT


@pytest.fixture(scope="module")
def reader() -> ContactReader:
    return ContactReader(ROOT / "content")


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("hemsjukvården dök aldrig upp i dag", "hjalp-uteblev"),
        ("nyss hemkommen från sjukhuset å ingen hjälp hemma", "hemma-fran-sjukhus"),
        ("jag bor i en kommun men e skriven i en annan", "vard-i-annan-kommun"),
        ("enhetschefen på boendet svarar inte", "kommunens-vard"),
        ("min flickvän vill inte ha hjälp av soc", "personen-sager-nej"),
        ("brorsan knarkar å mår skit", "psykiatri-beroende"),
        ("fk och af bollar mig", "arbete"),
        ("habiliteringen vill inte kalla", "nekad"),
        ("orolig för en kille i min klass", "oro-barn"),
        ("mi fru e dement å ja orkar inte mer", "anhorigstod"),
        ("vårdcentralen vägrar", "nekad"),
        ("va händer om ja vägrar åka hem", "allmant"),
        ("soc säger psyk å psyk säger soc", "runtskickad"),
        ("dotter 17 vägrar skolan", "barn"),
        ("min dotter 16 vägrar skolan", "barn"),
        ("ja bor på lss boende personalen lyssnar inte var klagar jag", "klagomal"),
        ("jag är sjuksköterska på säbo, läkaren kommer inte till sip", "part-uteblev"),
        ("min flickvän skär sig", "psykiatri-beroende"),
        ("barnet bor i två kommuner, jag bor i eslöv och pappan i höör", "barn"),
        ("vårt barnbarn på 7 år far illa", "oro-barn"),
        ("planen vi har i arvika följs inte", "plan-andras"),
        ("e ensam o vill prata me nån", "nagon-att-prata-med"),
        ("vem ringer jag, pappa 88", "aldre"),
        ("jag e mamma till en kille 19 me psykos", "psykiatri-beroende"),
        ("hemtjänsten glömde mamma igår", "hjalp-uteblev"),
        ("läkaren vill inte vara me på sip", "part-uteblev"),
        ("vem ansvarar för sipen", "plan-andras"),
        ("hur gör jag en ivo anmälan om hemtjänsten", "klagomal"),
        ("jag är lärare å har en elev som mår dåligt", "barn"),
        ("sjukhuset ska skriva ut mormor på fredag", "sjukhus"),
    ],
)
def test_the_situation_is_heard_in_everyday_words(reader: ContactReader, words: str, situation: str) -> None:
    assert reader.read(words).situation == situation


@pytest.mark.parametrize(
    "words",
    [
        "både soc och psyk säger nej",
        "både socialtjänsten och vårdcentralen sa nej",
    ],
)
def test_a_no_from_both_sides_is_a_no_from_both(reader: ContactReader, words: str) -> None:
    told = reader.read(words)
    assert (told.situation, told.refused_by) == ("nekad", "both")


@pytest.mark.parametrize(
    "words",
    [
        "jag har väntat 2 år på utredning",
        "jag har bott här i 5 år",
        "sjukskriven sen 2 år",
        "det hände för 3 år sedan",
    ],
)
def test_years_that_have_passed_make_nobody_a_child(reader: ContactReader, words: str) -> None:
    assert reader.read(words).age_group is None


def test_a_health_centre_that_says_no_is_care(reader: ContactReader) -> None:
    assert reader.read("närhälsan backa sa nej").refused_by == "region"


def test_an_age_is_still_an_age(reader: ContactReader) -> None:
    assert reader.read("min dotter på 15 år mår dåligt").age_group == "barn"
    assert reader.read("farmor 92 år").age_group == "aldre"


@pytest.mark.parametrize(
    "words",
    [
        "vart vänder ja mej",
        "vem kan jag snacka med",
        "nr till kommunen",
        "telenr soc",
        "nummer socialjour",
        "vilket nr är det",
    ],
)
def test_a_number_may_be_asked_for_in_any_words(reader: ContactReader, words: str) -> None:
    assert reader.asks_whom(words)


@pytest.mark.parametrize(
    "words", ["god man i laholm undrar vem som kallar", "e ställföreträdare för en tjej"]
)
def test_who_speaks_for_another_by_appointment_is_a_trustee(reader: ContactReader, words: str) -> None:
    assert reader.read(words).role == "trustee"


def test_where_to_call_is_not_about_a_husband(reader: ContactReader) -> None:
    assert reader.read("vart ska man ringa om man bor här") == ContactQuery()


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("anhörig som inte orkar mer, vårdar min man", "anhorigstod"),
        ("jag vill överklaga god man", "god-man"),
        ("missnöjd med pappas gode man, vill klaga på god man", "god-man"),
        ("numret till patientnämnden", "klagomal"),
        ("min moster e blind", "lss"),
        ("ja e alkolist", "psykiatri-beroende"),
        ("pappas sip har inte hänt nåt", "plan-andras"),
        ("oroar mej för ett barn på förskolan", "oro-barn"),
        ("om hemsjukvården inte kommer", "hjalp-uteblev"),
        ("mamma vill inte", "personen-sager-nej"),
        ("jag är 17 och vill ha en sip", "barn"),
    ],
)
def test_what_was_only_hinted_at_is_heard_too(reader: ContactReader, words: str, situation: str) -> None:
    assert reader.read(words).situation == situation


@pytest.mark.parametrize(
    "words",
    [
        "soc skyller på psyk och psyk på soc",
        "kommunen sa ring vårdcentralen å dom sa ring kommunen",
        "soc och vården bollar mig mellan sig",
        "soc säger psyk å psyk säger soc",
        "jag kastas mellan soc och psyk",
    ],
)
def test_who_is_sent_between_both_has_not_been_refused(reader: ContactReader, words: str) -> None:
    told = reader.read(words)
    assert (told.situation, told.refused_by) == ("runtskickad", None)


def test_who_is_sent_between_both_and_has_a_no_is_refused(reader: ContactReader) -> None:
    assert reader.read("soc säger psyk och psyk säger nej till sip").situation == "nekad"


def test_the_one_complained_of_may_be_named_in_the_next_message(reader: ContactReader) -> None:
    told = reader.read("jag vill klaga")
    told = told.with_newer(reader.read("på hemtjänsten", before=told))
    assert (told.situation, told.refused_by) == ("klagomal", "kommun")


def test_a_second_no_is_a_no_from_both(reader: ContactReader) -> None:
    told = reader.read("psyk sa nej till sip")
    assert told.refused_by == "region"
    told = told.with_newer(reader.read("fast soc sa också nej", before=told))
    assert (told.situation, told.refused_by) == ("nekad", "both")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("jobbar på vårdcentralen i mora", "region"),
        ("jag är sjuksköterska i kommunen", "kommun"),
        ("biståndshandläggare här, behöver nå psykiatrin", "kommun"),
        ("jag är kurator på en skola, vem ringer jag på bup", "kommun"),
        ("jag jobbar på försäkringskassan o vill nå kommunen", None),
        ("vi har en patient som soc inte vill träffa", None),
        ("jag bor i mora", None),
    ],
)
def test_staff_tell_on_which_side_they_work(reader: ContactReader, words: str, side: str | None) -> None:
    assert reader.read(words).works_for == side


def test_where_staff_work_is_not_changed_by_the_other_side(reader: ContactReader) -> None:
    told = reader.read("jag är sjuksköterska i kommunen")
    told = told.with_newer(reader.read("vi har en brukare som psykiatrin inte vill ha med", before=told))
    assert told.works_for == "kommun"


@pytest.mark.parametrize(
    "words",
    [
        "behöver nå kommunen om en sip",
        "behöver komma i kontakt med psykiatrin",
        "vem hjälper oss",
        "vilken vårdcentral ska jag ringa",
    ],
)
def test_to_reach_somebody_is_to_ask_whom(reader: ContactReader, words: str) -> None:
    assert reader.asks_whom(words)


def test_what_is_told_is_enough_where_somebody_has_to_act(reader: ContactReader) -> None:
    assert reader.at_once("klagomal", asks=True)
    assert reader.at_once("plan-andras", asks=False)
    assert not reader.at_once("plan-andras", asks=True)
    assert not reader.at_once("barn", asks=False)


def test_the_mother_of_ones_children_is_not_ones_own(reader: ContactReader) -> None:
    assert reader.read("mamman till mina barn dricker").whom != "min mamma"
    assert reader.read("min syster undrar om vår mamma").whom == "vår mamma"


def test_an_age_may_be_told_in_short_words(reader: ContactReader) -> None:
    assert reader.read("min mamma hon e 84 bor i alingsås").situation == "aldre"
