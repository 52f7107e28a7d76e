"""Content goes live as a copy that has been tried out; files that are being edited are never served."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from actions.publishing.fingerprint import is_current
from actions.settings import ROOT, Settings

_SIDE = "next-"
_FOLLOWED = "notice.yml"  # the one file that is followed while the service runs


def publish(settings: Settings, say: Callable[[str], None]) -> Settings | None:
    """Settings that show what is live: the present content if it can be shown, else the last good one.

    None when there is neither. The reason is said in one line or a few.
    """
    live = settings.build / "content"
    if not _is_live(settings, live):
        say("compiling content …")
        problem = _go_live(settings, live)
        if problem and not (live.is_dir() and settings.database.exists()):
            say(f"content cannot be published:\n{problem}")
            return None
        if problem:
            say(f"content has errors, keeping the last good version:\n{problem}")
    return settings.model_copy(update={"content": live})


def _is_live(settings: Settings, live: Path) -> bool:
    """True when the database is compiled from the present files, and the copy that is shown is the same."""
    try:
        return all(is_current(folder, settings.database) for folder in (settings.content, live))
    except (OSError, sqlite3.Error, ValueError):  # cut off, locked or unreadable: made anew
        return False


def _go_live(settings: Settings, live: Path) -> str:
    """Tries the content out to the side and switches. Returns what is wrong with it, if anything."""
    side = settings.build / f"{_SIDE}{os.getpid()}"  # two copies may start side by side
    _clear_away(settings.build)
    try:
        side.mkdir(parents=True)
        _copy(settings.content, side / "content")
        problem = _compiled(side) or _rehearsed(side)
        if not problem:
            _follow(settings.content / _FOLLOWED, side / "content" / _FOLLOWED)
            if live.exists():
                live.replace(side / "old")
            (side / "content").replace(live)
            (side / "content.sqlite").replace(settings.database)
        return problem
    except shutil.Error as error:  # one of each file that could not be copied
        *_, (_, _, reason) = error.args[0]
        return str(reason)
    except OSError as error:
        return str(error)
    finally:
        shutil.rmtree(side, ignore_errors=True)


def _copy(source: Path, copy: Path) -> None:
    """A copy that this user may change and take away, also of files that nobody may write."""
    shutil.copytree(source, copy, copy_function=shutil.copyfile)
    for folder in [copy, *(path for path in copy.rglob("*") if path.is_dir())]:
        folder.chmod(0o755)


def _clear_away(build: Path) -> None:
    """What launchers that were killed in the middle left behind, this one's namesake too."""
    for left in build.glob(f"{_SIDE}*"):
        maker = left.name.removeprefix(_SIDE)
        if maker == str(os.getpid()) or not _is_alive(maker):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _compiled(side: Path) -> str:
    from actions.publishing.build import build  # at need: it would delay every start by half a second

    try:
        build(side / "content", side / "content.sqlite")
    except Exception as error:  # whatever stands in the files must not stop the last good version
        return str(error) or type(error).__name__
    return ""


def _rehearsed(side: Path) -> str:
    """Shows every page in a process of its own. Returns what it said when one could not be shown."""
    places = {"PYTHONPATH": str(ROOT), "SIP_CONTENT": str(side / "content"), "SIP_BUILD": str(side)}
    tried = subprocess.run(
        [sys.executable, "-m", "bot.launch.smoke_test"],
        cwd=ROOT,
        env={**os.environ, **places},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return tried.stdout.strip() or f"ended with {tried.returncode}" if tried.returncode else ""


def _follow(source: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    copy.symlink_to(source.resolve())
