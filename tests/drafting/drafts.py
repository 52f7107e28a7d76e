"""Invented drafts for the tests."""

from datetime import date
from typing import Any

from actions.drafting.draft import Draft

TODAY = date(2026, 12, 1)
LETTERS = ("request", "reminder", "reasons", "followup", "withdrawal")
ROLES = ("self", "guardian", "relative", "trustee", "staff")


def ordinary() -> dict[str, Any]:
    """The answers of an ordinary person; invented."""
    return {
        "who": "self",
        "situation": "Jag har många kontakter och måste berätta samma sak om och om igen.",
        "important": "Att få sova på nätterna.",
        "goals": [
            {"goal": "Gå till affären själv.", "subgoals": ["Gå till porten varje dag."], "when": "I vår"},
            {"goal": "Veta vem jag ska ringa.", "subgoals": [], "when": ""},
        ],
        "actors": [
            {"name": "Vårdcentral", "side": "region", "invite": "ja"},
            {"name": "Boendestöd", "side": "kommun", "invite": "vet-inte"},
            {"name": "Försäkringskassan", "side": "annan", "invite": "nej"},
        ],
        "support": "Min syster",
        "language": {"chosen": ["interpreter"], "other": "arabiska"},
        "adaptations": {"chosen": ["breaks", "few"], "other": ""},
        "meeting": {"chosen": ["home", "morning"], "other": "Inte på måndagar"},
        "avoid": "Min ekonomi",
        "consent": {"chosen": ["plan", "share"], "other": "Min ekonomi"},
        "recipient": {"name": "Min vårdcentral"},
    }


def make(letter: str = "request", **answers: Any) -> Draft:
    return Draft.model_validate({"version": 1, "letter": letter, "answers": answers})
