"""Rasa checks each answer of an action against a schema, and each time that schema against the standard.

The second took two fifths of a message's time. Here it is done once a schema: docs/decisions/0014-speed.md.
"""

import json
from typing import Any, Set

from jsonschema import Draft202012Validator


def check_schemas_once() -> None:
    """From now on a schema that was found sound is not checked again. One that is not raises as before."""
    check = Draft202012Validator.check_schema
    sound: Set[str] = set()

    def check_once(schema: Any, *args: Any, **kwargs: Any) -> None:
        key = json.dumps(schema, sort_keys=True, default=repr)
        if key not in sound:
            check(schema, *args, **kwargs)
            sound.add(key)

    Draft202012Validator.check_schema = staticmethod(check_once)
