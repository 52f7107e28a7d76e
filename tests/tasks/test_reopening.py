"""From any step an earlier answer can be changed in everyday words; what only sounds so is an answer."""

from typing import Any

import pytest

from actions.tasks import engine
from actions.tasks.models import Task, TaskState

ANSWERS = {
    "who": "relative",
    "relation": "husband",
    "situation": "asså han får inget gjort hemma å missar alla tider på psyk",
    "important": "att skolan o bup pratar me varann",
}


def at(step: str, **more: Any) -> TaskState:
    return TaskState(task="draft", step=step, answers={**ANSWERS, **more})


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("nä vänta ja vill ändra de första, det om tider", "situation"),
        ("ändra det första", "situation"),
        ("jag tror ja skrev fel på det första", "situation"),
        ("gå tillbaka till första frågan", "who"),
        ("kan du ändra det första svaret", "who"),
        ("oj ja skrev fel på första frågan", "who"),
        ("vänta ja måste ändra en sak i första svaret", "who"),
        ("kan vi ta om den första frågan", "who"),
        ("ändra tredje frågan tack", "situation"),
        ("vill ändra det om skolan", "important"),
        ("får ja ändra de ja skrev om bup", "important"),
        ("kan man ändra det jag skrev om tiderna?", "situation"),
        ("kan jag byta svaret om tider", "situation"),
        ("ta bort det jag skrev om psyk", "situation"),
        ("gå tillbaka till det om tider", "situation"),
        ("rätta det om psykmottagningen", "situation"),
        ("skriv om det jag skrev om skolan", "important"),
        ("jag vill ändra vem det gäller", "who"),
        ("får ja ändra vem de gäller", "who"),
        ("vill ändra det viktigaste", "important"),
        ("nä oj ändra det svåra", "situation"),
        ("hoppsan, ändra problemet", "situation"),
        ("kan ja gå tillbaka till frågan om det viktigaste", "important"),
        ("svaret på frågan om vem det gäller blev fel", "who"),
        ("jag skrev fel på förra", "important"),
        ("de blev fel på förra", "important"),
        ("förra svaret blev fel", "important"),
        ("ja vill ändra mitt förra svar", "important"),
        ("kan jag få ändra mitt svar på förra frågan", "important"),
        ("kan jag ändra nåt jag skrev innan", "important"),
        ("hur ändrar jag det första", "situation"),
        ("backa två frågor", "situation"),
        ("backa en fråga", "important"),
        ("gå tillbaka 3 steg", "relation"),
    ],
)
def test_the_step_meant_is_opened_with_its_answer_and_leads_back(draft: Task, text: str, step: str) -> None:
    opened = engine.reopen(draft, at("goals"), text)
    assert opened is not None
    assert (opened.step, opened.back_to, opened.error, opened.answers) == (
        step,
        "goals",
        "change_here",
        ANSWERS,
    )
    changed = engine.answer(draft, opened, "mitt barn" if step == "who" else "min bror")
    assert changed.step == "goals" and changed.back_to == "" and changed.answers[step] != ANSWERS[step]
    between = {key: kept for key, kept in ANSWERS.items() if key not in (step, "relation")}
    assert between.items() <= changed.answers.items()
    assert engine.back(draft, opened).step == engine.skip(draft, opened).step == "goals"


@pytest.mark.parametrize(
    "text",
    [
        "jag vill ändra mina rutiner", "ändra boendet", "jag vill byta skola", "byta handläggare",
        "jag vill ändra det med skolan", "jag vill ändra min situation", "ändra på mitt liv",
        "rätta till ekonomin", "ändra medicinen", "byta ut hemtjänsten mot nån annan", "byta boende",
        "gå tillbaka till skolan", "tillbaka till jobbet", "jag vill gå tillbaka till mitt gamla jobb",
        "komma tillbaka till första klass", "jag skrev fel på blanketten till fk",
        "förra handläggaren var bättre", "det första är att få sova", "första steget är att våga gå ut",
        "ändra så han får gå i skolan", "ändra planen så den passar", "ta bort stressen",
        "jag vill ändra hur dom pratar med mig", "backa två steg i livet", "få ändra tiderna för hemtjänsten",
        "ändra svårigheterna i skolan", "få ordning på det som är svårt", "ångrar att jag flyttade",
        "kunna ångra mig", "slippa byta kontaktperson varje månad", "ändra stödet hemma",
        "att de rättar till felet i journalen", "byta första kontakt på psyk", "vill byta psykolog",
    ],
)  # fmt: skip
def test_what_is_to_change_in_life_is_an_answer(draft: Task, text: str) -> None:
    assert engine.reopen(draft, at("goals"), text) is None
    assert engine.answer(draft, at("goals"), text).answers["goals"][0]["goal"] == text


@pytest.mark.parametrize(
    "text", ["jag vill ändra min situation", "jag vill ändra det med skolan", "ändra det om katten"]
)
def test_words_that_may_be_either_are_known_as_such(draft: Task, text: str) -> None:
    assert engine.may_reopen(draft, at("goals"), text)


def test_where_no_hopes_are_asked_for_the_name_alone_will_do(draft: Task) -> None:
    opened = engine.reopen(draft, at("support"), "ändra problemet")
    assert opened is not None and (opened.step, opened.back_to) == ("situation", "support")


@pytest.mark.parametrize(
    ("text", "step", "answer"),
    [
        ("byt ut det om skolan till att han får va ifred", "important", "att han får va ifred"),
        ("ja vill ändra det viktigaste till: Sova. Äta.", "important", "Sova. Äta."),
        ("de va fel person, ändra vem det gäller till min pappa", "relation", "father"),
    ],
)
def test_a_new_answer_in_the_same_words_is_taken_at_once(
    draft: Task, text: str, step: str, answer: str
) -> None:
    changed = engine.reopen(draft, at("goals"), text)
    assert changed is not None
    assert (changed.step, changed.error, changed.answers[step]) == ("goals", "changed_earlier", answer)


def test_a_part_of_a_longer_text_never_takes_the_text_away(draft: Task) -> None:
    opened = engine.reopen(draft, at("goals"), "byt ut det om tider till att han glömmer")
    assert opened is not None
    assert (opened.step, opened.error, opened.answers) == ("situation", "change_whole", ANSWERS)


def test_an_answer_that_cannot_be_found_is_asked_for_and_nothing_is_kept(draft: Task) -> None:
    asked = engine.reopen(draft, at("goals"), "kan jag ändra svaret om hunden")
    assert asked is not None and (asked.step, asked.answers) == ("goals", ANSWERS)
    assert engine.view(draft, asked).error == draft.phrases["which_change_here"]


def test_a_second_wish_within_the_first_still_leads_back(draft: Task) -> None:
    first = engine.reopen(draft, at("goals"), "ändra det första")
    assert first is not None
    second = engine.reopen(draft, first, "nä vänta, ändra vem det gäller")
    assert second is not None and (second.step, second.back_to) == ("who", "goals")


def test_with_nothing_answered_nothing_can_be_changed(draft: Task) -> None:
    assert engine.reopen(draft, engine.start(draft), "ändra det första") is None


def test_the_order_of_the_steps_counts_at_the_review_too(draft: Task) -> None:
    opened = engine.answer(draft, at("review"), "ändra det första")
    assert (opened.step, opened.back_to) == ("situation", "review")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nej det gäller min pappa, inte min man", {"who": "relative", "relation": "father"}),
        ("det gäller mig själv", {"who": "self"}),
        ("vänta, brevet gäller mitt barn", {"who": "guardian"}),
        ("de gäller mamma", {"who": "relative", "relation": "mother"}),
    ],
)
def test_who_says_that_it_is_about_another_has_that_changed(
    draft: Task, text: str, told: dict[str, str]
) -> None:
    state = engine.reopen(draft, at("goals"), text)
    assert state and state.answers == ANSWERS | told


@pytest.mark.parametrize("text", ["det gäller min man", "det gäller ekonomin", "det gäller allt"])
def test_what_it_is_about_is_else_an_answer(draft: Task, text: str) -> None:
    assert engine.reopen(draft, at("goals"), text) is None
