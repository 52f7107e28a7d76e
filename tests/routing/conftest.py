"""The directory and the rules as they are published."""

from pathlib import Path

import pytest
import sqlite_utils

from actions.publishing.directory_build import build_directory
from actions.routing.directory import Directory
from actions.routing.finding import place_finder
from actions.routing.places import PlaceFinder
from actions.routing.rules import Rules, load_rules
from actions.settings import ROOT

CONTENT = ROOT / "content"


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    path = tmp_path_factory.mktemp("directory") / "content.sqlite"
    database = sqlite_utils.Database(path)
    build_directory(database, CONTENT)
    database.close()
    return Directory.open(Path(path))


@pytest.fixture(scope="session")
def finder(directory: Directory) -> PlaceFinder:
    return place_finder(directory)


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules(CONTENT)
