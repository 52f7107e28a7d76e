"""Whether the compiled content is made from the present files. Read at every start, so it imports little."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA_VERSION = "5"


def fingerprint(content: Path) -> str:
    """Hash over the names and bytes of all content files; equal means nothing to rebuild."""
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    for path in sorted(path for path in content.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(content)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(content: Path, target: Path) -> bool:
    """True when `target` was compiled from exactly this content. Raises sqlite3.Error when it is damaged."""
    if not target.exists():
        return False
    with closing(sqlite3.connect(f"file:{target}?mode=ro&immutable=1", uri=True)) as database:
        made = database.execute("select name from sqlite_master where name = 'meta'").fetchone()
        row = database.execute("select fingerprint from meta").fetchone() if made else None
    return row is not None and row[0] == fingerprint(content)
