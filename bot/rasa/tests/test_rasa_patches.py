"""The shortcuts change how long an answer takes, never what it is."""

import asyncio
import os
from types import SimpleNamespace
from typing import Any, Dict, List, Optional, Text, Type

import pytest
from aiohttp import web
from rasa.core import processor
from rasa.core.channels.channel import UserMessage
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.part_of_message import PartOfMessage
from bot.rasa.rasa_patches import KeptEndpoint, StraightRunner, start_with_forks, understand_aside
from bot.rasa.side_by_side import forks_here


class Adds(GraphComponent):
    def __init__(self, name: Text, calls: List[Text]) -> None:
        self._name, self._calls = name, calls

    @classmethod
    def create(cls, config: Dict[Text, Any], **_: Any) -> "Adds":
        return cls(config["name"], config["calls"])

    def add(self, one: int, other: int) -> int:
        self._calls.append(self._name)
        return one + other


def graph(calls: List[Text], broken: Optional[Text] = None) -> GraphSchema:
    """`top` needs `left` and `right`, both need `root`; `aside` is needed by nobody."""
    needs = {
        "root": {"one": "__given__", "other": "__given__"},
        "left": {"one": "root", "other": "__given__"},
        "right": {"one": "root", "other": "left"},
        "top": {"one": "left", "other": "right"},
        "aside": {"one": "root", "other": "root"},
    }
    if broken:
        needs[broken]["one"] = "nowhere"
    return GraphSchema(
        {
            name: SchemaNode(
                needs=wanted,
                uses=Adds,
                constructor_name="create",
                fn="add",
                config={"name": name, "calls": calls},
                eager=True,
            )
            for name, wanted in needs.items()
        }
    )


def run(runner: Type[GraphRunner], calls: List[Text], targets: List[Text], **flaw: Text) -> Dict[Text, Any]:
    schema = graph(calls, **flaw)
    return runner.create(schema, SimpleNamespace(), ExecutionContext(schema)).run({"__given__": 3}, targets)


@pytest.mark.parametrize("targets", [["top"], ["right", "aside"], ["root"]])
def test_the_components_give_what_they_give_with_rasas_own_runner(targets: List[Text]) -> None:
    assert run(StraightRunner, [], targets) == run(DaskGraphRunner, [], targets)


def test_each_component_runs_once_after_those_it_needs_and_others_not_at_all() -> None:
    calls: List[Text] = []
    run(StraightRunner, calls, ["top"])
    assert calls == ["root", "left", "right", "top"]


def test_another_question_of_the_same_model_is_answered_anew() -> None:
    schema = graph([])
    runner = StraightRunner.create(schema, SimpleNamespace(), ExecutionContext(schema))
    assert [runner.run({"__given__": n}, ["root"]) for n in (1, 2)] == [{"root": 2}, {"root": 4}]


def test_a_component_that_lacks_something_is_an_error() -> None:
    with pytest.raises(GraphRunError):
        run(StraightRunner, [], ["top"], broken="left")


async def test_the_action_server_is_called_over_one_connection_until_it_is_gone() -> None:
    seen = []

    async def webhook(request: web.Request) -> web.Response:
        seen.append(request.transport.get_extra_info("peername"))
        return web.json_response({"said": await request.json(), "token": request.query["token"]})

    async def start(port: int) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/webhook", webhook)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        return runner

    runner = await start(0)
    port = runner.addresses[0][1]
    endpoint = KeptEndpoint(f"http://127.0.0.1:{port}/webhook", token="t")
    for number in range(3):
        assert await endpoint.request(json={"n": number}) == {"said": {"n": number}, "token": "t"}
    assert len(set(seen)) == 1

    await runner.cleanup()
    runner = await start(port)
    assert await endpoint.request(json={}) == {"said": {}, "token": "t"}
    assert len(set(seen)) == 2
    async with endpoint.session() as session:
        pass
    assert not session.closed
    await session.close()
    await runner.cleanup()


class Graph:
    """Stands in for a loaded model: tells what it was asked."""

    def run(self, inputs: Dict[Text, Any], targets: List[Text]) -> Dict[Text, Any]:
        (message,) = inputs["__message__"]
        known = {"text": message.text, "metadata": message.metadata, "history": inputs["__tracker__"].events}
        return {"nlu": [Message({**known, "process": os.getpid()})]}


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> processor.MessageProcessor:
    told = SimpleNamespace(assistant_id="x", domain=None, nlu_target="nlu")
    monkeypatch.setattr(
        processor.MessageProcessor, "_load_model", staticmethod(lambda path: (path, told, Graph()))
    )
    made = processor.MessageProcessor.__new__(processor.MessageProcessor)
    start_with_forks(made, "model", None, None, None)
    return made


async def test_a_message_is_understood_with_its_metadata_and_without_those_before_it(reader) -> None:
    tracker = DialogueStateTracker.from_events("a", [UserUttered("förr")])
    message = UserMessage("hej", sender_id="a", metadata=PartOfMessage())
    found = await understand_aside(reader, message, tracker, only_output_properties=False)
    assert (found["text"], list(found["history"])) == ("hej", [])
    assert isinstance(found["metadata"], PartOfMessage)


@pytest.mark.skipif(forks_here() < 1, reason="one core")
async def test_several_messages_are_understood_in_several_processes(reader) -> None:
    asked = [UserMessage(text) for text in ("ett", "två", "tre", "fyra")]
    found = await asyncio.gather(*(understand_aside(reader, one, None, False) for one in asked))
    assert [one["text"] for one in found] == ["ett", "två", "tre", "fyra"]
    assert len({one["process"] for one in found}) > 1
