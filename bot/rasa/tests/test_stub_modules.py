"""Serving starts without what it never uses, and says so plainly if something asks for it after all."""

import subprocess
import sys

import pytest

from bot.rasa.stub_modules import LEFT_OUT, LeftOut, with_token

_IMPORT = """
from bot.rasa.stub_modules import leave_out
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


_FAULT = """
from bot.rasa.stub_modules import keep_sanic_quiet, leave_out
leave_out()
keep_sanic_quiet()
from bot.quiet_logging import configure
configure()
from rasa.server import create_app
from rasa.utils.common import update_sanic_log_level
app = create_app()
update_sanic_log_level()
from sanic.log import error_logger
try:
    raise ValueError("hemligtord")
except ValueError:
    error_logger.exception("Exception occurred while handling uri: %s", "hemligtord")
"""


def test_a_fault_in_the_server_is_told_by_place_and_kind_and_never_by_what_was_said() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _FAULT],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert "ValueError" in run.stderr and "sanic.error" in run.stderr
    assert "hemligtord" not in run.stdout + run.stderr


@pytest.mark.parametrize("token", ["-begins-like-an-option", "an ordinary one"])
def test_any_token_is_asked_for_by_the_server_and_by_nothing_else(token: str) -> None:
    from rasa.__main__ import create_argument_parser

    parser = create_argument_parser()
    assert parser.parse_args(with_token(["run", "--enable-api"], token)).auth_token == token
    assert with_token(["train"], token) == ["train"]
    assert with_token(["run"], "") == ["run"]
