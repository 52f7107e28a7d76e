from pathlib import Path

import pytest

from actions.tasks.models import Task, load_tasks

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="session")
def tasks() -> dict[str, Task]:
    return load_tasks(CONTENT)


@pytest.fixture
def draft(tasks: dict[str, Task]) -> Task:
    return tasks["draft"]
