"""Serving starts without what it never uses, and says so plainly if something asks for it after all."""

import subprocess
import sys

import pytest

from bot.rasa.lean import LEFT_OUT, LeftOut

_IMPORT = """
from bot.rasa.lean import leave_out
leave_out()
import sys
import rasa.core.run
import bot.rasa.components.classifier
import bot.rasa.components.crisis_guard
import bot.rasa.components.encoder
import bot.rasa.components.tokenizer
real = [name for name in sys.argv[1:] if getattr(sys.modules.get(name), "__file__", None)]
raise SystemExit(f"really imported: {real}" if real else 0)
"""


def test_the_server_and_its_components_import_without_any_of_it() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _IMPORT, *sorted(LEFT_OUT)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-2000:]


def test_a_class_may_name_it_as_its_base() -> None:
    class Callback(LeftOut.keras.callbacks.Callback):
        pass

    assert issubclass(Callback, LeftOut)


def test_using_it_is_an_error_that_says_why() -> None:
    with pytest.raises(RuntimeError, match="left out"):
        LeftOut.Session("name")
