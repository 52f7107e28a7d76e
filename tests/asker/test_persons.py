"""Who asks, and for whom, on sentences written by another hand: `nlu_data/tests/persons.jsonl`."""

import json
from pathlib import Path

import pytest

from actions.asker.reading import Told, read_asker
from actions.content.models import Role
from actions.content.yaml_files import read_yaml
from actions.settings import ROOT

_ASKERS = {
    Role.STAFF: "staff",
    Role.PARENT: "parent",
    Role.RELATIVE: "relative",
    Role.TRUSTEE: "relative",
    None: "self",
}
_FLOOR = 0.97


def test_nearly_all_are_met_as_who_they_are() -> None:
    """The parent of somebody of age is answered as any other close person."""
    lines = (ROOT / "nlu_data" / "tests" / "persons.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wrong = [row["text"] for row in rows if not _right(row, _ASKERS[read_asker(row["text"]).role])]
    assert len(wrong) <= (1 - _FLOOR) * len(rows), "\n".join(wrong)


def test_who_asks_and_in_whose_words_to_answer() -> None:
    """A minor is one who asks for themselves, and is given words of their own."""
    groups = read_yaml(Path(__file__).with_name("who_asks.yml"))
    rows = [(text, asker) for asker, texts in groups.items() for text in texts]
    wrong = [text for text, asker in rows if _met(read_asker(text)) != asker]
    assert len(wrong) <= (1 - _FLOOR) * len(rows), "\n".join(wrong)


def _met(told: Told) -> str:
    return "minor" if told.voice == "minor" else _ASKERS[told.role]


def _right(row: dict[str, str], read: str) -> bool:
    grown = row["asker"] == "parent" and row["about"] == "adult"
    return read == row["asker"] or (grown and read == "relative")


@pytest.mark.parametrize(
    "text",
    [
        "kan min man hindra mig från att få en sip",
        "jag vill ha med min syster på mötet",
        "får min mamma läsa min plan",
        "jag vill inte att min son är med",
        "mamma säger jag ska be om en plan",
    ],
)
def test_somebody_named_in_a_first_person_question_changes_nobody(text: str) -> None:
    assert read_asker(text).role is None


@pytest.mark.parametrize(
    "text",
    [
        "Jag är sjuksköterska. Vem kallar?",
        "vi på äldreboendet undrar",
        "i min roll som kurator",
        "När upprättas planen och vilka parter omfattas?",
        "LSS-handläggare här. Vi har en kille på 24 med daglig verksamhet.",
        "MAS. Räcker hemsjukvård och vårdcentral?",
        "BVC-sköterska. En mamma mår dåligt, kan vi kalla?",
        "Är boendestödjare. Gäller en gammal SIP?",
        "hemtjänsten här, en dam tar inte sina mediciner",
        "jag läser till undersköterska, ska vi kunna SIP",
    ],
)
def test_staff_are_known_by_what_they_say_they_are_and_by_how_they_write(text: str) -> None:
    assert read_asker(text).role is Role.STAFF


@pytest.mark.parametrize(
    "text", ["Läkare sa nej. Vad gör jag nu?", "Jag är hennes sekreterare på heltid, kan någon ta över"]
)
def test_who_only_names_a_profession_is_no_staff(text: str) -> None:
    assert read_asker(text).role is not Role.STAFF


@pytest.mark.parametrize(
    "text",
    [
        "pappan till mina barn vill inte skriva på för sonen",
        "har en son på 8 år som inte är i skolan",
        "vi har delad vårdnad, måste båda säga ja",
        "sonen fyller 18 i mars, vad händer då",
        "pappan bor utomlands och skolan väntar på hans underskrift",
        "vi är oense om diagnosen, mamman tror på den men inte jag",
    ],
)
def test_a_parent_is_known_by_the_child(text: str) -> None:
    assert read_asker(text).role is Role.PARENT


def test_a_child_of_age_is_no_longer_one_to_decide_for() -> None:
    assert read_asker("min dotter är 20 år och behöver hjälp").role is Role.RELATIVE
    assert read_asker("min dotter är 8 år och behöver hjälp").role is Role.PARENT


@pytest.mark.parametrize(
    "text", ["vad kostar det i VGR", "gäller det i Skaraborg", "han ligger på Sahlgrenska"]
)
def test_the_region_is_known_by_its_names_and_hospitals(text: str) -> None:
    assert read_asker(text).vastra_gotaland


def test_easy_swedish_can_be_asked_for() -> None:
    assert read_asker("kan du säga det på lätt svenska").easy
    assert not read_asker("vad är en sip").easy


@pytest.mark.parametrize(
    ("text", "voice", "whom", "age"),
    [
        ("min mamma är 84 och bor i Alingsås", "relative", "min mamma", 84),
        ("jag är 45 och vår son är 9", "parent", "vår son", 9),
        ("min son är 22 och sjuk", "relative", "min son", 22),
        ("jag är god man för en kvinna", "trustee", None, None),
        ("min dotter är god man åt mig", "self", None, None),
        ("jag är 15 och mår dåligt", "minor", None, 15),
        ("jag jobbar på vårdcentralen", "professional", None, None),
        ("vem kallar till mötet", None, None, None),
        ("soc i Partille sa nej", None, None, None),
        ("jag är inlagd och min man undrar", "self", None, None),
        ("vad händer när jag blir utskriven", "self", None, None),
        ("ska jag skickas hem i morgon", "self", None, None),
    ],
)
def test_the_words_to_say_are_those_of_the_one_who_calls(
    text: str, voice: str | None, whom: str | None, age: int | None
) -> None:
    told = read_asker(text)
    assert (told.voice, told.age) == (voice, age)
    assert told.whom == whom


@pytest.mark.parametrize(
    "text",
    [
        "Har man rätt till en kopia om man ber om det?",
        "var får man tag i en tolk",
        "var anmäler man att hissen är trasig, jag sitter i rullstol",
        "mitt huvudansvarig har slutat",
        "Får min kompis följa med? hon kan teckenspråk",
        "kan min fru och jag ha en plan ihop",
        "jag vill ha med min assistent, räknas hon som personal",
        "måste min sambo va me",
        "jag ligger på lasarettet och ska hem på torsdag",
        "för ett år sen slog min pojkvän mig, måste soc veta var jag bor",
        "kommer mamma få vara med på mötet",
        "jag vill inte att pappa ska vara där",
        "min son brukar tolka åt mig på läkarbesök",
        "ja måste vara nykter sa hon",
        "handläggaren på soc sa att det gör vi inte",
        "kan min son tolka, han är 12",
        "min dotter kan prata för mig?",
        "måste han få veta att jag har sip, vi har en dotter ihop",
        "nej det är min egen sip, får soc berätta för barnens pappa",
        "mamma säger att det blir ett möte om mig",
        "min bror han dog för länge sen, jag vill bara veta vem som kommer",
    ],
)
def test_who_asks_for_themselves_is_not_taken_for_somebody_close(text: str) -> None:
    assert read_asker(text).role is None


@pytest.mark.parametrize(
    "text",
    [
        "jag är 13 och bor hos pappa som dricker, kan jag få hjälp",
        "nä jag är 15, det är jag som är eleven",
        "min kurator på skolan vill att jag ska gå på ett möte",
    ],
)
def test_a_child_who_tells_of_a_parent_or_of_school_is_a_child(text: str) -> None:
    assert read_asker(text).voice == "minor"


def test_a_child_who_is_not_placed_makes_nobody_a_foster_parent() -> None:
    assert read_asker("han är placerad hemma hos oss").foster
    assert not read_asker("han är inte placerad, han bor hos mig varannan vecka").foster
