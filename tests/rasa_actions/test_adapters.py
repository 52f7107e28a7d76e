"""Each of Rasa's actions reads the tracker, sends what is said and writes what is remembered.

What is said, and why, is tested where it is decided: tests/replies and tests/tasks.
"""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from actions.content.yaml_files import read_yaml
from actions.rasa_actions import understanding
from actions.rasa_actions.services import services
from actions.settings import ROOT, get_settings
from actions.tasks import engine
from tests.site import compiled_build

RESAN = "kostnad#resan"
LISTEN = {"event": "action", "name": "action_listen"}


@pytest.fixture(scope="module")
def actions() -> Iterator[ActionExecutor]:
    """The actions as the action server registers them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIP_BUILD", str(compiled_build()))
        for cached in (get_settings, services):
            cached.cache_clear()
        executor = ActionExecutor()
        executor.register_package("actions.rasa_actions")
        yield executor
    for cached in (get_settings, services):
        cached.cache_clear()


class Outcome:
    """What an action led to."""

    def __init__(self, result: Any) -> None:
        self.customs = [row["custom"] for row in result.responses]
        self.texts = [row["text"] for row in result.responses]
        self.slots = {row["name"]: row["value"] for row in result.events if row["event"] == "slot"}
        self.next = [row["name"] for row in result.events if row["event"] == "followup"]
        self.loops = [row["name"] for row in result.events if row["event"] == "active_loop"]
        self.rejected = any(row["event"] == "action_execution_rejected" for row in result.events)


def run(
    actions: ActionExecutor,
    action: str,
    text: str,
    intent: str = "nlu_fallback",
    *,
    slots: dict[str, Any] | None = None,
    form: str | None = None,
    before: tuple[dict[str, Any], ...] = (),
    **message: Any,
) -> Outcome:
    """Runs one action on one message, as Rasa would ask for it."""
    said = {"text": text, "intent": {"name": intent, "confidence": 0.97}, "entities": [], **message}
    tracker = {
        "sender_id": "s" * 16,
        "slots": slots or {},
        "latest_message": said,
        "events": [*before, LISTEN, {"event": "user", "text": text}],
        "active_loop": {"name": form} if form else {},
    }
    call = {
        "next_action": action,
        "sender_id": "s" * 16,
        "tracker": tracker,
        "version": "3.6.21",
        "domain": {},
    }
    return Outcome(asyncio.run(actions.run(call)))


def test_every_action_of_the_domain_is_there_and_no_other(actions: ActionExecutor) -> None:
    named = {
        name
        for path in (ROOT / "bot" / "rasa" / "domain").glob("*.yml")
        for name in read_yaml(path).get("actions") or ()
    }
    assert named == {name for name in actions.actions if "breaks" not in name}


def test_an_answer_is_sent_and_remembered(actions: ActionExecutor) -> None:
    outcome = run(actions, "action_answer", "vad kostar det", "kostnad")
    assert outcome.customs[0]["topic"] == outcome.slots["last_topic"] == "kostnad"
    assert outcome.next == ["action_listen"]


@pytest.mark.parametrize("action", ["action_answer", "action_concept"])
def test_what_content_has_no_answer_to_is_asked_about_and_no_fault(
    actions: ActionExecutor, action: str
) -> None:
    outcome = run(actions, action, "/uppgiftsfraga", "uppgiftsfraga")
    assert outcome.customs[0]["topic"] == "oklart" and outcome.slots["misses"] == 1


def test_whom_to_call_is_handed_to_the_contact_task(actions: ActionExecutor) -> None:
    assert run(actions, "action_answer", "vem ringer jag i Lerum", "hitta-kontakt").next == [
        "action_start_contact"
    ]
    assert run(actions, "action_clarify", "vem ringer jag i Lerum").next == ["action_start_contact"]


def test_the_parts_of_a_message_are_read_by_rasa(
    actions: ActionExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def parsed(texts: Sequence[str]) -> list[dict[str, Any]]:
        meant = ["kostnad" if "kostar" in text else "vilka-deltar" for text in texts]
        return [{"intent": {"name": name, "confidence": 0.9}} for name in meant]

    monkeypatch.setattr(understanding, "_parsed", parsed)
    outcome = run(actions, "action_answer", "Vad kostar det? Vem får vara med?", "kostnad")
    assert outcome.customs[0]["topics"] == ["kostnad", "vilka-deltar"]
    task = run(actions, "action_start_draft", "Vad kostar det? Hur skriver jag?", "skriva-begaran")
    assert task.customs[0]["topics"] == ["kostnad", "vilka-deltar"]
    assert task.slots["draft_state"]["step"] == "who"


def test_a_follow_up_is_read_with_the_message_before_and_the_question_answered(
    actions: ActionExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    async def parsed(texts: Sequence[str]) -> list[dict[str, Any]]:
        read.extend(texts)
        likely = [{"name": "aterta-samtycke#far-jag-angra-mig", "confidence": 0.9}]
        return [{"intent": {"name": "samtycke", "confidence": 0.9}, "passages": likely} for _ in texts]

    monkeypatch.setattr(understanding, "_parsed", parsed)
    before = tuple(
        {"event": "user", "text": text, "parse_data": {"intent": {"name": intent, "confidence": 0.9}}}
        for text, intent in (("Måste samtycket vara skriftligt?", "samtycke"), ("ok tack", "tack"))
    )
    slots = {"last_topic": "samtycke", "last_passage": "samtycke#maste-skriva-under"}
    outcome = run(actions, "action_clarify", "å om jag ångrar mig", before=before, slots=slots)
    assert read == [
        "Måste samtycket vara skriftligt? å om jag ångrar mig",
        "Måste jag skriva under för att säga ja? å om jag ångrar mig",
    ]
    assert outcome.customs[0]["passage"] == "aterta-samtycke#far-jag-angra-mig"


def test_staff_are_known_by_all_that_they_have_written(actions: ActionExecutor) -> None:
    before = tuple(
        {"event": "user", "text": "vem kallar", "parse_data": {"by_staff": 0.85}} for _ in range(3)
    )
    outcome = run(actions, "action_answer", "vad kostar det", "kostnad", by_staff=0.6, before=before)
    assert outcome.slots["role"] == "Personal"
    alone = run(actions, "action_answer", "vad kostar det", "kostnad", by_staff=0.6)
    assert alone.slots["role"] is None


def test_a_concept_is_defined(actions: ActionExecutor) -> None:
    entities = [{"entity": "begrepp", "value": "huvudman"}]
    outcome = run(actions, "action_concept", "/begrepp", "begrepp", entities=entities)
    assert outcome.customs[0]["concept"] == "huvudman"
    other = run(actions, "action_concept", "vad kostar det", "kostnad", passage="kostnad#resan")
    assert other.customs[0]["passage"] == "kostnad#resan"


def test_danger_is_answered_and_the_form_asks_again(actions: ActionExecutor) -> None:
    state = engine.start(services().tasks["draft"]).model_dump(mode="json")
    danger = {"category": "suicide", "level": "acute", "person": "self"}
    outcome = run(actions, "action_crisis", "jag vill dö", "kris", danger=danger, form="draft_form",
                  slots={"draft_state": state})  # fmt: skip
    assert outcome.customs[0]["care"] == "acute" and outcome.slots["draft_state"]["waiting"]
    assert outcome.next == ["draft_form"]


def test_words_after_danger_are_met_with_care_by_any_action(actions: ActionExecutor) -> None:
    outcome = run(actions, "action_confirm", "nej", "nej", slots={"care": {"situation": "suicide"}})
    assert outcome.customs[0]["care"] == "acute"
    asked = run(actions, "action_answer", "vad kostar en sip", "kostnad",
                slots={"care": {"situation": "suicide"}})  # fmt: skip
    assert [custom.get("care") for custom in asked.customs] == ["urgent", None]
    assert asked.slots["care"]["situation"] == "heavy"


def test_heavy_words_are_remembered(actions: ActionExecutor) -> None:
    outcome = run(actions, "action_answer", "jag orkar inte, vad kostar det", "kostnad",
                  danger={"category": "", "level": "heavy"})  # fmt: skip
    assert outcome.slots["care"]["situation"] == "heavy"


@pytest.mark.parametrize(("action", "form"), [("action_more", "long"), ("action_why", "long"),
                                              ("action_easier", "easy")])  # fmt: skip
def test_the_answer_before_can_be_told_in_another_way(
    actions: ActionExecutor, action: str, form: str
) -> None:
    outcome = run(actions, action, "/mer", "mer", slots={"last_topic": "kostnad"})
    assert (outcome.customs[0]["topic"], outcome.customs[0]["form"]) == ("kostnad", form)


def test_what_is_not_understood_is_counted(actions: ActionExecutor) -> None:
    assert run(actions, "action_clarify", "blargh", slots={"misses": 1.0}).slots["misses"] == 2


def test_a_button_of_the_reply_before_can_be_chosen_in_words(actions: ActionExecutor) -> None:
    buttons = [{"title": "Kostnad", "payload": "/kostnad"}, {"title": "Tolk", "payload": "/tolk"}]
    before = (
        {"event": "user", "text": "hej"},
        {"event": "bot", "text": "Hej!", "data": {"buttons": buttons}},
    )
    assert run(actions, "action_clarify", "den andra", before=before).customs[0]["topic"] == "tolk"


def test_the_same_words_are_not_said_twice(actions: ActionExecutor) -> None:
    first = run(actions, "action_answer", "/kostnad", "kostnad")
    before = ({"event": "user", "text": "hej"}, {"event": "bot", "text": first.texts[0], "data": None})
    assert run(actions, "action_answer", "/kostnad", "kostnad", before=before).texts != first.texts


def test_another_language_a_yes_and_a_new_start_are_met(actions: ActionExecutor) -> None:
    assert (
        run(actions, "action_language", "hello", "annat-sprak", language="en").customs[0]["language"] == "en"
    )
    assert run(actions, "action_confirm", "/ja", "ja", slots={"last_topic": "kostnad"}).next == []
    confirmed = run(actions, "action_confirm", "kostar resan", "ja", passage="kostnad#resan")
    assert confirmed.customs[0]["passage"] == "kostnad#resan"
    slots = {"role": "Personal", "requested_slot": "draft", "session_started_metadata": {}}
    assert run(actions, "action_start_over", "/borja-om", "borja-om", slots=slots).slots == {"role": None}


@pytest.mark.parametrize("task", ["draft", "prepare", "after", "contact"])
def test_a_task_begins_asks_hears_and_ends(actions: ActionExecutor, task: str) -> None:
    state = run(actions, f"action_start_{task}", "/x", "x").slots[f"{task}_state"]
    assert state["task"] == task
    slots, form = {f"{task}_state": state}, f"{task}_form"
    asked = run(actions, f"action_ask_{task}", "/x", "x", slots=slots, form=form)
    assert asked.customs[-1]["step"].startswith(f"{task}.")
    heard = run(actions, f"validate_{task}_form", "/hoppa-over", "hoppa-over", slots=slots, form=form,
                entities=[])  # fmt: skip
    assert heard.slots[f"{task}_state"]
    assert run(actions, f"action_finish_{task}", "/x", "x", slots=slots).customs


def test_the_form_that_is_asking_is_no_action_before_the_answer(actions: ActionExecutor) -> None:
    state = engine.start(services().tasks["draft"]).model_dump(mode="json")
    before = ({"event": "action", "name": "action_answer"},)
    outcome = run(actions, "validate_draft_form", "jag själv", slots={"draft_state": state},
                  form="draft_form", before=before)  # fmt: skip
    assert outcome.slots["draft_state"]["answers"] == {"who": "self"}


def test_a_question_inside_a_task_is_left_to_the_rules(actions: ActionExecutor) -> None:
    state = engine.start(services().tasks["draft"]).model_dump(mode="json")
    outcome = run(actions, "validate_draft_form", "vad kostar det?", "kostnad",
                  slots={"draft_state": state}, form="draft_form")  # fmt: skip
    assert outcome.rejected and outcome.slots == {}


def test_a_yes_to_stopping_forgets_all_and_ends_the_form(actions: ActionExecutor) -> None:
    state = engine.start(services().tasks["draft"]).model_dump(mode="json") | {"asked": "stop"}
    outcome = run(actions, "validate_draft_form", "ja", "ja", form="draft_form",
                  slots={"draft_state": state, "role": "Personal"})  # fmt: skip
    assert outcome.slots == {"draft_state": None, "role": None, "requested_slot": None}
    assert (outcome.loops, outcome.next) == ([None], ["action_listen"])
    offered = {"buttons": [{"title": "Ja", "payload": "/borja-om"}]}
    before = ({"event": "user", "text": "avbryt"}, {"event": "bot", "text": "Sluta?", "data": offered})
    outside = run(actions, "action_confirm", "ja", "ja", slots={"role": "Personal"}, before=before)
    assert outside.slots == {"role": None}


def test_another_task_is_asked_after_the_form_has_ended(actions: ActionExecutor) -> None:
    state = engine.start(services().tasks["draft"]).model_dump(mode="json")
    outcome = run(actions, "validate_draft_form", "nej jag ville förbereda mötet", form="draft_form",
                  slots={"draft_state": state})  # fmt: skip
    assert (outcome.loops, outcome.next) == ([None], ["prepare_form"])


def test_an_answer_to_a_card_goes_back_to_it_and_ends_the_form(actions: ActionExecutor) -> None:
    metadata = {"context": {"task": "draft", "step": "situation"}}
    outcome = run(actions, "action_answer", "När jag ringer BUP svarar ingen", "klaga", metadata=metadata,
                  form="contact_form")  # fmt: skip
    assert outcome.customs == [{"for_card": True}] and outcome.loops == [None]
    assert outcome.slots == {"requested_slot": None} and outcome.next == ["action_listen"]
    beside = run(actions, "action_answer", "vad kostar det?", "kostnad", metadata=metadata)
    assert beside.customs[0]["topic"] == "kostnad" and beside.loops == []


def test_an_answer_from_the_page_of_another_step_is_not_taken(actions: ActionExecutor) -> None:
    state = engine.start(services().tasks["draft"]).model_dump(mode="json")
    outcome = run(actions, "validate_draft_form", "mig själv", form="draft_form",
                  slots={"draft_state": state}, metadata={"step": "draft.goals"})  # fmt: skip
    kept = outcome.slots["draft_state"]
    assert (kept["error"], kept["answers"]) == ("page_left", {})


def test_the_very_question_of_a_button_is_answered(actions: ActionExecutor) -> None:
    entities = [{"entity": "passage", "value": "resan"}]
    outcome = run(actions, "action_answer", "/kostnad", "kostnad", entities=entities, second="tolk#x")
    assert outcome.customs[0]["passage"] == outcome.slots["last_passage"] == "kostnad#resan"


def test_a_minor_is_remembered_as_one_when_words_turn_heavy(actions: ActionExecutor) -> None:
    heavy = {"category": "", "level": "heavy", "person": "self"}
    words, minor = "jag orkar inte mer med allt asså", {"told": {"role": "minor"}}
    assert "116 111" in run(actions, "action_clarify", words, danger=heavy, slots=minor).texts[0]
    assert "116 111" not in run(actions, "action_clarify", words, danger=heavy).texts[0]


@pytest.mark.parametrize(
    ("form", "context", "met"),
    [
        (None, None, "urgent"),
        ("draft_form", None, "acute"),
        (None, {"task": "draft", "step": "situation"}, "acute"),
    ],
)
def test_danger_in_a_form_or_beside_a_card_is_met_as_in_a_first_message(
    actions: ActionExecutor, form: str | None, context: dict[str, Any] | None, met: str
) -> None:
    danger = {"category": "general", "level": "acute", "person": "", "acute": 0.5, "heavy": 0.9}
    ranking = [{"name": "kris", "confidence": 1.0}, {"name": "nlu_fallback", "confidence": 0.2}]
    told = {"event": "user", "text": "vad är en sip"}
    outcome = run(
        actions, "action_crisis", "det blev så igen", "kris", form=form, before=(LISTEN, told),
        danger=danger, intent_ranking=ranking, metadata={"context": context} if context else {},
    )  # fmt: skip
    assert outcome.customs[0]["care"] == met
