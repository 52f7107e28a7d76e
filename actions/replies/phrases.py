"""Short fixed phrases of the chat, from `content/phrases.yml`."""

from pathlib import Path

from actions.content.yaml_files import read_yaml

# A file that was saved only in part may still be YAML: then it lacks some of these.
KEYS = frozenset({
    "clarify_answers", "clarify_first", "clarify_nothing_near", "clarify_again", "clarify_none",
    "none_of_these", "or_this", "in_doubt", "also_for_staff", "unconfirmed", "several", "about_topic",
    "heard", "heard_again", "heard_aside", "ask_when", "sorry", "to_the_person",
    "concept_unknown", "what_next", "not_helped", "nothing_more", "after_care", "started_over",
    "draft_done", "prepare_done", "contact_in", "contact_intro", "contact_door",
    "contact_door_aged", "contact_door_dated", "contact_door_doubtful", "contact_door_silent",
    "contact_door_page", "contact_door_url", "contact_number_fails",
    "contact_same", "contact_stuck", "contact_other_place", "contact_say",
    "contact_bring", "write_request", "easier_none", "in_swedish",
})  # fmt: skip


class Phrases:
    """Phrases by key. An unknown key is a programming error, and a missing one one of the file: KeyError."""

    def __init__(self, content: Path) -> None:
        self._texts: dict[str, str] = read_yaml(content / "phrases.yml")
        if missing := KEYS - set(self._texts):
            raise KeyError(f"phrases.yml lacks {', '.join(sorted(missing))}")

    def __call__(self, key: str, **values: str) -> str:
        """The phrase with its `{names}` filled in."""
        return self._texts[key].strip().format(**values)
