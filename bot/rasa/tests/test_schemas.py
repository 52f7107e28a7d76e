"""What an action answers is still checked; only the schema is not checked again."""

import jsonschema
import pytest

from bot.rasa.schemas import check_schemas_once

SCHEMA = {"type": "object", "properties": {"events": {"type": "array"}}}


@pytest.fixture
def checks(monkeypatch):
    """How often a schema was checked against the standard."""
    asked = []
    kept = jsonschema.Draft202012Validator.check_schema

    def counted(schema, *args, **kwargs):
        asked.append(schema)
        kept(schema, *args, **kwargs)

    monkeypatch.setattr(jsonschema.Draft202012Validator, "check_schema", staticmethod(counted))
    check_schemas_once()
    return asked


def test_a_schema_is_checked_once(checks):
    for _ in range(3):
        jsonschema.validate({"events": []}, dict(SCHEMA))
    assert len(checks) == 1


def test_an_answer_that_does_not_fit_is_refused_every_time(checks):
    for _ in range(2):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"events": "none"}, SCHEMA)


def test_a_schema_that_is_wrong_is_refused_every_time(checks):
    for _ in range(2):
        with pytest.raises(jsonschema.SchemaError):
            jsonschema.validate({}, {"type": "nothing"})
