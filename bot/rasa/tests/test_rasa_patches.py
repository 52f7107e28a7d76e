"""The shortcuts change how long an answer takes, never what it is."""

from types import SimpleNamespace
from typing import Any, Dict, List, Optional, Text, Type

import pytest
from aiohttp import web
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner

from bot.rasa.rasa_patches import KeptEndpoint, StraightRunner


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
