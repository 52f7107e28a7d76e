"""Writes the widget's types of the chat contract from the service's OpenAPI description.

PYTHONPATH=. .venv/dev/bin/python -m bot.tools.contract_types
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from actions.publishing.build import build
from actions.settings import ROOT, Settings
from bot.web.app import create_app

TARGET = ROOT / "web_widget" / "src" / "contract.ts"
_HEAD = """/** What travels between the widget and the service: docs/chat-contract.md.
 *  Made by `python -m bot.tools.contract_types`; do not edit. */
"""
_NAMES = {
    "Context": "Context",
    "Button": "Button",
    "Source": "Source",
    "ContactRow": "Contact",
    "Mark": "Mark",
    "Forms": "Forms",
    "Progress": "Progress",
    "Custom": "Custom",
    "BotMessage": "BotMessage",
}
_UNSEEN = {"BotMessage": {"recipient_id"}}  # the widget keeps no one's id
_SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}

Schema = dict[str, Any]


def contract_types(schemas: dict[str, Schema]) -> str:
    """TypeScript interfaces of the contract's models. `schemas` are OpenAPI's components."""
    return _HEAD + "".join(_interface(name, schemas[name]) for name in _NAMES)


def _interface(name: str, schema: Schema) -> str:
    needed = schema.get("required", [])
    lines = [f"\nexport interface {_NAMES[name]} {{"]
    for key, field in schema["properties"].items():
        if key in _UNSEEN.get(name, ()):
            continue
        if "description" in field:
            lines.append(f"  /** {field['description']} */")
        lines.append(f"  {key}{'' if key in needed else '?'}: {_type(field)};")
    return "\n".join([*lines, "}", ""])


def _type(field: Schema) -> str:
    """The type of one field. A field that may be null is left out of the JSON instead."""
    choices = [choice for choice in field.get("anyOf", [field]) if choice.get("type") != "null"]
    return " | ".join(map(_one, choices))


def _one(field: Schema) -> str:
    if "$ref" in field:
        return _NAMES[field["$ref"].rsplit("/", 1)[1]]
    if "enum" in field:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in field["enum"])
    if "const" in field:
        return json.dumps(field["const"], ensure_ascii=False)
    if field.get("type") == "array":
        item = _type(field["items"])
        return f"({item})[]" if "|" in item else f"{item}[]"
    return _SIMPLE.get(field.get("type", ""), "Record<string, unknown>")


def main(target: Path = TARGET) -> None:
    """Writes the file, from the content as it is now."""
    with TemporaryDirectory() as folder:
        settings = Settings(build=Path(folder))
        build(settings.content, settings.database)
        schemas = create_app(settings).openapi()["components"]["schemas"]
    target.write_text(contract_types(schemas), encoding="utf-8")


if __name__ == "__main__":
    main()
