"""Requests made up from /openapi.json: right ones, and ones that break what it says."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import schemathesis
from fastapi import FastAPI
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode

from actions.drafting.draft import Draft
from tests.fuzz.ways_in import Request, escaped

_REF = "#/components/schemas/{model}"
_SETTINGS = hypothesis.settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=(hypothesis.Phase.generate,),
    suppress_health_check=list(hypothesis.HealthCheck),
)


def operations(app: FastAPI) -> Iterator[Any]:
    """Everything that /openapi.json describes; a document's body as the schema of drafts has it."""
    described: dict[str, Any] = json.loads(json.dumps(app.openapi()))
    draft = Draft.model_json_schema(ref_template=_REF)
    described["components"]["schemas"].update(draft.pop("$defs"))
    document = described["paths"]["/api/documents"]["post"]
    document["requestBody"]["content"]["application/json"]["schema"] = draft
    for result in schemathesis.openapi.from_dict(described).get_all_operations():
        yield result.ok()  # type: ignore[union-attr] # a schema of our own has no faults


def try_out(operation: Any, examples: int, call: Callable[[Request], None]) -> None:
    """Calls with `examples` requests of each kind, the same ones every time. Raises what `call` raises."""
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

        @hypothesis.settings(_SETTINGS, max_examples=examples)
        @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
        def run(case: Case) -> None:
            call(_as_knock(case))

        try:
            run()
        except Unsatisfiable:  # a request without parameters cannot be broken
            assert mode is GenerationMode.NEGATIVE, operation.label


def _as_knock(case: Case) -> Request:
    request = case.as_transport_kwargs(base_url="http://testserver")
    query = "&".join(_pairs(request["params"]))
    body = json.dumps(request["json"]).encode() if "json" in request else request.get("data")
    return Request(
        request["method"],
        request["url"] + (f"?{query}" if query else ""),
        body.encode() if isinstance(body, str) else body,
        {name: value.encode() for name, value in request["headers"].items()},
    )


def _pairs(params: dict[str, Any]) -> Iterator[str]:
    for name, value in params.items():
        for one in value if isinstance(value, list) else [value]:
            yield f"{escaped(name)}={escaped(str(one))}"
