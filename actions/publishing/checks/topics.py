"""Whether `topics.yml` and the answers agree: every answer has its row, and every row its answer."""

from collections.abc import Iterator, Sequence

from actions.content.models import Answer
from actions.content.problems import Problem, problem
from actions.content.topics import Kind, Topics

_FILE = "topics.yml"
_WITHOUT_ANSWER = (Kind.STEERING, Kind.SIGNAL, Kind.UNCLEAR)
_OWN_GROUP = {"uppgift": Kind.TASK, "samtal": Kind.TALK, "kris": Kind.CRISIS}


def topic_problems(topics: Topics, answers: Sequence[Answer]) -> Iterator[Problem]:
    """Each answer without its row, each row without its answer, and each kind that its group contradicts."""
    written = {answer.id: answer for answer in answers}
    for key in sorted(written.keys() - topics.topics.keys()):
        yield problem(_FILE, "no_row", target=key)
    for key, row in topics.topics.items():
        if key in written and row.kind is not _kind(written[key], row.kind):
            yield problem(_FILE, "wrong_kind", target=key, group=written[key].group)
    for key in _named(topics):
        if key not in written:
            yield problem(_FILE, "no_topic", target=key)
    shown = {answer.group for answer in answers if not topics.is_small_talk(answer.id)}
    for group in sorted(shown - set(topics.groups)):
        yield problem(_FILE, "no_group", target=group)


def _named(topics: Topics) -> Iterator[str]:
    """Every topic that must have an answer, in the order of the file."""
    for key, row in topics.topics.items():
        if row.kind not in _WITHOUT_ANSWER:
            yield row.topic or key
    yield from (key for keys in topics.offered.model_dump().values() for key in keys)


def _kind(answer: Answer, told: Kind) -> Kind:
    """The kind that the group of an answer asks for; small talk may also be about something else than SIP."""
    wanted = _OWN_GROUP.get(answer.group, Kind.QUESTION)
    return told if wanted is Kind.TALK and told is Kind.OUTSIDE else wanted
