"""The published JSON schema of a draft. `python -m actions.drafting.schema` writes it anew."""

import json

from actions.drafting.draft import Draft
from actions.settings import get_settings


def schema_text() -> str:
    """The schema as it stands in `content/schemas/draft.schema.json`."""
    return json.dumps(Draft.model_json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    (get_settings().content / "schemas" / "draft.schema.json").write_text(schema_text(), encoding="utf-8")
