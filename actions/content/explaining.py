"""Turns the errors of YAML and pydantic into problems that say what to write instead."""

from collections.abc import Iterator

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from actions.content.problems import Problem, problem

UNREADABLE = (ValidationError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError)


def explain(where: str, error: Exception) -> Iterator[Problem]:
    """What is wrong with a file, a line for each fault."""
    if isinstance(error, ValidationError):
        yield from (_field(where, fault) for fault in error.errors())
    elif isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        yield problem(where, "broken_heading", line=error.problem_mark.line + 1)
    elif isinstance(error, KeyError):
        yield problem(where, "missing_heading", heading=error.args[0])
    else:
        yield problem(where, "unreadable", detail=str(error))


def _field(where: str, fault: ErrorDetails) -> Problem:
    field, kind, context = ".".join(map(str, fault["loc"])), fault["type"], fault.get("ctx", {})
    if kind == "missing":
        return problem(where, "missing_field", field=field)
    if kind == "extra_forbidden":
        return problem(where, "unknown_field", field=field)
    if kind.startswith("date"):
        return problem(where, "wrong_date", field=field)
    if kind == "enum":
        return problem(where, "wrong_choice", field=field, choices=context["expected"].replace(" or ", ", "))
    if kind == "too_short":
        return problem(where, "too_few", field=field, limit=context["min_length"])
    if kind == "too_long":
        return problem(where, "too_many", field=field, limit=context["max_length"])
    return problem(where, "wrong_field", field=field, detail=str(context.get("error", fault["msg"])))
