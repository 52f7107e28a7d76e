"""Reads the files of `content/`: YAML front matter and second-level headings as sections."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import frontmatter
import yaml
from pydantic import BaseModel, ValidationError

from actions.content.explaining import explain
from actions.content.facts import FactBase
from actions.content.models import Answer, Comparison, Concept, ConceptScheme, Passage, Role, Source
from actions.content.problems import ContentError, Problem, problem
from actions.content.yaml_files import read_yaml

M = TypeVar("M", bound=BaseModel)
_WRITTEN = frozenset({".md", ".yml", ".csv", ".json", ".txt", ".po"})
_REGION = "Västra Götaland"
# Places on a topic's page that have an address of their own already.
_TAKEN = frozenset({"kort", "mer", "lattlast", "fragor", "innehall", "vidare", "kallor"})
_HEADING = re.compile(r"^## +(.+?)\s*$", re.MULTILINE)


def read_answers(content: Path, facts: FactBase) -> list[Answer]:
    """All answers in `content/answers/`, with the sources of their facts.

    Raises ContentError naming each broken file.
    """
    answers = _models(Answer, content / "answers", _answer_fields)
    return [answer.model_copy(update={"sources": facts.sources_of(answer.facts)}) for answer in answers]


def read_passages(content: Path, facts: FactBase) -> list[Passage]:
    """All passages in `content/passages/<topic>/`, by topic and order, with the sources of their facts.

    Raises ContentError naming each broken file.
    """
    passages: list[Passage] = []
    wrong: list[Problem] = []
    for path in sorted((content / "passages").glob("*/*.md")):
        try:
            passages.append(_passage(path, facts))
        except ContentError as error:
            wrong += error.problems
    if wrong:
        raise ContentError(wrong)
    return sorted(passages, key=lambda passage: (passage.topic, passage.order, passage.question))


def read_concepts(content: Path) -> list[Concept]:
    """All concepts in `content/concepts/`. Raises ContentError naming each broken file."""
    return _models(Concept, content / "concepts", _concept_fields)


def read_comparisons(content: Path) -> list[Comparison]:
    """All comparisons in `content/comparisons/`. Raises ContentError naming each broken file."""
    return _models(Comparison, content / "comparisons", _comparison_fields)


def read_concept_scheme(content: Path) -> ConceptScheme:
    """`content/concept_scheme.yml`. Raises ContentError when it is not whole."""
    path = content / "concept_scheme.yml"
    try:
        return ConceptScheme.model_validate(read_yaml(path))
    except (ValidationError, yaml.YAMLError) as error:
        raise ContentError([*explain(path.name, error)]) from error


def read_sources(content: Path) -> list[Source]:
    """The sources of `content/sources.yml`. Raises ContentError when one lacks title or status."""
    path = content / "sources.yml"
    try:
        rows: dict[str, dict[str, Any]] = read_yaml(path)
        return [Source(id=key, **row) for key, row in rows.items()]
    except (ValidationError, TypeError, yaml.YAMLError) as error:
        raise ContentError([*explain(path.name, error)]) from error


def sections(body: str) -> dict[str, str]:
    """Text under each `## ` heading, in order, stripped."""
    parts = _HEADING.split(body)
    return {heading: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*.md")) if path.name != "README.md")


def _models(kind: type[M], folder: Path, fields: Callable[[dict[str, str]], dict[str, Any]]) -> list[M]:
    models: list[M] = []
    wrong: list[Problem] = []
    for path in _files(folder):
        try:
            models.append(_model(kind, path, fields))
        except ContentError as error:
            wrong += error.problems
    if wrong:
        raise ContentError(wrong)
    return models


def _model(kind: type[M], path: Path, fields: Callable[[dict[str, str]], dict[str, Any]]) -> M:
    try:
        post = frontmatter.load(str(path))
        meta = {key: value for key, value in post.metadata.items() if value is not None}
        if kind is Comparison:
            meta.setdefault("id", path.stem)
        if kind is Answer and "sources" in meta:  # they are those of its facts
            raise ContentError([problem(path.name, "unknown_field", field="sources")])
        if meta.get("id") != path.stem:
            raise ContentError([problem(path.name, "wrong_id", found=meta.get("id"), expected=path.stem)])
        return kind(**meta, **fields(sections(post.content)))
    except (ValidationError, KeyError, yaml.YAMLError) as error:
        raise ContentError([*explain(path.name, error)]) from error


def _passage(path: Path, facts: FactBase) -> Passage:
    where = f"{path.parent.name}/{path.name}"
    if path.stem in _TAKEN:
        raise ContentError([problem(where, "taken_id", found=path.stem)])
    try:
        post = frontmatter.load(str(path))
        meta: dict[str, Any] = {key: value for key, value in post.metadata.items() if value is not None}
        meta |= {"id": f"{path.parent.name}#{path.stem}", "topic": path.parent.name}
        meta["sources"] = facts.sources_of(tuple(meta.get("facts", ())))
        return Passage(**meta, **_passage_fields(where, sections(post.content)))
    except (ValidationError, KeyError, TypeError, yaml.YAMLError) as error:
        raise ContentError([*explain(where, error)]) from error


def _passage_fields(where: str, parts: dict[str, str]) -> dict[str, Any]:
    unknown = parts.keys() - {"Kort", "Mer", "Lättläst", _REGION, *Role}
    if unknown:
        raise ContentError([problem(where, "unknown_heading", heading=name) for name in sorted(unknown)])
    return {
        "short": parts["Kort"],
        "long": parts.get("Mer", ""),
        "easy": parts.get("Lättläst", ""),
        "vastra_gotaland": parts.get(_REGION),
        "variants": {role: parts[role] for role in Role if role in parts},
    }


def _answer_fields(parts: dict[str, str]) -> dict[str, Any]:
    known = {"Kort", "Mer", "Lättläst", _REGION, *Role}
    return {
        "short": parts["Kort"],
        "long": parts.get("Mer", ""),
        "easy": parts["Lättläst"],
        "vastra_gotaland": parts.get(_REGION),
        "variants": {role: parts[role] for role in Role if role in parts},
        "situations": {heading: text for heading, text in parts.items() if heading not in known},
    }


def _concept_fields(parts: dict[str, str]) -> dict[str, Any]:
    return {"short": parts["Kort"], "staff": parts["För personal"], "differs": parts.get("Skiljer sig från")}


def _comparison_fields(parts: dict[str, str]) -> dict[str, Any]:
    return {"short": parts["Kort"], "table": parts["Tabell"]}


def check_finished(content: Path) -> None:
    """Raises ContentError for files saved only half: a whole one ends with a line break."""
    unfinished = [
        problem(str(path.relative_to(content)), "unfinished")
        for path in sorted(content.rglob("*"))
        if path.suffix in _WRITTEN and not path.read_bytes().endswith(b"\n")
    ]
    if unfinished:
        raise ContentError(unfinished)
