"""Asking whom to contact: what a person already told is not asked again, and a place is never guessed."""

from collections.abc import Callable

import pytest

from actions.publishing.store import Store
from actions.replies.contacting import (
    answer_place,
    ask_reply,
    assumed_in,
    begin,
    contact_replies,
    give_up,
    query_of,
    told_by,
    told_instead,
)
from actions.replies.phrases import Phrases
from actions.routing.directory import Directory
from actions.routing.query import ContactQuery
from actions.routing.reading import ContactReader
from actions.routing.rules import Rules, load_rules
from actions.settings import ROOT
from actions.tasks import engine
from actions.tasks.models import Task, TaskState, load_tasks
from tests.site import compiled_content

CONTENT = ROOT / "content"
Begun = Callable[..., TaskState]


@pytest.fixture(scope="module")
def task() -> Task:
    return load_tasks(CONTENT)["contact"]


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules(CONTENT)


@pytest.fixture(scope="module")
def store() -> Store:
    return Store(compiled_content())


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory.open(compiled_content())


@pytest.fixture(scope="module")
def reader() -> ContactReader:
    return ContactReader(CONTENT)


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases(CONTENT)


@pytest.fixture(scope="module")
def begun(task: Task, rules: Rules, directory: Directory, reader: ContactReader) -> Begun:
    """The task after the messages, one by one, as a conversation keeps what they told."""

    def after(*messages: str) -> TaskState:
        told = ContactQuery()
        for words in messages:
            told = told.with_newer(told_by(reader, directory, words, told))
        return begin(task, rules, directory, told, messages[-1])

    return after


def test_what_any_message_told_is_not_asked(begun: Begun) -> None:
    state = begun("min man är inlagd på sjukhus, vi bor i Skövde", "vem ska jag ringa?")
    assert state.done
    assert state.answers["place"] == "1496"
    assert state.answers["situation"] == "sjukhus"
    assert state.answers["whom"] == "min man"


def test_an_emergency_is_never_assumed(begun: Begun) -> None:
    assert "situation" not in begun("det är bråttom att få veta vem jag ringer").answers


def test_two_places_are_shown_as_choices_at_once(
    task: Task, directory: Directory, rules: Rules, phrases: Phrases, begun: Begun
) -> None:
    state = begun("jag bor i Kinna men mamma bor i Vara")
    reply = ask_reply(task, state, directory, rules, phrases)
    assert engine.current(task, state).id == "place"
    assert [button.title.split(",")[0] for button in reply.buttons] == [
        "Marks kommun",
        "Vara kommun",
        "Hoppa över",
    ]
    chosen = answer_place(task, state, directory, rules, "1470")
    assert chosen.answers["place"] == "1470"
    assert chosen.answers["whom"] == "min mamma"
    assert engine.current(task, chosen).id == "situation"


def test_an_unknown_place_is_asked_about_in_other_words(
    task: Task, directory: Directory, rules: Rules, phrases: Phrases
) -> None:
    state = answer_place(task, engine.start(task), directory, rules, "Ankeborg")
    assert "place" not in state.answers
    assert "Jag hittade inte platsen" in ask_reply(task, state, directory, rules, phrases).text


@pytest.mark.parametrize("said", ["nej", "Nej"])
def test_the_place_need_not_be_told(task: Task, directory: Directory, rules: Rules, said: str) -> None:
    state = answer_place(task, engine.start(task), directory, rules, said)
    assert engine.current(task, state).id == "situation"
    assert "place" not in state.answers


def test_who_has_been_refused_is_asked_by_whom_and_nothing_more(task: Task, begun: Begun) -> None:
    state = begun("jag har fått nej i Tibro")
    assert engine.current(task, state).id == "refused_by"
    assert engine.skip(task, state).done


def test_two_answers_that_are_not_understood_end_the_questions(
    task: Task, directory: Directory, rules: Rules
) -> None:
    first = answer_place(task, engine.start(task), directory, rules, "Ankeborg")
    assert not give_up(first, engine.start(task)).done
    assert give_up(answer_place(task, first, directory, rules, "Ankeborg"), first).done


def test_where_a_person_with_protected_identity_lives_is_not_asked(begun: Begun) -> None:
    state = begun("jag har skyddad identitet, vem ringer jag")
    assert state.done
    assert "place" not in state.answers


def test_in_no_situation_are_more_than_three_things_asked(task: Task) -> None:
    situation = task.step("situation")
    assert situation
    for option in (*situation.options, None):
        state = engine.skip(task, engine.start(task))
        state = engine.answer(task, state, option.label) if option else engine.skip(task, state)
        assert len(engine.visible_steps(task, state)) <= 3


def test_a_health_centre_is_never_chosen_for_the_person(begun: Begun) -> None:
    for said in ("jag bor i vara", "vem ringer jag i Tibro", "vårdcentralen i Tibro sa nej"):
        assert "health_centre" not in begun(said).answers


def test_a_named_health_centre_is_shown(
    directory: Directory, rules: Rules, store: Store, begun: Begun
) -> None:
    state = begun("jag går på Närhälsan Landvetter, vem ringer jag")
    doors, _ = contact_replies(directory, rules, store, Phrases(CONTENT), query_of(state.answers))
    names = [contact["name"] for contact in doors.custom["contacts"]]
    assert "Närhälsan Landvetter vårdcentral" in names


def test_the_number_comes_first_and_then_what_to_say(
    directory: Directory, rules: Rules, store: Store, begun: Begun
) -> None:
    state = begun("min mamma är 84 och bor i alingsås vem ringer jag")
    doors, after = contact_replies(directory, rules, store, Phrases(CONTENT), query_of(state.answers))
    assert doors.text.splitlines()[2].startswith("- **0322-61 60 00** Alingsås kommun")
    assert after.text.startswith("**Så här kan du säga:** Hej, jag ringer för min mamma som")
    assert engine.current(load_tasks(CONTENT)["contact"], state).id == "has_contact"


def test_the_answer_says_what_to_say_and_what_not_to_mail(
    directory: Directory, rules: Rules, store: Store
) -> None:
    for situation, rule in rules.situations.items():
        query = ContactQuery(place="1496", situation=situation, role="relative")
        _, after = contact_replies(directory, rules, store, Phrases(CONTENT), query)
        assert rule.avoid in after.text
        assert rule.alternative in after.text
        assert (rule.say or rule.need).split("{")[0] in after.text


def test_a_minor_who_wants_to_talk_and_mentions_no_plan_gets_somebody_to_talk_to(
    reader: ContactReader,
) -> None:
    assert reader.read("jag är 15 och mår dåligt, vem kan jag prata med").situation == "nagon-att-prata-med"
    assert reader.read("jag är 15 och vill ha en sip, vem kan jag prata med").situation == "barn"


def test_a_named_hospital_is_a_ward_wherever_the_home_is(reader: ContactReader, directory: Directory) -> None:
    told = told_by(reader, directory, "pappa ligger på Vrinnevi och bor i Söderköping")
    assert (told.situation, told.place) == ("sjukhus", "0582")


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("pappa ligger på nus i umeå men bor i vännäs", "2460"),
        ("farfar ligger på lasarettet i falun, bor i säter", "2082"),
        ("bor i stenungsund, ligger på kungälv", "1415"),
        ("kungälvs sjukhus ska skriva ut mormor, hon bor i stenungsund", "1415"),
        ("min dotter ligger på bup avdelning i göteborg, vi bor i kungsbacka", "1384"),
    ],
)
def test_the_town_of_a_hospital_is_not_where_the_patient_lives(
    reader: ContactReader, directory: Directory, said: str, home: str
) -> None:
    told = told_by(reader, directory, said)
    assert (told.situation, told.place) == ("sjukhus", home)


def test_a_hospital_by_its_name_or_nickname_is_the_hospital(
    reader: ContactReader, directory: Directory
) -> None:
    home = told_by(reader, directory, "kom hem från sahlgrenska igår, bor på Orust")
    assert (home.situation, home.place) == ("hemma-fran-sjukhus", "1421")
    assert told_by(reader, directory, "vill klaga på SÄS").refused_by == "region"
    assert told_by(reader, directory, "läkaren på näl sa nej till en sip").refused_by == "region"


@pytest.mark.parametrize("said", ["han ligger på Mora lasarett", "han är på Karolinska", "närhälsan sjöbo"])
def test_where_the_home_is_stays_said_when_a_hospital_or_a_health_centre_is_named(
    reader: ContactReader, directory: Directory, said: str
) -> None:
    assert told_by(reader, directory, said, ContactQuery(place="1489")).place == "1489"


def test_an_old_number_says_so_in_the_text_too(
    store: Store, directory: Directory, rules: Rules, begun: Begun
) -> None:
    state = begun("min mamma är 84 och bor i alingsås vem ringer jag")
    doors, _ = contact_replies(directory, rules, store, Phrases(CONTENT), query_of(state.answers))
    assert "- **0322-61 60 00** Alingsås kommun (2022, kan ha ändrats)" in doors.text


@pytest.mark.parametrize(
    ("said", "error"), [("bor på öland, vem ringer jag", "region"), ("mamma bor i oslo", "abroad")]
)
def test_a_region_or_a_country_is_heard_and_asked_about(begun: Begun, said: str, error: str) -> None:
    assert begun(said).error == f"error_place_{error}"


def test_a_region_named_later_does_not_take_the_place_away(begun: Begun) -> None:
    state = begun("jag bor i Borgholm", "vem ringer jag på öland")
    assert (state.error, state.answers["place"]) == (None, "0885")


def test_no_letter_is_offered_where_it_does_not_help(
    store: Store, directory: Directory, rules: Rules
) -> None:
    phrases = Phrases(CONTENT)

    def offered(situation: str) -> list[str]:
        query = ContactQuery(place="1485", situation=situation)
        _, after = contact_replies(directory, rules, store, phrases, query)
        return [button.payload for button in after.buttons]

    assert "/skriva-begaran" in offered("aldre")
    assert "/skriva-begaran" not in offered("oro-barn")


def test_what_was_taken_for_granted_is_said_though_only_the_code_is_kept(begun: Begun) -> None:
    assert "inte kontrollerat" in assumed_in(begun("mamma ligger på Östra sjukhuset, vem ska jag ringa"))
    assert not assumed_in(begun("mamma bor i Göteborg, vem ska jag ringa"))


def test_news_instead_of_an_answer_changes_the_situation(task: Task, begun: Begun) -> None:
    state = begun("min bror missbrukar och bor i Sundsvall, vart ringer jag")
    assert state.answers["situation"] == "psykiatri-beroende"
    moved = told_instead(task, state, {"situation": "personen-sager-nej"})
    assert moved.answers["situation"] == "personen-sager-nej"
    assert not moved.error


def test_a_long_message_with_two_places_is_asked_about_and_not_kept_as_a_place() -> None:
    story = "Jag har flyttat hem till Tranemo efter tio år i Stockholm. " * 3
    assert query_of({"place": story, "situation": "ny"}) == ContactQuery(situation="ny")
