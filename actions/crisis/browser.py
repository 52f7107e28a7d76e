"""The words of danger in a form that a browser can use: `web_widget/src/tasks/danger.ts`."""

from pydantic import BaseModel, ConfigDict

from actions.crisis.lexicon import lexicon


class DangerWords(BaseModel):
    """Patterns over folded text, in the order they are tried: harmless ones are cut out, then the gentler.

    `care` is the word of care for someone who sounds worn out.
    """

    model_config = ConfigDict(frozen=True)

    vocabulary: tuple[str, ...]
    harmless: str
    alone: tuple[str, ...]
    concern: tuple[str, ...]
    acute: tuple[str, ...]
    care: str


def danger_words(care: str) -> DangerWords:
    """The lexicon's patterns as text."""
    known = lexicon()
    return DangerWords(
        vocabulary=known.vocabulary,
        harmless=known.harmless.pattern,
        alone=tuple(pattern.pattern for pattern in known.alone.values()),
        concern=tuple(pattern.pattern for pattern in known.concern.values()),
        acute=tuple(pattern.pattern for pattern in known.acute.values()),
        care=care,
    )
