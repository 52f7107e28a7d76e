"""Every number about privacy and security in the texts is that of the code.

A number that no row below reads fails too: whoever writes one says where in the code it stands.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
import yaml

from actions.routing.query import ContactQuery
from actions.saved_questions import KEPT_DAYS, MOST
from actions.settings import ROOT, Settings
from bot import bootstrap
from bot.launch.start_checks import SHORTEST_SECRET
from bot.web import known_conversations
from bot.web.forgetting import SWEEP_SECONDS
from bot.web.http.rate_limit import SALT_SECONDS, RateLimiter
from bot.web.metrics import DAYS_KEPT, REMEMBERED, SMALLEST_SHOWN

PRIVACY, SAVED = "content/pages/integritet.md", "content/pages/integritet-sparade-fragor.md"
MAP, README, SECURITY = "docs/data-map.md", "README.md", "SECURITY.md"
WORDS = {"ett": 1, "one": 1, "två": 2, "two": 2, "three": 3, "half an": 0.5, "every": 1, "en": 1}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def setting_of_rasa(name: str) -> float:
    """What both ways of keeping conversations are told, in memory and in Redis."""
    files = [yaml.safe_load(read(f"bot/rasa/{file}.yml")) for file in ("endpoints", "endpoints.redis")]
    (value,) = {store["tracker_store"][name] for store in files if name in store["tracker_store"]}
    return float(value)


def turns_kept() -> float:
    """Read as text: Rasa's own environment is another."""
    (turns,) = re.findall(r"^_TURNS = (\d+)", read("bot/rasa/tracker_stores/compaction.py"), re.M)
    return float(turns)


def longest_pace_seconds() -> float:
    kinds = ("write", "new-conversation", "danger", "costly", "login")
    return max(RateLimiter(30).allowance(kind)[1] for kind in kinds)  # type: ignore[arg-type]


def hours_of_an_address() -> float:
    """Whole hours, rounded up: the salt's time and the sweep that ends it."""
    return -(-(SALT_SECONDS + SWEEP_SECONDS) // 3600)


def conversation_minutes() -> float:
    """The same in Rasa, in Redis and in the web process."""
    (minutes,) = {setting_of_rasa("idle_minutes"), known_conversations.LIFE_SECONDS / 60}
    return minutes


def messages_a_minute() -> float:
    most, seconds = RateLimiter(Settings().rate_limit).allowance("write")
    return most * 60 / seconds


def replica() -> dict[str, str]:
    limits: dict[str, str] = yaml.safe_load(read("deploy/compose.yaml"))["services"]["sip"]["deploy"]
    return limits["resources"]["limits"]  # type: ignore[index,return-value]


def gigabytes_of_the_unit() -> str:
    """What the unit that also trains may take."""
    return re.findall(r"^MemoryMax=(\d)G$", read("deploy/systemd/sip-guiden.service"), re.M)[0]


class Told(NamedTuple):
    """A number in a text, as the group of a pattern, and what the code says."""

    file: str
    pattern: str
    code: Callable[[], float | str]


NUMBERS = [
    Told(PRIVACY, r"dina (\w+) senaste meddelanden", turns_kept),
    Told(PRIVACY, r"inte skrivit på (\d+) minuter glöms", conversation_minutes),
    Told(PRIVACY, r"minns den i högst (en) timme", hours_of_an_address),
    Told(SAVED, r"raderar orden efter (\d+) dagar", lambda: KEPT_DAYS),
    Told(MAP, r"the last (\w+) messages with their answers", turns_kept),
    Told(MAP, r"(\d+) minutes after the last message, at once with [^;]+; earlier", conversation_minutes),
    Told(MAP, r"(\d+) minutes after the last message, at once with [^;]+; at most", conversation_minutes),
    Told(MAP, r"caps \(([\d ]+) conversations", lambda: setting_of_rasa("max_conversations")),
    Told(MAP, r"conversations, (\d+) MB\)", lambda: setting_of_rasa("max_megabytes")),
    Told(MAP, r"Rensa allt\*; at most ([\d ]+) \| nobody", lambda: known_conversations.MOST),
    Told(MAP, r"salt thrown away (every) hour", hours_of_an_address),
    Told(MAP, r"at most (one) hour in memory", hours_of_an_address),
    Told(MAP, r"(half an) hour in Redis", lambda: longest_pace_seconds() / 3600),
    Told(MAP, r"the last ([\d ]+) messages' names", lambda: REMEMBERED),
    Told(MAP, r"(\d+) days or until restart", lambda: DAYS_KEPT),
    Told(MAP, r"small numbers \(under (\d+)\)", lambda: SMALLEST_SHOWN),
    Told(MAP, r"(\d+) days, or until staff delete", lambda: KEPT_DAYS),
    Told(MAP, r"delete it on `/drift`; at most ([\d ]+) \|", lambda: MOST),
    Told(MAP, r"keeps them (half an) hour at most", lambda: conversation_minutes() / 60),
    Told(README, r"about (\d+) GB of disk", lambda: bootstrap.NEEDED_BYTES / 1024**3),
    Told(README, r"Python (3\.10),", lambda: bootstrap.RASA_VERSIONS[0]),
    Told(README, r"made at start \| secret between the processes, (\d+) char", lambda: SHORTEST_SECRET),
    Told(README, r"none: closed \| (\d+) characters", lambda: SHORTEST_SECRET),
    Told(README, r"\| (\d+) \| messages a minute", messages_a_minute),
    Told(README, r"machine with (\d) cores", lambda: replica()["cpus"]),
    Told(README, r"cores and (\d) GB of memory", lambda: replica()["memory"].removesuffix("g")),
    Told(README, r"\((\d) GB where the model is trained", gigabytes_of_the_unit),
    Told(README, r"forgotten after (\d+) minutes of silence", conversation_minutes),
    Told(README, r"are kept, for (\d+) days", lambda: KEPT_DAYS),
]  # fmt: skip

# Numbers that promise nothing about this code, or that another test holds.
ELSEWHERE = {
    PRIVACY: [r"^reviewed: .*", r"i två meddelanden kan vi"],
    SAVED: [r"^reviewed: .*"],
    MAP: [r"\(?(?:GDPR )?art\. [\d.]+", r"and [\d.]+ a where"],
    README: [
        r"any 3\.9 or later", r"^.*Rasa 3\.6\.21", r"127\.0\.0\.1|10\.0\.0\.0/8|8000|5005|5055", r"0 = off",
        r"is 200 when", r"takes some two minutes", r"older than\s+two years", r"EUPL-1\.2", r"CC BY 4\.0",
    ],
    SECURITY: [],
}  # fmt: skip
UNITS = "hour|minute|day|message|year"
NUMERAL = rf"\d[\d .]*|\b(?:two|three|four|half an?|every) (?:{UNITS})s?\b|\b(?:två|tre|fyra|fem|tio) \w+"


def value(told: str) -> float | str:
    """The number as written, with its spaces; a version or a word that is no number as it stands."""
    if told in WORDS:
        return WORDS[told]
    return float(told.replace(" ", "")) if re.fullmatch(r"[\d ]+", told) else told


@pytest.mark.parametrize("told", NUMBERS, ids=lambda told: f"{told.file.rpartition('/')[2]}-{told.pattern}")
def test_a_number_in_a_text_is_the_codes(told: Told) -> None:
    (found,) = re.findall(told.pattern, read(told.file))
    code = told.code()
    assert value(found) == (value(code) if isinstance(code, str) else code)


# What is kept of a conversation besides its last messages, and how the data map names it.
KEPT = {
    "care": "whether danger was met",
    "told": "what they told in short",
    "municipality": "place",
    "easy": "easy words",
    "role": "in which role",
    "own": "in which role",
    "last_topic": "the answer before",
    "last_passage": "the answer before",
    "misses": "how often nothing was understood",
    **{
        f"{task}{end}": "what a task under way has been told"
        for task in ("draft", "prepare", "contact", "after")
        for end in ("", "_state")
    },
}
TOLD = {
    "place": "place",
    "postcode": "postcode",
    "situation": "situation",
    "age_group": "age group",
    "role": "role",
    "whom": "whom it is about",
    "has_contact": "who has a contact",
    "refused_by": "said no",
    "works_for": "for whom a professional works",
    "health_centre": "health centre",
    "others": "whom it is about",
    "region": "region",
    "wants": "whom they asked for",
}


def test_all_that_is_kept_of_a_conversation_stands_in_the_data_map() -> None:
    domain = [yaml.safe_load(read(f"bot/rasa/domain/{name}.yml")) for name in ("conversation", "tasks")]
    assert {slot for part in domain for slot in part["slots"]} == set(KEPT)
    assert set(ContactQuery.model_fields) == set(TOLD)
    (row,) = re.findall(r"^\| what is written in the chat: .*$", read(MAP), re.M)
    assert [words for words in (*KEPT.values(), *TOLD.values()) if words not in row] == []


@pytest.mark.parametrize("file", ELSEWHERE)
def test_no_number_stands_there_that_nothing_compares(file: str) -> None:
    text = re.sub(r"\]\([^)\s]+\)|\[decision \d+|`SIP_\w+`", "", read(file))
    spans = []
    for pattern in [told.pattern for told in NUMBERS if told.file == file] + ELSEWHERE[file]:
        found = list(re.finditer(pattern, text, re.M))
        assert found, f"no longer there: {pattern}"
        spans += [one.span() for one in found]
    numerals = [one for one in re.finditer(NUMERAL, text) if one[0].strip(". ")]
    free = [one for one in numerals if not any(start <= one.start() < end for start, end in spans)]
    assert [text[max(0, one.start() - 30) : one.end() + 20] for one in free] == []
