"""What the README says can be done can be done."""

import re
from collections.abc import Iterator

import pytest

from actions.settings import ROOT, Settings
from tests.site import TestClient, compiled_build, open_app

README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The site without Rasa, with the pages for its operator opened."""
    settings = Settings(build=compiled_build(), metrics_token="a token of the test")
    with TestClient(open_app(settings)) as running:
        yield running


def test_every_command_is_there() -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))
    assert {"run", "test"} <= named <= TARGETS


def test_the_table_of_settings_is_whole_and_true() -> None:
    rows = dict(re.findall(r"^\| `SIP_([A-Z_]+)` \| ([^|]+) \|", README, re.MULTILINE))
    assert {name.lower() for name in rows} == set(Settings.model_fields)
    for name, told in rows.items():
        default = Settings.model_fields[name.lower()].default
        if isinstance(default, (int, str)) and default not in ("", 0):
            assert told.strip() == str(default)


def test_every_file_it_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)", README)
    assert len(links) > 5
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(?:GET )?(/[a-z][a-z/.-]*)`", README))))
def test_every_address_answers(client: TestClient, path: str) -> None:
    assert client.get(path).status_code not in (404, 405)


def test_every_address_for_programs_is_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    named = re.findall(r"`(GET|POST|DELETE) (/(?:api|webhooks|healthz|readyz)[^`]*)`", README)
    assert len(named) > 6
    assert [(how, path) for how, path in named if how.lower() not in described.get(path, {})] == []
