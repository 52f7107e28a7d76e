"""The rooms lean on each other in one direction: no circle of files or of packages."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from actions.settings import ROOT

OURS = ("actions", "bot")


def modules() -> dict[str, Path]:
    """Dotted name → file, of every module of the project."""
    paths = [path for top in OURS for path in (ROOT / top).rglob("*.py") if "tests" not in path.parts]
    named = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in paths}
    return {name.removesuffix(".__init__"): path for name, path in named.items()}


def imported(name: str, path: Path, known: set[str]) -> Iterator[str]:
    """The project's modules that a module names in an import, also inside functions and for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [one for one in inner if one in known]
            yield from found or ([node.module] if node.module in known else [])


@cache
def graph() -> dict[str, set[str]]:
    known = modules()
    return {name: set(imported(name, path, set(known))) - {name} for name, path in known.items()}


def package(name: str) -> str:
    """The room of a module: `actions.tasks.engine` → `actions.tasks`, `bot.web.http.accept` → `bot.web.http`.

    What lies directly in a house of several rooms (`bot.web.app`) is a room of its own.
    """
    parts = name.split(".")
    deep = 3 if parts[:2] in (["bot", "web"], ["bot", "rasa"], ["bot", "tools"]) else 2
    return ".".join(parts[:deep])


def circle(edges: dict[str, set[str]]) -> list[str]:
    try:
        tuple(TopologicalSorter(edges).static_order())
    except CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


def test_no_files_lean_on_each_other_in_a_circle() -> None:
    assert circle(graph()) == []


@pytest.mark.parametrize("top", OURS)
def test_no_rooms_lean_on_each_other_in_a_circle(top: str) -> None:
    rooms: dict[str, set[str]] = {}
    for name, targets in graph().items():
        if name.startswith(f"{top}."):
            inside = {package(target) for target in targets if target.startswith(f"{top}.")}
            rooms.setdefault(package(name), set()).update(inside - {package(name)})
    assert circle(rooms) == []


def test_the_domain_does_not_know_what_runs_it() -> None:
    assert [name for name, targets in graph().items() if name.startswith("actions")
            and any(target.startswith("bot") for target in targets)] == []  # fmt: skip


def test_a_circle_would_be_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})


def test_what_serves_never_needs_the_tools() -> None:
    outside = ("bot.tools",)
    assert [name for name, targets in graph().items() if not name.startswith(outside)
            and any(target.startswith(outside) for target in targets)] == []  # fmt: skip
