"""Compiles `content/` into one SQLite file, to the side, and switches only when it is whole."""

import os
from pathlib import Path

import sqlite_utils

from actions.concepts.linked_data import rdf_files
from actions.concepts.structure import structure_problems
from actions.content.facts import read_facts
from actions.content.files import (
    check_finished,
    read_answers,
    read_comparisons,
    read_concept_scheme,
    read_concepts,
    read_passages,
    read_sources,
)
from actions.content.models import Answer, Comparison, Concept, Passage, Source
from actions.content.problems import ContentError, Problem, problem
from actions.content.text import fold
from actions.content.topics import read_topics
from actions.publishing.checks.topics import topic_problems
from actions.publishing.directory_build import build_directory
from actions.publishing.fingerprint import fingerprint
from actions.statistics.files import read_statistics


def build(content: Path, target: Path) -> None:
    """Writes `target`. Raises ContentError, leaving an older `target` untouched, when content is wrong."""
    check_finished(content)
    sources, facts = read_sources(content), read_facts(content)
    answers, concepts = read_answers(content, facts), read_concepts(content)
    passages = read_passages(content, facts)
    comparisons = read_comparisons(content)
    check_references(answers, passages, concepts, comparisons, sources)
    topics = read_topics(content)
    if wrong := [*topic_problems(topics, answers)]:
        raise ContentError(wrong)
    scheme, statistics = read_concept_scheme(content), read_statistics(content, sources)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.new")  # two copies may start side by side
    draft.unlink(missing_ok=True)
    database = sqlite_utils.Database(draft)
    # Nobody reads the draft before it is whole: no need to wait for the disk at each of its 250 writes.
    database.execute("pragma synchronous = off")
    database.execute("pragma journal_mode = memory")
    for table, models in (
        ("answers", answers),
        ("passages", passages),
        ("concepts", concepts),
        ("comparisons", comparisons),
        ("sources", sources),
    ):
        database.table(table).create({"id": str, "model": str}, pk="id").insert_all(
            {"id": model.id, "model": model.model_dump_json()} for model in models
        )
    database.table("scheme").insert({"model": scheme.model_dump_json()})
    database.table("topics").insert({"model": topics.model_dump_json()})
    database.table("statistics").insert({"model": statistics.model_dump_json()})
    database.table("rdf").insert_all(rdf_files(scheme, concepts, sources), pk=("id", "form"))
    _texts(database, answers, passages, concepts)
    build_directory(database, content)
    database.table("meta").insert({"fingerprint": fingerprint(content)})
    database.close()
    draft.replace(target)


def check_references(
    answers: list[Answer],
    passages: list[Passage],
    concepts: list[Concept],
    comparisons: list[Comparison],
    sources: list[Source],
) -> None:
    """Raises ContentError listing every reference between files that leads nowhere."""
    topics, terms = {answer.id for answer in answers}, {concept.id for concept in concepts}
    known = {source.id for source in sources}
    wrong: list[Problem] = []

    def missing(owner: str, key: str, wanted: tuple[str, ...], present: set[str]) -> None:
        wrong.extend(problem(owner, key, target=item) for item in wanted if item not in present)

    for answer in answers:
        missing(answer.id, "no_topic", answer.followups, topics)
        missing(answer.id, "no_source", answer.sources, known)
    for passage in passages:
        missing(passage.id, "no_topic", (passage.topic,), topics)
        missing(passage.id, "no_source", passage.sources, known)
    for concept in concepts:
        linked = (
            *concept.broader,
            *concept.related,
            *(old.replaced_by for old in concept.deprecated if old.replaced_by),
            *((concept.replaced_by,) if concept.replaced_by else ()),
        )
        missing(concept.id, "no_concept", linked, terms)
        missing(concept.id, "no_topic", (concept.topic,) if concept.topic else (), topics)
        missing(concept.id, "no_source", concept.sources, known)
    for comparison in comparisons:
        missing(comparison.id, "no_concept", comparison.concepts, terms)
        missing(comparison.id, "no_source", comparison.sources, known)
    wrong += structure_problems(concepts)
    if wrong:
        raise ContentError(wrong)


def _texts(
    database: sqlite_utils.Database, answers: list[Answer], passages: list[Passage], concepts: list[Concept]
) -> None:
    """The folded texts that search looks in."""
    rows = [
        {"kind": "answer", "ref": a.id, "title": fold(a.title), "body": fold(f"{a.short} {a.long}")}
        for a in answers
    ]
    rows += [
        {
            "kind": "passage",
            "ref": p.id,
            "title": fold(" ".join((p.question, *p.asked_as))),
            "body": fold(f"{p.short} {p.long}"),
        }
        for p in passages
    ]
    for concept in concepts:
        rows.append(
            {
                "kind": "concept",
                "ref": concept.id,
                "title": fold(" ".join(concept.names)),
                "body": fold(f"{concept.short} {concept.staff}"),
            }
        )
    database.table("texts").insert_all(rows)
