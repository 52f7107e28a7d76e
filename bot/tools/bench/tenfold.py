"""The compiled content and directory, ten times over, to see whether size costs time."""

import json
import shutil
import sqlite3
from pathlib import Path

_COPIES = 9
_SYLLABLES = ("bor", "dal", "fors", "gar", "hed", "kulla", "lid", "mar", "nor")


def build(database: Path, folder: Path) -> Path:
    """Copies `database`, with nine more of each answer, passage, concept and place; returns the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / database.name
    shutil.copy(database, target)
    db = sqlite3.connect(target)
    with db:
        for copy in range(_COPIES):
            for table, name in (("answers", "title"), ("passages", "question"), ("concepts", "term")):
                _copy_items(db, table, name, copy)
            db.execute(
                "insert into texts(kind, ref, title, body) "
                "select kind, ref || ?, title || ?, body from texts where ref not like '%-copy%'",
                (f"-copy{copy}", f" {_SYLLABLES[copy]}"),
            )
            _copy_places(db, copy)
    db.close()
    return target


def _copy_items(db: sqlite3.Connection, table: str, name: str, copy: int) -> None:
    rows = db.execute(f"select id, model from {table} where id not like '%-copy%'").fetchall()  # noqa: S608
    for key, text in rows:
        model = json.loads(text)
        model |= {"id": f"{key}-copy{copy}", name: f"{model[name]} {_SYLLABLES[copy]}"}
        if "synonyms" in model:
            model |= {"synonyms": [], "deprecated": [], "broader": []}
        db.execute(f"insert into {table}(id, model) values (?, ?)", (model["id"], json.dumps(model)))  # noqa: S608


def _copy_places(db: sqlite3.Connection, copy: int) -> None:
    columns = [row[1] for row in db.execute("pragma table_info(places)")]
    others = ", ".join(column for column in columns if column != "name")
    rows = f"select name || ?, {others} from places where rowid <= (select count(*) from places) / ?"  # noqa: S608
    db.execute(f"insert into places(name, {others}) {rows}", (_SYLLABLES[copy], copy + 1))
