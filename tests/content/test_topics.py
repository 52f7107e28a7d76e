"""What a message can be about stands in one place, `content/topics.yml`, and all else agrees with it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.content.problems import ContentError, say
from actions.content.topics import Kind, Topics, read_topics
from actions.content.yaml_files import read_yaml
from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.topics import topic_problems
from actions.settings import ROOT

TOPICS = read_topics(ROOT / "content")
RASA = ROOT / "bot" / "rasa"
FILE = ROOT / "content" / "topics.yml"
# Rasa's own components know the few intents they set; its configuration is held against the file below.
OTHER_ENVIRONMENT = RASA
# Words that are also ordinary answers: a list of nothing but these is about something else.
ORDINARY = {"ja", "nej", "mer", "steg", "kris", "lag", "aldre", "begrepp", "statistik", "samtycke", "tack"}


def intents() -> list[str]:
    """Every intent of Rasa's domain."""
    return [
        name
        for path in sorted((RASA / "domain").glob("*.yml"))
        for name in read_yaml(path).get("intents", ())
    ]


def component(name: str) -> dict[str, list[str]]:
    """The settings of a component of the pipeline."""
    pipeline = read_yaml(RASA / "config.yml")["pipeline"]
    return next(row for row in pipeline if row["name"].endswith(name))


def lists(source: str) -> Iterator[list[str]]:
    """The strings of each list, tuple, set and mapping that a file writes out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            yield [str(part.value) for part in node.elts if isinstance(part, ast.Constant)]
        elif isinstance(node, ast.Dict):
            for parts in (node.keys, node.values):
                yield [str(part.value) for part in parts if isinstance(part, ast.Constant)]


def kept_by_hand(source: str) -> list[list[str]]:
    """Lists of two or more topics or intents."""
    found = [[word for word in words if word in TOPICS.topics] for words in lists(source)]
    return [words for words in found if len(set(words)) > 1 and not set(words) <= ORDINARY]


def test_every_intent_has_one_row_and_no_row_is_without_use() -> None:
    rows = re.findall(r"^  ([a-z_-]+): \{kind", FILE.read_text(encoding="utf-8"), re.M)
    assert len(rows) == len(set(rows))
    assert len(intents()) == len(set(intents()))
    set_by_the_chat = {"nlu_fallback", "oklart"}
    assert set(rows) == set(intents()) | set_by_the_chat


def test_no_python_file_keeps_a_list_of_its_own() -> None:
    files = [
        path
        for top in ("actions", "bot")
        for path in sorted((ROOT / top).rglob("*.py"))
        if OTHER_ENVIRONMENT not in path.parents
    ]
    assert len(files) > 150
    kept = {str(path.relative_to(ROOT)): kept_by_hand(path.read_text(encoding="utf-8")) for path in files}
    assert {name: found for name, found in kept.items() if found} == {}


def test_a_list_would_be_found() -> None:
    assert kept_by_hand('NEVER = frozenset({"halsning", "borja-om"})') == [["halsning", "borja-om"]]
    assert kept_by_hand('STARTS = {"draft": "skriva-begaran", "prepare": "forbereda-mote"}')
    assert kept_by_hand('NEXT = {"ja": "nej", "nej": "vet-inte"}') == []


def test_what_may_answer_a_step_never_leaves_it() -> None:
    leaves, answers = TOPICS.in_step("leaves"), TOPICS.in_step("answers")
    assert "borja-om" in leaves and {"ja", "nej", "nlu_fallback"} <= answers and not leaves & answers
    assert not (leaves | answers) & TOPICS.of(Kind.QUESTION, Kind.TASK, Kind.CRISIS)
    assert {"hoppa-over", "tillbaka"} <= TOPICS.of(Kind.STEERING)


def test_what_begins_a_task_and_what_is_short_is_the_same_to_rasa() -> None:
    begins = {TOPICS.beginning()[task] for task in ("draft", "prepare", "contact")}
    assert set(component("GlossaryGuard")["tasks"]) == set(component("Doubt")["tasks"]) == begins
    quiet = set(component("Doubt")["quiet"])
    assert quiet <= set(TOPICS.topics)
    assert TOPICS.of(Kind.TALK, Kind.CRISIS, Kind.STEERING) <= quiet
    assert not quiet & TOPICS.of(Kind.TASK, Kind.OUTSIDE, Kind.UNCLEAR)


def test_the_answers_and_the_file_agree(corpus: Corpus) -> None:
    assert [*topic_problems(TOPICS, corpus.answers)] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kostnad": None}, ("no_row", {"target": "kostnad"})),
        ({"pris": {"kind": "question"}}, ("no_topic", {"target": "pris"})),
        ({"kostnad": {"kind": "talk"}}, ("wrong_kind", {"target": "kostnad", "group": "om-sip"})),
        ({"koll-efter-motet": {"kind": "task", "topic": "motet"}}, ("no_topic", {"target": "motet"})),
    ],
)
def test_an_editor_is_told_what_does_not_agree(
    corpus: Corpus, change: dict[str, dict[str, str] | None], told: tuple[str, dict[str, str]]
) -> None:
    rows = {key: row.model_dump() for key, row in TOPICS.topics.items()} | change
    kept = {key: row for key, row in rows.items() if row}
    changed = Topics.model_validate(TOPICS.model_dump() | {"topics": kept})
    key, values = told
    assert say(key, **values) in [
        str(one).partition(": ")[2] for one in topic_problems(changed, corpus.answers)
    ]


def test_a_group_that_the_page_does_not_have_is_told(corpus: Corpus) -> None:
    fewer = TOPICS.model_copy(update={"groups": TOPICS.groups[1:]})
    assert [one.key for one in topic_problems(fewer, corpus.answers)] == ["no_group"]


@pytest.mark.parametrize("text", ["topics: [", "topics: {kostnad: {kind: fråga}}\n"])
def test_a_file_that_is_broken_is_told_by_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "topics.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"topics\.yml"):
        read_topics(tmp_path)


def test_what_is_said_in_any_talk_is_never_guessed_but_help_is() -> None:
    unguessed = {key for key, row in TOPICS.topics.items() if not row.guessed}
    assert TOPICS.of(Kind.CRISIS, Kind.OUTSIDE) <= unguessed
    assert all(TOPICS.may_be_guessed(key) for key in TOPICS.offered.exits)
