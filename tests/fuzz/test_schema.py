"""Requests made up from the service's own description of itself: none is a fault of ours."""

from typing import Any, cast

import pytest
from fastapi import FastAPI

from tests.fuzz.judging import faults
from tests.fuzz.ways_in import Request, send
from tests.site import TestClient

pytestmark = pytest.mark.slow


def test_no_request_that_the_description_leads_to_is_a_fault(client: TestClient) -> None:
    # Loaded here: it takes half a second, in every test process.
    from tests.fuzz.schema import operations, try_out

    wrong: list[Any] = []
    statuses: set[int] = set()

    def call(request: Request) -> None:
        reply = send(client, request)
        statuses.add(reply.status_code)
        wrong.extend((request, fault) for fault in faults(reply))

    for operation in operations(cast(FastAPI, client.app)):
        try_out(operation, 5, call)
    assert wrong == []
    assert {200, 204, 404, 422} <= statuses
