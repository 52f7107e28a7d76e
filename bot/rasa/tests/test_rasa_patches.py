"""The shortcuts change how long an answer takes, never what it is."""

import asyncio
import os
import threading
from types import SimpleNamespace
from typing import Any, Dict, List, Optional, Text, Type

import pytest
from aiohttp import web
from rasa.core.channels.channel import UserMessage
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.rasa_patches import KeptEndpoint, StraightRunner, understand_aside


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


class Reader:
    """Stands in for Rasa's processor: tells on which thread it understood what."""

    def __init__(self, meeting: Optional[threading.Barrier] = None) -> None:
        self._meeting = meeting

    def _parse_message_with_graph(
        self, message: UserMessage, tracker: DialogueStateTracker, only_output_properties: bool
    ) -> Dict[Text, Any]:
        if message.text == "fel":
            raise ValueError(message.text)
        if self._meeting:
            self._meeting.wait(timeout=10)
        told = {"text": message.text, "sender": tracker.sender_id, "only": only_output_properties}
        return {**told, "aside": threading.current_thread() is not threading.main_thread()}


async def test_a_message_is_understood_aside_with_its_conversation() -> None:
    message = UserMessage("hej", sender_id="a")
    told = {"text": "hej", "only": True, "aside": True}
    assert await understand_aside(Reader(), message) == {**told, "sender": "a"}
    tracker = DialogueStateTracker.from_events("b", [])
    assert await understand_aside(Reader(), message, tracker) == {**told, "sender": "b"}


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core")
async def test_two_messages_are_understood_side_by_side() -> None:
    reader = Reader(threading.Barrier(2))
    both = [understand_aside(reader, UserMessage(text, sender_id=text)) for text in ("ett", "två")]
    assert [found["text"] for found in await asyncio.gather(*both)] == ["ett", "två"]


async def test_what_cannot_be_understood_is_still_an_error() -> None:
    with pytest.raises(ValueError, match="fel"):
        await understand_aside(Reader(), UserMessage("fel", sender_id="a"))
