import os
import secrets
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import settings

from bot.tools.running_service import running_service
from tests.talking import Talk

settings.register_profile("no-clock", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("no-clock")


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a running service: the one at SIP_TEST_URL, else one started for these tests."""
    given = os.environ.get("SIP_TEST_URL")
    if given:
        yield given.rstrip("/")
        return
    with running_service() as address:
        yield address


@pytest.fixture(scope="session")
def client(service: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service, timeout=20, trust_env=False) as open_client:
        yield open_client


@pytest.fixture
def talk(client: httpx.Client) -> Talk:
    """A conversation nobody has used before."""
    return Talk(client, secrets.token_hex(16))
