"""Each old part of Rasa's environment has its row: what it is for, and why its faults cannot be reached."""

import re

from actions.settings import ROOT

# Rasa, or what Rasa needs, holds these back: the version pinned is told in the table.
_TABLE = (ROOT / "docs" / "dependency-audit.md").read_text(encoding="utf-8")
_LOCK = (ROOT / "bot" / "rasa" / "requirements.lock").read_text(encoding="utf-8")
_PINNED = dict(re.findall(r"^([a-z0-9.-]+)==([^ ;]+)", _LOCK, re.M))
# Those that nothing holds back: `make lock` takes the newest.
_FOLLOWING = [
    "aiofiles", "aiohappyeyeballs", "aiohttp", "aiosignal", "annotated-doc", "async-timeout", "certifi",
    "cffi", "charset-normalizer", "click", "cloudpathlib", "colorama", "cryptography", "frozenlist",
    "fsspec", "greenlet", "httptools", "idna", "jinja2", "markdown-it-py", "markupsafe", "mdurl",
    "multidict", "pluggy", "propcache", "pycparser", "pygments", "pyjwt", "pyparsing", "pyreadline3",
    "pywin32", "pyyaml", "requests", "rich", "sentry-sdk", "shellingham", "six", "smart-open",
    "threadpoolctl", "toolz", "tqdm", "typer", "typer-slim", "typing-extensions", "tzdata", "ujson",
    "urllib3", "uvloop", "wcwidth", "wrapt", "yarl",
]  # fmt: skip


def test_every_part_that_is_held_back_stands_in_the_table_with_its_version() -> None:
    told = dict(
        re.findall(r"([a-z0-9.-]+) (\d[\w.]*)", " ".join(re.findall(r"^\| ([^|]+) \|", _TABLE, re.M)))
    )
    old = {name: version for name, version in _PINNED.items() if name not in _FOLLOWING}
    assert old == told


def test_no_part_is_called_both_old_and_following() -> None:
    assert set(_FOLLOWING) <= set(_PINNED)
