"""Who wants something else in the middle of a letter is heard, and whoever answers is not interrupted."""

import pytest

from actions.tasks.models import Task
from actions.tasks.wishes import (
    Doubt,
    agrees_to_stop,
    asks_leave,
    claims_answer,
    doubt,
    gives_up,
    goes_on,
    is_puzzled,
    is_small_talk,
    may_want_to_stop,
    waits,
    wants_human,
    wants_to_call,
    wants_to_stop,
    wished_letter,
    wished_task,
    wishes_some_letter,
)

STOPS = [
    "jag vill sluta nu", "avbryt", "sluta", "Stopp!", "börja om", "nä vi struntar i det", "skit samma",
    "orkar inte skriva mer", "jag vill inte skriva brevet längre", "vill ej fortsätta", "äsch glöm det",
    "ta bort allt jag skrivit", "jag har ångrat mig", "nej jag vill inte hålla på mer", "kan vi sluta",
    "nej stopp ja vill inte mer nu", "stopp jag orkar inte mer", "ja vill inte mer nu stopp",
]  # fmt: skip
ANSWERS = [
    "sluta röka", "jag vill sluta dricka", "jag vill sluta med medicinen", "att få vara ifred",
    "vi vill sluta bråka hemma", "jag vill avsluta kontakten med psykiatrin", "glömmer allt",
    "Jag får börja om från början med varje ny läkare", "skriva klart gymnasiet", "göra klart körkortet",
    "När jag ringer BUP svarar ingen", "stopp för att han slår mig",
    "jag menar allvar med att hon ska få gå i skolan igen",
    "vill inte prata om min pappa", "jag vet inte vem som bestämmer", "att slippa förklara allt",
    "Jag förstår inte breven från kommunen", "fattar inte vad de skriver till mig",
    "Vem som gör vad är oklart",
    "jag har en fråga om medicinen som ingen svarar på", "Jag skrev en påminnelse men har inte fått svar",
    "De sa nej", "jag vill ha ett uppföljningsmöte", "en ny plan", "Jag vill veta vem jag ska ringa",
    "att ha någon att prata med", "när soc ringer blir jag rädd", "Var snäll och ring på dagen", "allt",
]  # fmt: skip


@pytest.mark.parametrize("text", STOPS)
def test_a_wish_to_stop_is_heard_in_everyday_words(text: str) -> None:
    assert wants_to_stop(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_what_is_hard_or_hoped_for_is_no_wish_to_the_chat(draft: Task, text: str) -> None:
    assert not any(said(text) for said in (wants_to_stop, is_puzzled, asks_leave, wants_human, claims_answer))
    assert wished_letter(draft, text, free=True) is None
    assert wished_task({"prepare": draft, "contact": draft}, "draft", text) is None
    assert doubt(text) is not Doubt.QUESTION


@pytest.mark.parametrize("text", ["jag orkar inte mer", "jag fortsätter sen", "vill inte", "hinner inte nu"])
def test_words_that_may_be_the_answer_are_known_as_such(text: str) -> None:
    assert may_want_to_stop(text) and not wants_to_stop(text)


@pytest.mark.parametrize(
    "text",
    ["vem bestämmer det", "va händer me brevet sen", "hur skickar jag det sen", "sparas det jag skriver",
     "läser nån det här", "kommer soc få se detta", "måste jag skriva allt", "undrar om soc ser de",
     "vart skickar ja de sen", "hur vet ja att dom läser", "kan mormor va me fast hon bor i danmark"],
)  # fmt: skip
def test_a_question_needs_no_question_mark(text: str) -> None:
    assert doubt(text) is Doubt.QUESTION


@pytest.mark.parametrize(
    "text",
    ["Får jag ingen hjälp blir jag sjuk", "Är det kallt går hon inte ut", "Har det svårt hemma",
     "Kan jag inte sova mår jag dåligt", "Får mamma ingen hjälp orkar hon inte",
     "Ringer man så svarar dom inte", "mamma undrar om hon får nej",
     "Ska jag till vårdcentralen måste jag ha färdtjänst"],
)  # fmt: skip
def test_a_condition_has_the_order_of_a_question_and_is_kept(text: str) -> None:
    assert doubt(text) is Doubt.EITHER


def test_what_one_has_is_no_question() -> None:
    assert doubt("har en dotter med autism") is Doubt.ANSWER


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("nej jag ville skriva en påminnelse", "reminder"),
        ("jag vill hellre skriva en påminelse", "reminder"),
        ("byt till uppföljning", "followup"),
        ("jag ville ju skriva om att jag fått nej", "reasons"),
        ("kan jag skriva brev för att ta tillbaka samtycke istället", "withdrawal"),
        ("fel brev, jag ville skriva en begäran om sip", "request"),
    ],
)
def test_another_letter_may_be_asked_for_anywhere(draft: Task, text: str, letter: str) -> None:
    assert wished_letter(draft, text, free=True) == wished_letter(draft, text, free=False) == letter


@pytest.mark.parametrize("text", ["nej påminnelse istället", "jag ville ju ha en påminnelse för min mamma"])
def test_where_the_answer_is_a_choice_fewer_words_will_do(draft: Task, text: str) -> None:
    assert wished_letter(draft, text, free=False) == "reminder" and not wished_letter(draft, text, free=True)


def test_another_letter_may_be_asked_for_without_its_name(draft: Task) -> None:
    assert wishes_some_letter("jag vill skriva ett annat brev", free=True)
    assert not wishes_some_letter("de skickade mig ett annat brev", free=True)


@pytest.mark.parametrize(
    ("text", "task"),
    [("nej jag ville förbereda mig inför mötet", "prepare"), ("jag behöver ett nummer", "contact"),
     ("hitta mottagare", "contact"), ("jag vill förbereda mötet istället", "prepare")],
)  # fmt: skip
def test_another_task_may_be_asked_for_anywhere(tasks: dict[str, Task], text: str, task: str) -> None:
    assert wished_task(tasks, "draft", text) == task
    assert wished_task(tasks, task, text) is None


@pytest.mark.parametrize(
    "text", ["jag fattar inte", "förstår inte va ni menar", "vet inte va jag ska skriva"]
)
def test_who_does_not_understand_the_question_is_heard(text: str) -> None:
    assert is_puzzled(text)


def test_who_wants_to_ask_or_to_talk_with_a_human_is_heard() -> None:
    assert asks_leave("får jag fråga en sak") and wants_human("jag vill prata me nån")


def test_yes_and_no_to_stopping_are_told_apart() -> None:
    for yes in ("ja", "Ja, ta bort det", "sluta", "gör det"):
        assert agrees_to_stop(yes) and not goes_on(yes)
    for no in ("nej", "fortsätt", "nej, ta inte bort det", "behåll"):
        assert goes_on(no) and not agrees_to_stop(no)
    assert claims_answer("Det var mitt svar!")


@pytest.mark.parametrize(
    "text",
    [
        "nej ja ångrar mej, ja orkar inte brev. kan ja ringa istället", "äh ja ringer istället",
        "ja orkar inte brev kan ja ringa istället", "kan man ringa dom istället",
        "det här blev för krångligt, finns det nån jag kan ringa", "jag tar det på telefon istället",
        "nä jag ringer soc istället", "de e för svårt, vem kan ja ringa",
        "går det att ringa istället för att skriva",
        "äsch ja går dit istället", "nej de här funkar inte, kan jag prata me nån istället",
        "orkar inte fylla i. räcker det att ringa", "det blev för mycket jag ringer dom hellre",
    ],
)  # fmt: skip
def test_who_would_rather_call_is_heard(text: str) -> None:
    assert wants_to_call(text) and gives_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "vi skiter i brevet, det hjälper ändå inte", "avbryt, barnen bråkar",
        "ja orkar inte brevet, hon vill ändå inte",
        "jag vill sluta med brevet för jag måste hämta barn",
        "nä strunta i frågorna, det blir aldrig bättre",
    ],
)  # fmt: skip
def test_a_wish_to_stop_may_have_its_reason_behind_it(text: str) -> None:
    assert gives_up(text)


@pytest.mark.parametrize(
    "text",
    [
        *ANSWERS, "orkar inte skriva, orkar inte handla, orkar ingenting", "ringa istället för att åka dit",
        "det är för svårt att ringa", "att kunna ringa själv", "orkar inte ringa runt till alla",
        "för mycket",
        "det blev för mycket på jobbet", "jag ringer och ringer men ingen svarar",
        "våga ringa till tandläkaren",
        "sluta ringa soc varje dag", "att de ringer mig istället för att skicka brev",
        "orkar inte svara när de ringer",
        "Stopp. Det är det hon säger varje gång", "det är för krångligt att söka hjälp",
        "prata mer hellre än att bråka",
    ],
)  # fmt: skip
def test_what_is_too_hard_in_life_is_no_wish_to_stop(text: str) -> None:
    assert not gives_up(text)


@pytest.mark.parametrize(
    "text", ["vänta lite", "ett ögonblick", "ja måste gå strax", "ok vänta ett tag", "jag funderar", "brb"]
)
def test_who_asks_for_time_is_heard(text: str) -> None:
    assert waits(text)


@pytest.mark.parametrize(
    "text",
    [
        "haha",
        "tack",
        "hallå?",
        "är du kvar",
        "e du kvar?",
        "👍",
        "ok tack",
        "hej",
        "haha lol",
        "nu e ja tillbaka",
    ],
)
def test_small_talk_is_known_as_such(text: str) -> None:
    assert is_small_talk(text) and not waits(text)


@pytest.mark.parametrize(
    "text",
    [
        *ANSWERS, "vänta mindre på svar", "att inte behöva vänta", "tacka nej till jobbet",
        "hej då till oron",
        "få ha kvar boendestödet", "gå ut varje dag", "skratta mer", "en minut i taget",
        "måste gå till kuratorn strax",
        "lite mer hjälp", "är rädd", "nej", "1",
    ],
)  # fmt: skip
def test_an_answer_is_no_small_talk(text: str) -> None:
    assert not is_small_talk(text) and not waits(text)
