"""Words of danger are remembered in the next message, and who is protected is never asked for a place."""

from dataclasses import replace
from functools import partial

import pytest

from actions.crisis import CrisisSignal
from actions.replies.after_crisis import HEAVY, Care
from actions.replies.answering import answer_crisis
from actions.replies.cared_for import (
    by_words_alone,
    care_after,
    goes_on,
    in_light_of,
    is_cared_for,
    is_protected,
    met_with_care,
    said_again,
    still_urgent,
    weighed_danger,
    words_of_care,
)
from actions.replies.knowledge import Knowledge
from actions.thresholds import REMEMBERS_CARE, REMEMBERS_DANGER
from tests.replies.said import after, pressed, said

SUICIDE = Care(situation="suicide", person="self")
CHILD = Care(situation="suicide", person="child")
PROTECTED = "jag har skyddad identitet"


def test_a_short_no_after_words_of_danger_gets_help_and_not_a_form(known: Knowledge) -> None:
    met = met_with_care(known.store, said("nej", "nej"), after(care=SUICIDE))
    assert met and met.replies[0].custom == {"topic": "kris", "care": "acute"}
    assert met.replies[0].buttons and met.next == "turn"


def test_what_is_not_understood_after_words_of_danger_gets_a_human_to_call(known: Knowledge) -> None:
    met = met_with_care(known.store, said("blargh", confidence=0.3), after(care=SUICIDE))
    assert met and "90101" in met.replies[0].text


def test_a_sure_question_after_words_of_danger_is_answered(known: Knowledge) -> None:
    assert met_with_care(known.store, said("vad kostar en sip", "kostnad"), after(care=SUICIDE)) is None
    assert met_with_care(known.store, said("kostar", "kostnad", 0.6), after(care=SUICIDE)) is not None
    assert met_with_care(known.store, said("hejsan på dig", "halsning"), after(care=SUICIDE)) is not None


def test_who_names_sip_after_words_of_danger_is_answered_however_unsure(known: Knowledge) -> None:
    unsure = said("nån sa sip va e de", confidence=0.2)
    assert met_with_care(known.store, unsure, after(care=SUICIDE)) is None


@pytest.mark.parametrize(
    "words",
    [
        "Nej, det är ingen fara",
        "?? det är ingen fara med nån",
        "ring inte 112, jag är bara trött",
        "du missförstår mig",
        "jag vill inte dö eller så",
        "han ska inte dö, du hör fel",
    ],
)
def test_who_says_that_nobody_is_in_danger_comes_out_of_it_at_once(known: Knowledge, words: str) -> None:
    met = met_with_care(known.store, said(words), after(care=SUICIDE))
    assert met and met.kept["care"] == Care(denied=True, person="self").model_dump()
    assert "112" in met.replies[0].text and "90101" in met.replies[0].text
    assert "care" not in met.replies[0].custom
    heavy = met_with_care(known.store, said(words, danger=CrisisSignal("", "heavy")), after(care=SUICIDE))
    assert heavy and [reply.custom.get("care") for reply in heavy.replies] == ["heavy", None]


def test_who_asks_something_in_the_same_breath_is_answered(known: Knowledge) -> None:
    asks = said("hej nej ingen är i kris. vad är en sip", "vad-ar-sip", 0.6)
    assert met_with_care(known.store, asks, after(care=SUICIDE)) is None
    unclear = said("nej nej jag är bara trött. vad ska man ta med till mötet", confidence=0.2)
    assert met_with_care(known.store, unclear, after(care=SUICIDE)) is None
    money = said("det är pengar jag menar. hyran ska in på fredag", confidence=0.2)
    assert met_with_care(known.store, money, after(care=SUICIDE)) is None


def test_danger_in_the_same_breath_is_never_talked_away(known: Knowledge) -> None:
    turn = said("ingen fara, nu dör jag", danger=CrisisSignal("suicide", "acute"))
    met = met_with_care(known.store, turn, after(care=SUICIDE))
    assert met and met.replies[0].custom["care"] == "acute"


def test_danger_heard_once_more_in_short_words_gets_their_own_answer(known: Knowledge) -> None:
    turn = said("jag vet inte vad jag ska göra", "kris", danger=CrisisSignal("suicide", "acute"))
    again = answer_crisis(known, turn, after(care=SUICIDE)).replies[0]
    assert "Du kan vara kvar här" in again.text and again.custom == {"topic": "kris", "care": "acute"}
    assert (
        said_again(turn, after()) is None and said_again(said("jag gör det nu"), after(care=SUICIDE)) is None
    )
    assert said_again(said("jag tar mitt liv i natt"), after(care=SUICIDE)) is None


def test_the_crisis_answer_is_not_said_twice_in_the_same_words(known: Knowledge) -> None:
    turn = said("han säger att han vill dö", "kris", danger=CrisisSignal("suicide", "acute", known="parent"))
    first = answer_crisis(known, turn, after()).replies[0]
    again = answer_crisis(known, turn, after(said=frozenset({first.text}))).replies[0]
    assert again.text != first.text and "**112**" in again.text and again.custom == first.custom


@pytest.mark.parametrize(
    ("words", "heard", "care", "about_sip", "on"),
    [
        ("vem av dom ska jag be", None, SUICIDE, 0.5, True),
        ("vem av dom ska jag be", CrisisSignal("suicide", "urgent", acute=0.08), SUICIDE, 0.5, True),
        ("vem av dom ska jag be", None, SUICIDE, 0.2, False),
        ("vem av dom ska jag be", None, SUICIDE.model_copy(update={"asked": True}), 0.2, True),
        ("vem ska ta tabletterna av mig", CrisisSignal("suicide", "urgent", acute=0.35), SUICIDE, 0.5, False),
        ("vem bryr sig om jag dör", CrisisSignal("suicide", "acute"), SUICIDE, 0.9, False),
        ("boendet säger att hon inte får ge insulin", None, SUICIDE, 0.9, True),
        ("nu vill han gå och lägga sig", None, SUICIDE, 0.5, False),
        ("han sitter bredvid", None, Care(situation="suicide", asked=True), 0.1, False),
        ("vem av dom ska jag be", None, Care(situation=HEAVY), 0.5, False),
        ("", None, SUICIDE, 0.9, False),
    ],
)
def test_who_asks_of_something_else_after_words_of_danger_is_heard(
    words: str, heard: CrisisSignal | None, care: Care, about_sip: float, on: bool
) -> None:
    assert goes_on(words, heard, care, about_sip=about_sip) is on


def test_a_question_answered_after_danger_does_not_make_it_forgotten(known: Knowledge) -> None:
    care = care_after(said("vad kostar en sip", "kostnad"), SUICIDE)
    assert care and not care.is_danger and care.lately == "suicide"
    met = met_with_care(known.store, said("upptaget"), after(care=care))
    assert met and "112" in met.replies[0].text
    assert met_with_care(known.store, said("ok", "ja"), after(care=care)) is None
    for _ in range(REMEMBERS_DANGER):
        care = care_after(said("vad kostar en sip", "kostnad"), care)
    assert care is None


def test_who_says_to_feel_well_after_an_overdose_is_told_to_call_all_the_same(known: Knowledge) -> None:
    poisoned = Care(situation="overdose", person="self")
    met = met_with_care(known.store, said("jag mår bra"), after(care=poisoned))
    assert met and "Giftinformation" in met.replies[0].text
    met = met_with_care(known.store, said("jag mår bra"), after(care=SUICIDE))
    assert met and met.kept["care"] == Care(denied=True, person="self").model_dump()


def test_a_few_words_are_of_the_danger_told_before_where_they_name_no_other() -> None:
    heard, violence = (
        CrisisSignal("suicide", "acute", person="self"),
        Care(situation="violence", person="self"),
    )
    assert in_light_of("sitter en bil utanför", heard, violence) == replace(
        heard, category="violence", known="self"
    )
    assert in_light_of("jag vill inte leva", heard, violence) == heard
    assert in_light_of("sitter en bil utanför", heard, None) == heard


def test_what_staff_ask_of_the_rules_is_answered_below_the_crisis_answer(known: Knowledge) -> None:
    danger = CrisisSignal("suicide", "acute", person="staff", known="staff")
    name = "samtycke#vem-fragar"
    name = next(iter(known.store.passages)) if name not in known.store.passages else name
    asks = said("en elev säger att hen inte vill leva, får jag ta upp det på mötet?", "kris", danger=danger)
    asks = replace(asks, passage=name, likely={name: 0.6})
    assert [r.custom.get("topic") for r in answer_crisis(known, asks, after()).replies] == [
        "kris",
        name.split("#")[0],
    ]
    assert len(answer_crisis(known, replace(asks, likely={name: 0.1}), after()).replies) == 1
    by_self = replace(asks, danger=replace(danger, known="self"))
    assert len(answer_crisis(known, by_self, after()).replies) == 1


def test_who_goes_on_gets_112_above_the_answer(known: Knowledge) -> None:
    turn = said("vem av dom ska jag be", confidence=0.3, danger=still_urgent(SUICIDE), goes_on=True)
    assert met_with_care(known.store, turn, after(care=SUICIDE)) is None
    assert "112" in words_of_care(turn)[0].text


def test_it_is_said_once_that_a_message_was_not_understood_then_a_likely_question_is_answered(
    known: Knowledge,
) -> None:
    likely = said("får jag läsa planen sen", "kopia-av-planen", 0.6)
    met = met_with_care(known.store, likely, after(care=SUICIDE))
    assert met and met.kept["care"] == {**SUICIDE.model_dump(), "asked": True}
    assert met_with_care(known.store, likely, after(care=Care.model_validate(met.kept["care"]))) is None


def test_without_words_of_danger_a_short_no_is_what_it_is(known: Knowledge) -> None:
    assert met_with_care(known.store, said("nej", "nej"), after()) is None
    assert met_with_care(known.store, said("blargh"), after(care=Care(situation=HEAVY))) is None


def test_a_button_is_never_read_as_words(known: Knowledge) -> None:
    assert met_with_care(known.store, pressed("nej"), after(care=SUICIDE)) is None


def test_it_is_about_to_happen_gets_the_crisis_answer(known: Knowledge) -> None:
    met = met_with_care(known.store, said("jag gör det nu"), after(care=Care(situation=HEAVY)))
    assert met and "112" in met.replies[0].text and met.replies[0].custom["care"] == "acute"


def test_a_farewell_that_announces_something_is_asked_about(known: Knowledge) -> None:
    met = met_with_care(known.store, said("nu lämnar jag er", "hejda"), after())
    assert met and met.replies[0].custom == {"topic": "hjalp", "care": "urgent"}
    assert met_with_care(known.store, said("hej då, vi ses", "hejda"), after()) is None


@pytest.mark.parametrize(("task", "goes_on"), [("", "card"), ("contact", "card"), ("draft", "turn")])
def test_who_is_protected_gets_what_keeps_them_safe_and_no_question_of_place(
    known: Knowledge, task: str, goes_on: str
) -> None:
    met = met_with_care(known.store, said(PROTECTED), after(task=task))
    assert met and met.next == goes_on
    assert met.replies[0].custom["passage"] == "hitta-kontakt#skyddad-identitet"


def test_who_is_protected_and_asks_something_gets_that_answered_too(known: Knowledge) -> None:
    asks = said(PROTECTED, "planens-innehall", passage="planens-innehall#skyddade-uppgifter")
    met = met_with_care(known.store, asks, after())
    assert met and met.next == "others" and "place" not in met.kept
    in_task = met_with_care(known.store, asks, after(task="draft"))
    assert in_task and in_task.next == "turn"
    whom = said(PROTECTED, "uppgiftsfraga", passage="hitta-kontakt#barn")
    met = met_with_care(known.store, whom, after())
    assert met and met.next == "card"


def test_protection_is_read_in_words_only() -> None:
    assert is_protected(PROTECTED) and not is_protected("vi bor på landet") and not is_protected("")


def test_heavy_words_are_remembered_and_met() -> None:
    heavy = said("jag orkar inte mer", danger=CrisisSignal("", "heavy"))
    assert care_after(heavy, None) == Care(situation=HEAVY, said="heavy")
    assert [reply.custom for reply in words_of_care(heavy)] == [{"care": "heavy"}]
    assert care_after(said("hej"), None) is None and words_of_care(said("hej")) == ()


def test_words_of_care_are_said_once_until_it_gets_worse() -> None:
    heavy, urgent = CrisisSignal("", "heavy"), CrisisSignal("", "urgent")
    told = care_after(said("jag orkar inte mer", danger=heavy), None)
    assert is_cared_for(heavy, told) and not is_cared_for(urgent, told) and not is_cared_for(heavy, None)
    assert words_of_care(said("jag gråter jämt", danger=heavy, cared_for=True)) == ()
    for _ in range(REMEMBERS_CARE):
        told = care_after(said("vad kostar det"), told)
    assert is_cared_for(heavy, told)
    assert care_after(said("vem kallar"), told) is None


@pytest.mark.parametrize(
    "words", ["det är ingen fara. kan man inte tvinga honom", "så menade jag inte, vem kallar"]
)
def test_who_has_said_that_nobody_is_in_danger_is_believed_from_then_on(words: str) -> None:
    heavy, acute = CrisisSignal("", "heavy", heavy=0.8), CrisisSignal("suicide", "acute")
    assert weighed_danger(words, heavy, None, closes=False, asks_sip=0.0, in_talk=False) is None
    told = care_after(said(words), Care(said="heavy"))
    assert told and told.denied
    assert (
        weighed_danger("han blir så orolig", heavy, told, closes=False, asks_sip=0.0, in_talk=False) is None
    )
    still = weighed_danger("han vill inte komma", acute, told, closes=False, asks_sip=0.0, in_talk=False)
    assert still and still.level == "urgent"


def test_who_said_so_and_then_tells_that_it_is_heavy_is_met_with_care() -> None:
    heavy, told = CrisisSignal("", "heavy", heavy=0.95), Care(denied=True)
    words = "jag sover inte och gråter varje kväll"
    assert weighed_danger(words, heavy, told, closes=False, asks_sip=0.0, in_talk=True) == heavy
    denies = "nej det är ingen fara, jag gråter bara"
    assert weighed_danger(denies, heavy, told, closes=False, asks_sip=0.0, in_talk=True) == heavy
    assert weighed_danger(denies, heavy, told, closes=True, asks_sip=0.0, in_talk=True) is None


def test_written_words_of_danger_are_believed_whatever_was_said_before() -> None:
    acute = CrisisSignal("suicide", "acute")
    for words in ("ingen fara, jag ska bara ta livet av mig", "tack för allt, jag ska ta livet av mig"):
        assert (
            weighed_danger(words, acute, Care(denied=True), closes=True, asks_sip=0.0, in_talk=False) == acute
        )


def test_who_only_thanks_for_tonight_gets_a_number_and_no_crisis_answer() -> None:
    heard = CrisisSignal("suicide", "acute", "self")
    met = weighed_danger(
        "nu orkar ja inte mer ikväll, tack så länge", heard, None, closes=True, asks_sip=0.0, in_talk=False
    )
    assert met and met.level == "urgent"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("ja har dom framme. va ska ja göra", "gå ut ur rummet"),
        ("okej. har stoppa undan dom nu", "Bra gjort"),
        ("min syster är på väg hit nu. jag ringde 90101", "bra gjort"),
        ("förlåt ja vet inte. vågar inte ringa de där numret", "chatt"),
        ("orkar inte ringa nån. vem bryr sej", "ett enda ord"),
        ("kan du stanna kvar lite", "Du kan vara kvar här"),
        ("la in tabletterna i skåpet nu. mamma e påväg hit", "Bra gjort"),
        ("min syster kommer nu hon sitter hos mej, tack", "bra gjort"),
        ("tänk om ja ringer 112 kommer polisen då", "Det beror på vad du berättar"),
        ("Vad säger jag när jag ringer?", "Jag behöver hjälp nu"),
        ("vill inte ringa ja ligger i sängen å gråter. kan inte prata me folk", "ett enda ord"),
    ],
)
def test_what_is_written_in_danger_is_heard_also_in_longer_words(
    known: Knowledge, words: str, says: str
) -> None:
    met = met_with_care(known.store, said(words, confidence=0.3), after(care=SUICIDE))
    assert met and says in met.replies[0].text


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("min fru ligger för döden", "heavy"),
        ("jag sover inget på nätterna", "heavy"),
        ("vet inte om jag är kvar på torsdag ärligt talat", "heavy"),
        ("vet inte om jag är kvar på jobbet", None),
        ("min man dog i våras så det är bara jag nu", "heavy"),
        ("min fru gick bort för tre veckor sen", "heavy"),
        ("min man dog för tio år sedan", None),
        ("jag menar att ingen ser mig, bara sjukdomen", "heavy"),
        ("ingen ser mig i kameran", None),
        ("det går väl inte att göra nåt åt", "heavy"),
        ("jag vet inte vad jag undrar. det är så mycket", "heavy"),
        ("det är så mycket papper", None),
        ("ja e så trött på allt", "heavy"),
        ("jag är trött på allt krångel", None),
        ("ska man behöva slå näven i bordet", "upset"),
        ("vad är det för jävla folk", "upset"),
        ("fan va bra", None),
        ("vi har väntat i tre veckor", None),
        ("", None),
    ],
)
def test_some_words_are_enough_by_themselves_and_are_no_danger(words: str, level: str | None) -> None:
    heard = by_words_alone(words)
    assert (heard.level if heard else None) == level
    assert heard is None or heard.acute == 0.0


def test_who_is_angry_gets_one_word_once_and_is_not_in_a_crisis() -> None:
    angry = said("det här är skandal", danger=by_words_alone("det här är skandal"))
    assert [reply.custom for reply in words_of_care(angry)] == [{}]
    told = care_after(angry, None)
    assert told and told.said == "upset" and not told.situation
    assert is_cared_for(angry.danger, told) and not is_cared_for(CrisisSignal("", "heavy"), told)


def test_staff_who_ask_of_the_rules_get_the_number_beside_the_answer() -> None:
    heard = CrisisSignal("general", "acute", acute=0.5, known="staff")
    words = "hur skriver jag det i planen?"
    met = weighed_danger(words, heard, None, closes=False, asks_sip=0.0, in_talk=False)
    assert met and met.level == "urgent"
    sure = replace(heard, acute=0.95)
    assert weighed_danger(words, sure, None, closes=False, asks_sip=0.0, in_talk=False) == sure
    resident = replace(heard, known="")
    assert weighed_danger(words, resident, None, closes=False, asks_sip=0.0, in_talk=False) == resident


def test_who_surely_asks_about_sip_and_sounds_little_heavy_is_only_answered() -> None:
    light = CrisisSignal("", "heavy", acute=0.01, heavy=0.3)
    assert weighed_danger("är det för mig", light, None, closes=False, asks_sip=0.64, in_talk=False) is None
    pressing = CrisisSignal("", "urgent", acute=0.2, heavy=0.9)
    met = weighed_danger("hem på torsdag", pressing, None, closes=False, asks_sip=0.92, in_talk=False)
    assert met and met.level == "heavy"


def test_who_denies_danger_and_asks_without_a_stop_between_is_answered(known: Knowledge) -> None:
    words = "nej det är ingen fara jag behöver bara veta hur man förnyar receptet"
    assert met_with_care(known.store, said(words, confidence=0.3), after(care=SUICIDE)) is None
    assert not goes_on("nej, det är ingen fara", None, SUICIDE, about_sip=0.9)


def test_a_farewell_a_few_messages_after_words_of_care_still_names_a_number(known: Knowledge) -> None:
    told = Care(said="urgent", person="child", ago=2)
    met = met_with_care(known.store, said("ok hejdå", "hejda"), after(care=told))
    assert met and "116 111" in met.replies[0].text and not met.replies[0].buttons
    assert met_with_care(known.store, said("ok hejdå", "hejda"), after()) is None


def test_it_is_about_to_happen_is_said_to_who_was_heard_before(known: Knowledge) -> None:
    met = met_with_care(known.store, said("jag gör det nu"), after(care=CHILD))
    assert met and met.replies[0].custom["care"] == "acute" and "90101" not in met.replies[0].text


def test_who_has_somebody_there_and_asks_on_is_answered(known: Knowledge) -> None:
    words = "har pratat me dom på 90101 nu o min syrra e här. tack. kan syrran va me på ett sånt möte"
    assert met_with_care(known.store, said(words, confidence=0.3), after(care=SUICIDE)) is None


def test_the_same_words_are_not_said_twice_to_who_is_not_understood(known: Knowledge) -> None:
    first = met_with_care(known.store, said("blargh", confidence=0.3), after(care=SUICIDE))
    assert first
    told = Care.model_validate(first.kept["care"])
    second = met_with_care(known.store, said("blargh blargh", confidence=0.3), after(care=told))
    assert second and second.replies[0].text != first.replies[0].text and "90101" in second.replies[0].text


def test_who_goes_on_to_what_was_meant_is_answered(known: Knowledge) -> None:
    words = "nej nej han e inte i fara. jag menar tvångsvård"
    assert met_with_care(known.store, said(words, confidence=0.3), after(care=SUICIDE)) is None


def test_a_sure_question_about_sip_that_sounds_acute_to_the_model_alone_is_answered_below_112() -> None:
    acute = CrisisSignal("general", "acute")
    words = "pappa har demens, de skickade hem honom från sjukhuset utan nåt"
    beside = weighed_danger(words, acute, None, closes=False, asks_sip=0.92, in_talk=False)
    assert beside and beside.level == "urgent"
    assert weighed_danger(words, acute, None, closes=False, asks_sip=0.8, in_talk=False) == acute
    for written in (
        "jag tar livet av mig om pappa skickas hem",
        "hon andas inte, ingen fara, vi vill ha en sip",
    ):
        assert weighed_danger(written, acute, None, closes=False, asks_sip=0.9, in_talk=False) == acute


def test_what_is_a_little_heavy_again_and_again_is_met_with_care() -> None:
    little = CrisisSignal("", "heavy", "", 0.0, 0.45)
    care, met = None, []
    for words in ("han är vaken om nätterna", "jag sov två timmar", "syrran ringer inte längre"):
        met.append(weighed_danger(words, little, care, closes=False, asks_sip=0.0, in_talk=True))
        care = care_after(said(words, heavy=little.heavy), care)
    assert met == [None, None, little]
    for _ in range(3):
        care = care_after(said("vem kallar till mötet"), care)
    assert weighed_danger("det är kallt ute", little, care, closes=False, asks_sip=0.0, in_talk=True) is None


def test_what_is_dark_and_grows_is_urgent_and_met_once_more() -> None:
    dark, worn = CrisisSignal("suicide", "heavy", "", 0.0, 1.0), CrisisSignal("", "heavy", "", 0.0, 1.0)
    before = Care(situation=HEAVY, said="heavy", carried=0.4)
    weigh = partial(weighed_danger, "allt är meningslöst", closes=False, asks_sip=0.0, in_talk=True)
    met = weigh(dark, before)
    assert met and met.level == "urgent" and not is_cared_for(met, before)
    assert weigh(worn, before) == worn and weigh(dark, None) == dark


def test_what_is_surely_dark_after_words_of_care_is_urgent_whatever_was_denied_before() -> None:
    dark = CrisisSignal("suicide", "heavy", "", 0.0, 0.95)
    weigh = partial(weighed_danger, "jag kör förbi avfarten", closes=False, asks_sip=0.0, in_talk=True)
    met = weigh(dark, Care(said="heavy", denied=True))
    assert met and met.level == "urgent"
    assert weigh(dark, Care(said="upset")) == dark


def test_who_denied_danger_and_then_is_surely_heavy_is_listened_to_again() -> None:
    heavy = care_after(said("jag gråter i bilen varje dag", heavy=0.97), Care(denied=True))
    assert heavy and not heavy.denied and heavy.carried > 0
    light = care_after(said("mötet är på torsdag", heavy=0.2), Care(denied=True))
    assert light and light.denied


def test_who_denies_danger_carries_nothing_on() -> None:
    denied = care_after(said("det är ingen fara med mig", heavy=0.6), Care(carried=0.6))
    assert denied and denied.denied and denied.carried == 0.0


def test_in_a_calm_talk_the_model_must_be_surer() -> None:
    def heard(words: str, danger: CrisisSignal, care: Care | None = None, *, in_talk: bool = True) -> str:
        met = weighed_danger(words, danger, care, closes=False, asks_sip=0.0, in_talk=in_talk)
        return met.level if met else ""

    half, little = CrisisSignal("general", "acute", "", 0.5, 0.9), CrisisSignal("", "urgent", "", 0.1, 0.3)
    assert (
        heard("det blev så igen", half) == "urgent"
        and heard("det blev så igen", half, in_talk=False) == "acute"
    )
    assert (
        heard("hon kom hem då", little) == "" and heard("hon kom hem då", little, in_talk=False) == "urgent"
    )
    assert heard("jag orkar inte", CrisisSignal("", "heavy", "", 0.0, 0.9)) == "heavy"
    assert heard("ja det är så", half, Care(situation="suicide")) == "acute"
    assert heard("jag ska ta livet av mig", half) == "acute"
