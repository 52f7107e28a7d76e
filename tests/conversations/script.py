"""The form of a written conversation: one file, one promise, its turns in order."""

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from actions.content.yaml_files import read_yaml

FOLDER = Path(__file__).parent


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(_Strict):
    """One turn: what is said (or which button is pressed) and what the reply's `custom` must tell.

    A turn without any expectation is refused: every line of a conversation can fail.
    """

    said: str = ""
    pressed: str = Field(default="", description="title of a button in the reply before")
    topic: str = Field(default="", description="the topic of the first message that has one")
    topics: tuple[str, ...] = Field(default=(), description="several questions: all of these, in order")
    concept: str = ""
    step: str = Field(default="", description="the step asked when the turn ends")
    no_step: bool = Field(default=False, description="no step of a task is asked")
    has: tuple[str, ...] = Field(default=(), description="keys in `custom` with something in them")
    sides: tuple[Literal["kommun", "region", "annan"], ...] = ()
    says: tuple[str, ...] = Field(default=(), description="words that must be there, as telephone numbers")
    silent_on: tuple[str, ...] = Field(default=(), description="words that must not be there")
    offers: tuple[str, ...] = Field(default=(), description="titles of buttons")
    guesses: Literal["some", "none", ""] = Field(default="", description="topics suggested when unclear")
    new_words: bool = Field(default=False, description="not the same reply as the turn before")
    refused: str = Field(default="", description="error code; the message never reached the chat")
    draft: dict[str, Any] = Field(default={}, description="answers the finished draft must hold")

    @model_validator(mode="after")
    def _says_and_expects(self) -> "Expected":
        if bool(self.said) == bool(self.pressed):
            raise ValueError("a turn is either said or pressed")
        if not self.model_fields_set - {"said", "pressed"}:
            raise ValueError("a turn expects something")
        return self


class Script(_Strict):
    """A conversation and the promise it shows."""

    promise: str = Field(min_length=20)
    turns: tuple[Expected, ...] = Field(min_length=1)


def scripts() -> dict[str, Path]:
    """Name → file of every written conversation."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.yml"))}


def read(path: Path) -> Script:
    """Raises ValidationError when the file is not a conversation."""
    return Script.model_validate(read_yaml(path))
