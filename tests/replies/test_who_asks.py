"""Who asks is remembered through the conversation, until they say something else."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from actions.content.models import Role
from actions.replies.answers import Asker
from actions.replies.knowledge import Knowledge
from actions.replies.told import told_kept, told_so_far, wants_contact
from actions.replies.who_asks import (
    asker_kept,
    codes_named,
    is_no_staff,
    person_told,
    says_only_who,
    who_asks,
)
from actions.routing.query import ContactQuery
from tests.replies.said import after, pressed, said

DAY = date(2026, 12, 1)


@pytest.mark.parametrize("words", ["jag e 79 själv", "jag är 52 år"])
def test_who_asks_for_somebody_else_may_say_how_old_they_are(known: Knowledge, words: str) -> None:
    relative = after(role=Role.RELATIVE, told=ContactQuery(role="relative", whom="min fru"))
    assert who_asks(said(words), relative, known.places).role is Role.RELATIVE
    assert told_so_far(known, said(words), relative) == relative.told
    assert not says_only_who(said(words), relative)
    assert who_asks(said(words), after(), known.places).role is None


@pytest.mark.parametrize("words", ["det gäller mig själv", "han är 24", "han är 19 år nu"])
def test_who_says_only_for_whom_it_is_gets_the_answer_before_in_the_right_words(words: str) -> None:
    assert says_only_who(said(words), after(role=Role.PARENT))


@pytest.mark.parametrize("words", ["han är 9", "han är 24, får han säga nej", "han vill inte"])
def test_who_asks_or_tells_something_else_is_answered(words: str) -> None:
    assert not says_only_who(said(words), after(role=Role.PARENT))


def test_a_parent_stays_a_parent_until_they_ask_for_themselves(known: Knowledge) -> None:
    parent = after(role=Role.PARENT)
    assert who_asks(said("vad kostar det"), parent, known.places).role is Role.PARENT
    assert who_asks(said("det gäller mig själv"), parent, known.places).role is None


@pytest.mark.parametrize(
    "words", ["jag är 16, räcker det att säga det till skolsköterskan", "jag går i nian, kan mamma läsa allt"]
)
def test_who_tells_that_they_are_under_18_and_asks_for_themselves_is_met_as_that(
    known: Knowledge, words: str
) -> None:
    asker = who_asks(said(words), after(), known.places)
    assert asker.role is Role.MINOR
    assert asker_kept(said(words), after(), asker, known.places)["role"] == "Under 18 år"
    assert who_asks(said(words), after(role=Role.RELATIVE), known.places).role is Role.MINOR


@pytest.mark.parametrize(
    "words",
    ["vad kostar det", "det gäller mig själv", "min mamma vill inte", "får de berätta för pappa", ""],
)
def test_they_stay_so_also_when_they_name_their_family(known: Knowledge, words: str) -> None:
    assert who_asks(said(words, by_staff=0.9), after(role=Role.MINOR), known.places).role is Role.MINOR


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("det gäller inte mig", Role.RELATIVE),
        ("det gäller min mormor", Role.RELATIVE),
        ("min lillebror behöver hjälp", Role.RELATIVE),
        ("min farmor är 81 år", Role.RELATIVE),
        ("jag är 15 och min syster behöver en SIP", Role.RELATIVE),
        ("jag är kurator på skolan", Role.STAFF),
        ("min son är 9 år", Role.PARENT),
        ("jag är 19", None),
    ],
)
def test_until_it_is_about_somebody_else_or_they_are_of_age(
    known: Knowledge, words: str, role: Role | None
) -> None:
    assert who_asks(said(words), after(role=Role.MINOR), known.places).role is role


def test_who_told_where_to_call_that_they_are_under_18_need_not_tell_again(known: Knowledge) -> None:
    called = after(told=ContactQuery(role="minor"))
    assert who_asks(said("vad kostar det"), called, known.places).role is Role.MINOR
    later = after(told=ContactQuery(role="minor"), role=Role.RELATIVE)
    assert who_asks(said("vad kostar det"), later, known.places).role is Role.RELATIVE


def test_a_relative_is_staff_only_when_that_is_said_plainly(known: Knowledge) -> None:
    relative = after(role=Role.RELATIVE)
    assert who_asks(said("vad gör de för patienten"), relative, known.places).role is Role.RELATIVE
    assert who_asks(said("jag är sjuksköterska i hemsjukvården"), relative, known.places).role is Role.STAFF


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("han säger ja ena dagen och nej nästa", Role.STAFF),
        ("mamman säger ja men pappan svarar inte", Role.STAFF),
        ("hon är 16, inte vuxen", Role.STAFF),
        ("nej vi är hemtjänst, inte vårdcentral", Role.STAFF),
        ("det är jag som är LSS-handläggaren", Role.STAFF),
        ("min egen mamma behöver också en", Role.RELATIVE),
        ("jag är inte personal, jag är hennes mamma", Role.PARENT),
        ("nej jag jobbar inte med det", None),
    ],
)
def test_staff_stay_staff_until_they_say_that_they_are_close(
    known: Knowledge, words: str, role: Role | None
) -> None:
    assert who_asks(said(words), after(role=Role.STAFF), known.places).role is role


@pytest.mark.parametrize(
    "words",
    ["det är jag som är hennes socialsekreterare", "jag är rektorn", "jag sitter ju i skolan"],
)
def test_staff_may_say_so_in_the_midst_of_a_talk(known: Knowledge, words: str) -> None:
    assert who_asks(said(words), after(), known.places).role is Role.STAFF


def test_staff_are_known_by_their_manner_where_no_words_tell(known: Knowledge) -> None:
    role = partial(who_asks, conversation=after(), places=known.places)
    assert role(said("vad skrivs ner i planen efteråt", by_staff=0.7)).role is Role.STAFF
    assert role(said("vad skrivs ner i planen efteråt", by_staff=0.4)).role is None
    assert role(said("min mamma sade nej, vad skrivs ner", by_staff=0.7)).role is Role.RELATIVE
    assert role(said("det gäller mig, vad skrivs ner", by_staff=0.7)).role is None
    parent = after(role=Role.PARENT)
    assert role(said("vad skrivs ner", by_staff=0.7), conversation=parent).role is Role.PARENT


def test_a_few_words_show_only_that_it_may_be_staff(known: Knowledge) -> None:
    for words in ("vem kallar till mötet", "vem skriver planen"):
        few = who_asks(said(words, by_staff=0.9), after(), known.places)
        assert few.role is None and few.perhaps_staff
        assert asker_kept(said(words, by_staff=0.95), after(), few, known.places)["role"] is None
    later = who_asks(said("vem skriver planen", by_staff=0.9), after(by_staff=(0.9,)), known.places)
    assert later.role is Role.STAFF


def test_who_may_be_staff_and_says_nothing_of_it_is_perhaps_staff(known: Knowledge) -> None:
    perhaps = partial(who_asks, conversation=after(), places=known.places)
    assert perhaps(said("vad skrivs ner", by_staff=0.5)).perhaps_staff
    for words, by_staff in (
        ("vad skrivs ner", 0.3),
        ("vad skrivs ner i planen efteråt", 0.7),
        ("vad ska jag skriva ner", 0.5),
    ):
        assert not perhaps(said(words, by_staff=by_staff)).perhaps_staff


@pytest.mark.parametrize(("by_staff", "kept"), [(0.7, None), (0.95, "Personal")])
def test_a_role_shown_by_manner_alone_is_kept_only_when_sure(
    known: Knowledge, by_staff: float, kept: str | None
) -> None:
    turn = said("vad skrivs ner i planen efteråt", by_staff=by_staff)
    asker = who_asks(turn, after(), known.places)
    assert asker_kept(turn, after(), asker, known.places)["role"] == kept


def test_easy_words_are_kept_once_asked_for(known: Knowledge) -> None:
    assert who_asks(said("vad kostar det"), after(easy=True), known.places).easy
    assert not who_asks(said("vad kostar det"), after(), known.places).easy


@pytest.mark.parametrize(
    ("words", "municipality", "local"),
    [("vad gäller i Borås", "", True), ("och kostnaden", "1490", True), ("vad gäller i Nacka", "", False),
     ("vad gäller", "", False), ("vad gäller i Västra Götaland", "", True)],
)  # fmt: skip
def test_what_holds_in_vastra_gotaland_is_said_to_who_lives_there(
    known: Knowledge, words: str, municipality: str, local: bool
) -> None:
    assert who_asks(said(words), after(municipality=municipality), known.places).in_vastra_gotaland is local


def test_one_place_is_kept_and_the_region_where_only_that_is_known(known: Knowledge) -> None:
    asker = Asker(None, True, DAY)
    assert asker_kept(said("i Borås"), after(), asker, known.places)["municipality"] == "1490"
    assert asker_kept(said("hos oss i regionen"), after(), asker, known.places)["municipality"] == "14"
    known_already = asker_kept(said("hos oss"), after(municipality="1490"), asker, known.places)
    assert known_already == {"role": None, "own": False, "easy": False}


def test_no_words_name_no_place(known: Knowledge) -> None:
    assert codes_named("", known.places) == []


def test_what_was_told_before_is_not_asked_again(known: Knowledge) -> None:
    before = after(told=ContactQuery(place="1490"))
    assert told_so_far(known, pressed("hitta-kontakt"), before).place == "1490"
    assert told_so_far(known, said("nu i Lerum"), before).place == "1441"


def test_facts_that_are_kept_already_are_not_kept_again() -> None:
    told = ContactQuery(place="1490")
    assert told_kept(after(told=told), told) == {}
    assert told_kept(after(), told) == {"told": {"place": "1490"}, "municipality": "1490"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("vem ringer jag i Lerum", True),
        ("vem ringer jag", False),
        ("vad kostar det i Lerum", False),
        ("", False),
    ],
)
def test_whom_to_call_is_said_when_it_is_asked_and_can_be_told(
    known: Knowledge, words: str, wanted: bool
) -> None:
    assert wants_contact(known, said(words), after()) is wanted
    assert not wants_contact(known, said(words), after(task="draft"))


@pytest.mark.parametrize(
    ("words", "role", "told_role", "age_group", "by_staff", "person"),
    [
        ("hon vill dö", Role.PARENT, None, None, 0.0, "parent"),
        ("hon vill dö", None, "relative", None, 0.0, "other"),
        ("jag är kurator, hon vill dö", None, None, None, 0.0, "staff"),
        ("jag vill dö", Role.MINOR, None, None, 0.0, "child"),
        ("jag är 12 år och vill dö", Role.RELATIVE, None, None, 0.0, "child"),
        ("dagarna är långa", None, None, "aldre", 0.0, "older"),
        ("hon vill dö", Role.RELATIVE, None, "aldre", 0.0, "other"),
        ("Uttalar önskan att dö", None, None, None, 0.9, "staff"),
        ("jag vill dö", None, None, None, 0.9, ""),
    ],
)
def test_who_is_spoken_to_in_danger_is_what_was_told(
    words: str, role: str | None, told_role: str | None, age_group: str | None, by_staff: float, person: str
) -> None:
    assert person_told(words, role, told_role, age_group, by_staff) == person


@pytest.mark.parametrize(
    "words", ["om han vägrar prata med dom", "min fru är rädd för soc", "han är 14 inte vuxen"]
)
def test_a_parent_who_says_he_or_names_the_other_parent_is_a_parent_still(
    known: Knowledge, words: str
) -> None:
    assert who_asks(said(words), after(role=Role.PARENT), known.places).role is Role.PARENT


def test_a_parent_who_asks_for_their_own_mother_is_a_grown_relative(known: Knowledge) -> None:
    asker = who_asks(said("min mamma då, hon är dement"), after(role=Role.PARENT), known.places)
    assert asker.role is Role.RELATIVE


@pytest.mark.parametrize(
    "words",
    ["måste hon sitta med", "vem bestämmer, jag eller mamma", "mamma vill vara med men jag vill inte"],
)
def test_who_asks_for_themselves_goes_on_doing_so_when_they_name_somebody(
    known: Knowledge, words: str
) -> None:
    first = said("jag är 19 och har en ätstörning")
    kept = asker_kept(first, after(), who_asks(first, after(), known.places), known.places)
    assert kept["own"] is True
    own = after(own=True)
    assert who_asks(said(words), own, known.places).role is None
    assert told_so_far(known, said(words), own).whom is None
    assert asker_kept(said(words), own, who_asks(said(words), own, known.places), known.places)["own"]
    assert who_asks(said(words), after(), known.places).role is Role.RELATIVE


def test_until_it_is_about_somebody_else(known: Knowledge) -> None:
    own, other = after(own=True), said("min mamma är 84 och behöver hjälp")
    asker = who_asks(other, own, known.places)
    assert asker.role is Role.RELATIVE
    assert asker_kept(other, own, asker, known.places)["own"] is False
    assert told_so_far(known, other, own).whom == "min mamma"


def test_who_is_only_named_beside_makes_nobody_a_parent(known: Knowledge) -> None:
    grandmother = after(role=Role.RELATIVE, told=ContactQuery(whom="mitt barnbarn", age_group="barn"))
    beside = said("min dotter och jag pratar inte, får soc säga något till mig")
    assert who_asks(beside, grandmother, known.places).role is Role.RELATIVE


def test_a_god_man_stays_one_and_is_no_relative(known: Knowledge) -> None:
    first = said("jag är god man för en man på 54 år")
    assert who_asks(first, after(), known.places).role is Role.TRUSTEE
    trustee = after(role=Role.TRUSTEE)
    for words in ("han vill inte gå på möten", "vem får läsa planen"):
        assert who_asks(said(words), trustee, known.places).role is Role.TRUSTEE
    assert who_asks(said("det gäller min egen mamma nu"), trustee, known.places).role is Role.RELATIVE


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("min handläggare ska ordna det", "hon har inte hört av sig"),
        ("vem är det som leder", "hon som leder är på semester"),
        ("jag vill ha med min kurator", "hon kan bara på fredag"),
    ],
)
def test_hon_is_nobody_close_where_somebody_at_work_was_named(
    known: Knowledge, before: str, words: str
) -> None:
    assert who_asks(said(words), after(antecedent=before), known.places).role is None


def test_hon_is_somebody_close_where_nobody_else_was_named(known: Knowledge) -> None:
    asker = who_asks(said("hon har fått nej"), after(antecedent="kan man få en sip"), known.places)
    assert asker.role is Role.RELATIVE


def test_a_bare_age_under_18_is_that_of_who_has_named_nobody(known: Knowledge) -> None:
    begun = after(antecedent="jag vet inte om jag vill ha en sip")
    assert who_asks(said("16"), begun, known.places).role is Role.MINOR
    assert who_asks(said("15 snart"), begun, known.places).role is Role.MINOR
    assert who_asks(said("16"), after(role=Role.PARENT), known.places).role is Role.PARENT
    assert who_asks(said("16"), after(), known.places).role is None


def test_a_parent_who_names_the_other_one_is_a_parent_still(known: Knowledge) -> None:
    parent = after(role=Role.PARENT)
    assert who_asks(said("och om pappan ändrar sig"), parent, known.places).role is Role.PARENT
    assert who_asks(said("samma för mormor?"), parent, known.places).role is Role.PARENT
    assert who_asks(said("min pappa behöver hemtjänst"), parent, known.places).role is Role.RELATIVE


def test_who_asks_for_a_grown_person_may_name_the_children(known: Knowledge) -> None:
    wife = after(role=Role.RELATIVE, told=ContactQuery(whom="min man"))
    assert who_asks(said("och vår son är emot alltihop"), wife, known.places).role is Role.RELATIVE
    assert who_asks(said("nu gäller det min son som är 9"), wife, known.places).role is Role.PARENT


def test_who_asks_for_themselves_may_speak_of_hon(known: Knowledge) -> None:
    assert who_asks(said("hon har bara tid på måndagar"), after(own=True), known.places).role is None


def test_who_speaks_of_themselves_and_surely_does_not_write_as_staff_is_none(known: Knowledge) -> None:
    mine = said("måste jag gå dit och kostar det något", by_staff=0.01)
    assert is_no_staff(mine, after())
    assert not is_no_staff(replace(mine, by_staff=0.3), after())
    assert not is_no_staff(said("vem kallar", by_staff=0.01), after())
    assert not is_no_staff(mine, after(role=Role.STAFF))


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("min sambo, får han ringa dem då", None),
        ("mamma vill vara med på allt", None),
        ("min mamma har fått nej på sin begäran", Role.RELATIVE),
        ("pappa ramlar hela tiden", Role.RELATIVE),
        ("min mormor är 84", Role.RELATIVE),
        ("det gäller min bror", Role.RELATIVE),
    ],
)
def test_who_has_spoken_of_themselves_names_others_beside_unless_it_is_about_them(
    known: Knowledge, words: str, role: Role | None
) -> None:
    begun = after(antecedent="jag undrar hur det går till", says_i=True)
    assert who_asks(said(words), begun, known.places).role is role
