"""Reads the operators' file, with the logos beside it."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from actions.content.explaining import explain
from actions.content.problems import ContentError, Problem, problem
from actions.content.yaml_files import read_yaml
from actions.operators.logo import logo_problem
from actions.operators.models import Operator, Operators


@dataclass(frozen=True)
class OperatorFile:
    """The operators, and the SVG of each that has one, by operator id."""

    operators: Operators
    logos: dict[str, bytes]

    def of(self, host: str, municipality: str = "") -> Operator | None:
        """The operator of a host or a municipality; None where nobody has said who it is."""
        return self.operators.of(host, municipality)


def read_operators(path: Path | None) -> OperatorFile:
    """Reads the file; nobody when `path` is None. Raises ContentError with all that is wrong in it."""
    if path is None:
        return OperatorFile(Operators(), {})
    try:
        found = Operators.model_validate(read_yaml(path))
    except (OSError, UnicodeDecodeError, ValidationError, TypeError, yaml.YAMLError) as error:
        raise ContentError([*explain(path.name, error)]) from error
    wrong: list[Problem] = []
    logos: dict[str, bytes] = {}
    for operator in found.operators:
        if operator.logo:
            logos[operator.id] = _logo(path, operator.logo, wrong)
    if wrong:
        raise ContentError(wrong)
    return OperatorFile(found, logos)


def _logo(path: Path, name: str, wrong: list[Problem]) -> bytes:
    file = path.parent / name
    if not file.is_file() or file.resolve().parent != path.parent.resolve():
        wrong.append(problem(path.name, "no_logo", name=name))
        return b""
    svg = file.read_bytes()
    key = logo_problem(svg)
    if key:
        wrong.append(problem(name, f"logo_{key.replace('-', '_')}"))
    return svg
