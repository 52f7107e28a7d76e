"""Who writes decides what is said: the words first, a guess only where nothing speaks against it."""

import pytest

from actions.crisis import CrisisSignal
from actions.crisis.texts import crisis_texts
from actions.replies.crisis import concern_reply, told


@pytest.mark.parametrize(
    ("text", "guess", "person"),
    [
        ("jag är 13 år och vill dö", "self", "child"),
        ("jag går i sexan och pappa slår mig", "", "child"),
        ("min man slår mig", "other", "self"),
        ("min man slår mig", "child", "self"),
        ("min sambo slår mig och jag är rädd", "child", "self"),
        ("barnens pappa hotar mig", "child", "self"),
        ("my husband hits me", "child", "self"),
        ("han slår mig", "child", "child"),
        ("min mammas man slår mig", "child", "child"),
        ("min fru slår mig", "self", "man"),
        ("hustrun slår mig med käppen", "self", "man"),
        ("jag är 81 år och orkar inte leva", "self", "older"),
        ("jag är rädd att jag ska skada mitt barn", "parent", "harmer"),
        ("min brukare säger att hon vill dö", "other", "staff"),
        ("min dotter har skurit sig", "parent", "parent"),
        ("mamma har ramlat och ligger på golvet", "", ""),
        ("mamma har ramlat och ligger på golvet", "other", "other"),
        ("allt är svart", "", ""),
    ],
)
def test_who_writes(text: str, guess: str, person: str) -> None:
    assert crisis_texts().person_of(text, guess) == person


def test_whose_life_it_is_is_not_guessed_where_somebody_close_is_named() -> None:
    thanked = "min son tackade för allt jag gjort för honom"
    assert crisis_texts().person_of(thanked, "self", by_another=False) == ""
    assert (
        crisis_texts().person_of("min man har lämnat mig och jag vill inte leva", "self", by_another=False)
        == "self"
    )


@pytest.mark.parametrize(
    ("text", "guess", "known", "person"),
    [
        ("hon säger att hon inte vill leva", "self", "parent", "parent"),
        ("jag orkar inte leva", "", "parent", "self"),
        ("jag är ensam med honom, ibland tänker jag att det vore bättre utan mig", "self", "parent", "self"),
        ("jag sitter bredvid honom och vill bara bort från allt", "self", "parent", "self"),
        ("jag vill dö", "self", "child", "child"),
        ("min kompis vill ta livet av sig", "other", "child", "other"),
        ("han skär sig", "self", "staff", "staff"),
        ("jag är så rädd, min mamma har tagit tabletter", "other", "staff", "other"),
        ("min son har tagit tabletter", "", "other", "parent"),
        ("han skär sig", "staff", "", ""),
        ("hon vill inte leva", "self", "", "other"),
    ],
)
def test_what_the_talk_has_told_comes_before_a_guess(text: str, guess: str, known: str, person: str) -> None:
    assert crisis_texts().person_of(text, guess, known, by_another=False) == person


def test_a_neighbour_is_a_bystander() -> None:
    texts = crisis_texts()
    assert texts.person_of("karln i trappan rör sig inte", "self", by_another=False) == "other"
    under = "jag bor under en dam som har bankat hela natten"
    assert texts.person_of(under, "other", by_another=False) == "other"
    assert texts.person_of(under, "self", by_another=False) == ""


def test_where_somebody_else_is_the_danger_he_is_not_the_one_in_need() -> None:
    texts = crisis_texts()
    assert texts.person_of("han låste dörren, jag kom inte ut", "self", "other") == "self"
    assert texts.person_of("han slår henne", "self", "other") == "other"


def test_a_kind_that_needs_words_is_not_believed_without_them() -> None:
    found = CrisisSignal("overdose", "acute")
    assert told("han gick ut mitt i natten i nattskjorta", found)[0] == "general"
    assert told("han har svalt något", found)[0] == "overdose"


def test_words_that_name_a_situation_may_begin_in_the_message_before() -> None:
    heard = CrisisSignal("general", "acute", before="min bebis är tre veckor")
    assert told("jag är rädd för att vara själv med henne", heard)[0] == "new-parent"
    assert told("vad är en SIP", heard)[0] == "general"


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("pappa har kommit hem med hagelgeväret och tror att vi är tjuvar", "weapon"),
        ("han står i köket med en kniv", "weapon"),
        ("hon sitter med kniven mot armen", "self-harm"),
        ("då hade jag gått och lagt mig i skogen och aldrig kommit hem", "suicide"),
        ("han har kniven mot strupen på sig", "violence"),
        ("min son ska skjuta i matsalen på måndag", "danger-to-others"),
        ("de ska skjuta upp mötet i skolan", "general"),
        ("exet skrev att jag ska dö i natt", "violence"),
        ("hon har märken runt halsen och han är kvar i rummet", "violence"),
        ("gubben är full och slår sönder köket", "violence"),
        ("pappa ska gifta bort mig i sommar", "honour"),
        ("de såg mig med en kille, nu säger de att de ska döda mig", "honour"),
        ("bebisen är slapp och vill inte riktigt vakna", "illness"),
        ("jag ska hugga ner min handläggare", "danger-to-others"),
        ("jag väntar utanför socialkontoret och har kniven med mig", "danger-to-others"),
        ("på boendet lägger de sig på mig tills jag inte får luft", "abuse-in-care"),
        ("boendestödjaren har låst in mig", "abuse-in-care"),
    ],
)
def test_a_weapon_in_somebodys_hands_and_a_plan_to_hurt_many_have_words_of_their_own(
    text: str, situation: str
) -> None:
    assert told(text, CrisisSignal("general", "acute"))[0] == situation


@pytest.mark.parametrize(
    "text",
    [
        "läkaren sa att jag ska dö av cancern",
        "halsen är svullen och jag har märkt det länge",
        "vi ska gifta oss i sommar",
        "jag har en pojkvän och han får vara med på mötet",
        "bebisen sover gott",
        "jag vill inte skada någon",
        "på boendet lägger de upp en lista",
        "han har boendestöd men har last in sig med rakblad",
    ],
)
def test_words_that_only_look_alike_name_no_situation(text: str) -> None:
    assert crisis_texts().situation_named(text) == ""


def test_who_is_hit_by_somebody_with_dementia_gets_words_of_their_own() -> None:
    found = CrisisSignal("violence", "acute", "self", before="min mamma är 84 och har demens")
    assert told("hon slog till mig när jag tog av kappan", found)[0] == "confused-hits"
    assert told("han slog till mig i går", CrisisSignal("violence", "acute", "self"))[0] == "violence"


@pytest.mark.parametrize(
    "text", ["mamma är dement och har slagit i huvudet", "pappa har alzheimer, ramlade och slog sig illa"]
)
def test_who_has_dementia_and_hits_their_head_hits_nobody(text: str) -> None:
    assert told(text, CrisisSignal("illness", "acute", "other"))[0] == "illness"


@pytest.mark.parametrize(
    "text",
    [
        "mamma är dement och slår mig när jag duschar henne",
        "pappa är 79 och slår mamma",
        "mamma slår hemtjänsten och mig",
        "pappa slår mina barn när han är full",
    ],
)
def test_who_helps_an_old_parent_is_taken_for_no_child(text: str) -> None:
    guessed = CrisisSignal("violence", "acute", "child")
    assert told(text, guessed)[1] != "child"
    assert told("jag är 12 och " + text, guessed)[1] == "child"
    assert told("pappa slår mig när han är full", guessed)[1] == "child"


def test_the_models_kind_comes_before_the_patterns() -> None:
    found = CrisisSignal("overdose", "acute", "self")
    assert told("jag vill dö, har tagit alla mina tabletter", found) == ("overdose", "self")


def test_when_the_model_does_not_know_the_pattern_decides() -> None:
    assert told("jag vill dö", CrisisSignal("general", "acute"))[0] == "suicide"


def test_heavy_words_are_met_with_care_and_acute_ones_with_the_crisis_answer_alone() -> None:
    care = concern_reply("x", CrisisSignal("general", "heavy"))
    assert care is not None and care.custom == {"care": "heavy"}
    mild = concern_reply("x", CrisisSignal("general", "heavy", acute=0.001))
    assert mild is not None and "1177" in mild.text and "112*" not in mild.text
    upset = concern_reply("x", CrisisSignal("", "upset"))
    assert upset is not None and upset.custom == {} and "112" not in upset.text
    urgent = concern_reply("x", CrisisSignal("general", "urgent"))
    assert urgent is not None and urgent.text.startswith("Är det fara för liv, ring **112**")
    assert concern_reply("x", CrisisSignal("general", "acute")) is None
    dark = concern_reply("x", CrisisSignal("suicide-indirect", "urgent"))
    assert dark is not None and "90101" in dark.text and "112" in dark.text
    named = concern_reply("min nyfödda skriker, jag är så trött", CrisisSignal("general", "urgent"))
    assert named is not None and "BVC" in named.text
