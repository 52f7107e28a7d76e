"""A question in the middle of a task is answered; an answer is taken as an answer."""

import pytest

from actions.tasks.interruption import is_about_something_else, is_answer, is_steering
from actions.tasks.models import Task
from actions.tasks.parsing import parse

SITUATION = "Jag har kontakt med tre mottagningar och ingen av dem vet vad de andra gör. Vad ska jag göra?"


def asked(task: Task, step: str, text: str, intent: str = "kostnad", confidence: float = 0.9) -> bool:
    found = task.step(step)
    assert found
    return not is_answer(found, intent, confidence, text)


@pytest.mark.parametrize(
    "text", ["Vad kostar det?", "vem får läsa det här", "kan jag ångra mig", "Men hur lång tid tar det"]
)
def test_a_question_interrupts_every_step(draft: Task, text: str) -> None:
    assert all(asked(draft, step.id, text) for step in draft.steps)


def test_a_long_answer_with_a_question_in_it_is_an_answer(draft: Task) -> None:
    assert not asked(draft, "situation", SITUATION)


@pytest.mark.parametrize(
    ("step", "text"),
    [("situation", "Har svårt att sova"), ("important", "Att bo kvar hemma"), ("support", "Min syster"),
     ("recipient", "Min vårdcentral"), ("goals", "Kunna gå till affären"), ("actors", "BUP"),
     ("language", "arabiska"), ("consent", "ja"), ("avoid", "min ekonomi")],
)  # fmt: skip
def test_words_that_answer_are_taken_as_answers(draft: Task, step: str, text: str) -> None:
    assert not asked(draft, step, text)


def test_a_choice_is_an_answer_whatever_it_resembles(draft: Task) -> None:
    assert not asked(draft, "who", "jag är god man", intent="vem-kan-begara", confidence=0.99)


def test_an_unsure_guess_does_not_swallow_an_answer(draft: Task) -> None:
    assert not asked(draft, "avoid", "när pappa dog", intent="utanfor-amnet", confidence=0.2)


def test_questions_are_the_answers_when_preparing_questions(tasks: dict[str, Task]) -> None:
    assert not asked(tasks["prepare"], "questions", "Vem ringer jag om det blir sämre?")
    assert asked(tasks["prepare"], "questions", "börja om", intent="borja-om")


def test_crisis_is_never_an_answer_at_any_step(tasks: dict[str, Task]) -> None:
    for task in tasks.values():
        assert all(asked(task, step.id, "jag vill inte leva längre", "kris", 0.3) for step in task.steps)


def test_wanting_out_is_not_an_answer(draft: Task) -> None:
    assert asked(draft, "support", "prata med en människa", intent="prata-med-manniska")
    assert asked(draft, "situation", "börja om", intent="borja-om")


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("mer", "mer"),
        ("mer", "berätta lite mer"),
        ("forklara-enklare", "enklare!"),
        ("forklara-enklare", "kan du säga det på enklare svenska"),
        ("borja-om", "jag vill sluta"),
        ("prata-med-manniska", "jag vill prata med någon"),
    ],
)
def test_a_short_command_is_followed_where_words_are_free(draft: Task, intent: str, text: str) -> None:
    assert asked(draft, "goals", text, intent=intent)


@pytest.mark.parametrize("intent", ["forklara-enklare", "mer", "hejda", "borja-om", "prata-med-manniska"])
def test_a_wrong_guess_never_takes_the_persons_words_away(draft: Task, intent: str) -> None:
    for step in ("situation", "important", "goals", "support", "avoid", "recipient"):
        for text in (
            "Det är svårt att orka.",
            "Att få sova på nätterna",
            "Min syster",
            "Hemtjänsten kommer inte",
            "få mer stöd",
            "ett enklare liv",
            "att ha någon att prata med",
            "sluta röka",
        ):
            assert not asked(draft, step, text, intent=intent, confidence=0.95)


@pytest.mark.parametrize(
    ("intent", "text", "steers"),
    [("hoppa-over", "hoppa över den här frågan", True), ("tillbaka", "gå tillbaka", True),
     ("hoppa-over", "Jag vill ha mötet på en måndag", False), ("tillbaka", "ändra det viktigaste", False),
     ("hoppa-over", "Vi vill gärna hoppa över allt om min ekonomi på mötet", False)],
)  # fmt: skip
def test_skipping_and_going_back_must_be_said(intent: str, text: str, steers: bool) -> None:
    assert is_steering(intent, 0.95, text) is steers


def test_a_change_asked_for_at_the_review_is_never_taken_for_something_else(draft: Task) -> None:
    assert not asked(draft, "review", "ändra det viktigaste", intent="tillbaka", confidence=0.99)
    assert asked(draft, "review", "kan jag ändra planen sedan?", intent="uppfoljning")


def test_silence_is_not_an_answer(draft: Task) -> None:
    assert asked(draft, "situation", "   ")


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("det är för min mamma", "relative"),
        ("mamma", "relative"),
        ("Det gäller min son som är 12.", "guardian"),
        ("jag är mamma till en pojke", "guardian"),
        ("det är för mig själv", "self"),
    ],
)
def test_who_it_is_about_may_be_said_in_own_words(draft: Task, said: str, option: str) -> None:
    step = draft.steps[0]
    assert is_answer(step, "narstaende-begara", 0.97, said)
    assert parse(step, said) == option


def test_a_question_that_names_somebody_is_still_a_question(draft: Task) -> None:
    step = draft.steps[0]
    assert not is_answer(step, "vilka-deltar", 0.97, "får min mamma vara med?")


@pytest.mark.parametrize(
    ("intent", "confidence", "leaves"),
    [
        ("skriva-begaran", 0.98, True),
        ("vad-ar-sip", 0.95, True),
        ("skriva-begaran", 0.6, False),  # a guess: better to say that the place was not found
        ("ange-plats", 0.99, False),
        ("utanfor-amnet", 0.99, False),
    ],
)
def test_words_that_fit_no_step_may_ask_for_something_else(
    intent: str, confidence: float, leaves: bool
) -> None:
    assert is_about_something_else(intent, confidence) is leaves


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("nekad-sip", "När jag ringer BUP svarar ingen"),
        ("hjalp", "Vad är svårt? Allt. Jag orkar inte"),
        ("psykisk-ohalsa-samsjuklighet", "Får ingen hjälp av psykiatrin"),
        ("hur-lang-tid", "Ska jag behöva vänta hur länge som helst"),
    ],
)
def test_an_answer_that_opens_like_a_question_is_still_an_answer(draft: Task, intent: str, text: str) -> None:
    assert not asked(draft, "situation", text, intent=intent, confidence=0.99)


def test_a_long_question_is_a_question_however_long(draft: Task) -> None:
    text = (
        "Kan du säga om min mamma som har demens och bor ensam har rätt till en SIP trots att hon inte vill?"
    )
    assert asked(draft, "situation", text, intent="samtycke")
