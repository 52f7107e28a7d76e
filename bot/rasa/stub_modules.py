"""Rasa's command line without what this project never uses: TensorFlow, cloud clients, chat services.

Rasa imports them all at start, also when no component needs them. They are not installed
(`bot/rasa/pyproject.toml` leaves them out); here their names are taken by empty stand-ins before Rasa is
imported. `make stock-rasa` makes an environment with all of it.
"""

import os
import sys
import warnings
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import accumulate
from types import ModuleType
from typing import Any, List, Optional, Sequence

LEFT_OUT = frozenset(
    {
        "aio_pika",
        "aiogram",
        "aiormq",
        "boto3",
        "botocore",
        "cachecontrol",
        "colorclass",
        "fbmessenger",
        "google.auth",
        "google.cloud",
        "google.oauth2",
        "keras",
        "matplotlib",
        "mattermostwrapper",
        "networkx",
        "pymongo",
        "regex",
        "rocketchat_API",
        "slack_sdk",
        "socketio",
        "tensorflow",
        "twilio",
        "webexteamssdk",
    }
)


class _Nested(type):
    """Any public attribute of a stand-in is the stand-in, so that Rasa's classes can name it as a base."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return LeftOut


class LeftOut(Exception, metaclass=_Nested):
    """Stands for every class of a package that is left out. Using one is an error that says so."""

    def __new__(cls, *_: Any, **__: Any) -> "LeftOut":
        raise RuntimeError("this package is left out; see bot/rasa/stub_modules.py")


class _StandIn(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return LeftOut


class _Finder(MetaPathFinder, Loader):
    """Finds the packages that are left out before the real ones are."""

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]], target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        parents = accumulate(fullname.split("."), "{}.{}".format)
        if not LEFT_OUT.isdisjoint(parents):
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""


def leave_out() -> None:
    """From now on the packages in LEFT_OUT are empty. Call before anything of Rasa is imported."""
    sys.meta_path.insert(0, _Finder())


def keep_sanic_quiet() -> None:
    """Sanic sets up logging of its own when an app is made: whole tracebacks with what an exception says.

    Now it changes nothing, and `bot/logging.yml` counts.
    """
    from sanic.log import LOGGING_CONFIG_DEFAULTS

    LOGGING_CONFIG_DEFAULTS.clear()
    LOGGING_CONFIG_DEFAULTS.update(version=1, incremental=True)


def with_token(arguments: Sequence[str], token: str) -> List[str]:
    """`rasa run` asks for the token. Given to this program, every user of the machine could read it."""
    asks = token and arguments[:1] == ["run"]
    return [*arguments, f"--auth-token={token}"] if asks else [*arguments]


def main() -> None:
    """Rasa's own command line, given this program's arguments and SIP_RASA_TOKEN."""
    leave_out()
    keep_sanic_quiet()
    # Sanic switches these on again whatever PYTHONWARNINGS says; nobody can act on a frozen Rasa's.
    warnings.showwarning = lambda *_, **__: None
    from rasa.__main__ import main as rasa

    from bot.rasa.rasa_patches import take_shortcuts

    take_shortcuts()
    if sys.argv[1:2] == ["train"]:
        from bot.rasa.training_patches import take_training_shortcuts

        take_training_shortcuts()
    sys.argv[1:] = with_token(sys.argv[1:], os.environ.get("SIP_RASA_TOKEN", ""))
    rasa()


if __name__ == "__main__":
    main()
