"""Asking whom to contact: what a person already told is not asked again, and a place is never guessed."""

from pathlib import Path

import pytest

from actions.content.store import Store
from actions.conversation.contacting import answer_place, ask_reply, begin, contact_reply
from actions.conversation.phrases import Phrases
from actions.routing.directory import Directory
from actions.routing.rules import Rules, load_rules
from actions.settings import ROOT
from actions.tasks import engine
from actions.tasks.models import Task, load_tasks

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def task() -> Task:
    return load_tasks(CONTENT)["contact"]


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules(CONTENT)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from actions.content.build import build

    path = tmp_path_factory.mktemp("content") / "content.sqlite"
    build(CONTENT, path)
    return path


@pytest.fixture(scope="module")
def directory(database: Path) -> Directory:
    return Directory.open(database)


def test_what_the_first_message_tells_is_not_asked(task: Task, directory: Directory) -> None:
    state = begin(task, directory, "min man är inlagd på sjukhus, vi bor i Skövde", "Närstående")
    assert state.answers["situation"] == "sjukhus"
    assert state.answers["role"] == "Närstående"
    assert engine.current(task, state).id == "has_contact"


def test_a_message_that_tells_two_situations_is_asked_about(task: Task, directory: Directory) -> None:
    state = begin(task, directory, "min dotter är inlagd, vem ringer jag", None)
    assert "situation" not in state.answers


def test_an_emergency_is_never_assumed(task: Task, directory: Directory) -> None:
    assert (
        "situation" not in begin(task, directory, "det är bråttom att få veta vem jag ringer", None).answers
    )


def test_two_places_are_shown_as_choices_at_once(task: Task, directory: Directory, rules: Rules) -> None:
    state = begin(task, directory, "jag bor i Kinna men mamma bor i Vara", "Närstående")
    reply = ask_reply(task, state, directory, rules)
    assert engine.current(task, state).id == "place"
    assert [button.title.split(",")[0] for button in reply.buttons] == [
        "Marks kommun",
        "Vara kommun",
        "Hoppa över",
    ]
    chosen = answer_place(task, state, directory, "1470")
    assert chosen.answers["place"] == "1470"
    assert chosen.answers["role"] == "Närstående"
    assert engine.current(task, chosen).id == "situation"


def test_an_unknown_place_is_asked_about_in_other_words(
    task: Task, directory: Directory, rules: Rules
) -> None:
    state = answer_place(task, engine.start(task), directory, "Ankeborg")
    assert "place" not in state.answers
    assert "Jag hittade inte platsen" in ask_reply(task, state, directory, rules).text


@pytest.mark.parametrize("said", ["nej", "Nej"])
def test_the_place_need_not_be_told(task: Task, directory: Directory, said: str) -> None:
    state = answer_place(task, engine.start(task), directory, said)
    assert engine.current(task, state).id == "situation"
    assert "place" not in state.answers


def test_who_has_been_refused_is_asked_by_whom_and_nothing_more(task: Task, directory: Directory) -> None:
    state = begin(task, directory, "jag har fått nej i Tibro", None)
    assert engine.current(task, state).id == "refused_by"
    assert engine.skip(task, state).done


def test_in_no_situation_are_more_than_three_things_asked(task: Task) -> None:
    situation = task.step("situation")
    assert situation
    for option in (*situation.options, None):
        state = engine.skip(task, engine.start(task))
        state = engine.answer(task, state, option.label) if option else engine.skip(task, state)
        assert len(engine.visible_steps(task, state)) <= 3


def test_a_health_centre_is_never_chosen_for_the_person(task: Task, directory: Directory) -> None:
    for said in ("jag bor i vara", "vem ringer jag i Tibro", "vårdcentralen i Tibro sa nej"):
        assert "health_centre" not in begin(task, directory, said, None).answers


def test_a_named_health_centre_is_shown(
    task: Task, directory: Directory, rules: Rules, database: Path
) -> None:
    state = begin(task, directory, "jag går på Närhälsan Landvetter, vem ringer jag", None)
    reply = contact_reply(directory, rules, Store(database), Phrases(CONTENT), state.answers)
    names = [contact["name"] for contact in reply.custom["contacts"]]
    assert "Närhälsan Landvetter vårdcentral" in names


def test_the_answer_says_what_to_say_and_what_not_to_mail(
    directory: Directory, rules: Rules, database: Path
) -> None:
    for situation in rules.situations:
        answers = {"place": "1496", "situation": situation, "role": "Närstående"}
        reply = contact_reply(directory, rules, Store(database), Phrases(CONTENT), answers)
        rule = rules.situations[situation]
        assert rule.avoid in reply.text
        assert rule.alternative in reply.text
        assert rule.say_for_other.split(".")[0] in reply.text
