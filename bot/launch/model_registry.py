"""The models that lie beside each other: which are whole, which have answered, which are kept."""

import gzip
import hashlib
import zlib
from contextlib import suppress
from pathlib import Path

ENDING = ".tar.gz"
_CHUNK = 1024 * 1024
_KEPT = 3  # the present one, the last good one, and one more for who steps between two versions


def is_whole(model: Path) -> bool:
    """True when the archive is there and can be read to its end: gzip checks length and sum there."""
    try:
        with gzip.open(model) as stream:
            begun = False
            while stream.read(_CHUNK):
                begun = True
    except (OSError, EOFError, zlib.error):
        return False
    return begun


def has_answered(model: Path) -> bool:
    """True when a Rasa has answered with this very file before."""
    try:
        return _mark(model).read_text() == _digest(model)
    except (OSError, ValueError):
        return False


def note_answer(model: Path) -> None:
    """A Rasa has answered with the model: it is the last good one from now on, and the oldest models go."""
    with suppress(OSError):  # a full disk must not stop what works
        _mark(model).write_text(_digest(model))
        for old in _latest_first(model.parent)[_KEPT:]:
            old.unlink(missing_ok=True)
            _mark(old).unlink(missing_ok=True)


def spare(model: Path) -> Path | None:
    """What to serve when no Rasa can answer with the model: the last other one that did.

    None when there is none, and for a model that has answered before: then the fault is not in the model.
    """
    if has_answered(model):
        return None
    return next((one for one in _latest_first(model.parent) if one != model and has_answered(one)), None)


def last_good(folder: Path) -> Path | None:
    """The whole model that answered last; when none ever has, the newest whole one."""
    return next((model for model in _latest_first(folder) if is_whole(model)), None)


def _latest_first(folder: Path) -> list[Path]:
    """Those that have answered, the last one first; then the others, the newest first."""

    def age(model: Path) -> tuple[bool, float]:
        mark = _mark(model)
        return mark.exists(), (mark if mark.exists() else model).stat().st_mtime

    return sorted(folder.glob(f"*{ENDING}"), key=age, reverse=True)


def _mark(model: Path) -> Path:
    """The file that names, by its sum, the model that answered."""
    return model.with_name(model.name.removesuffix(ENDING) + ".answered")


def _digest(model: Path) -> str:
    with model.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
