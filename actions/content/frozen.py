"""The base of what is read from content: unknown fields are errors, and nothing changes afterwards."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Raises ValidationError for a field that the file should not have."""

    model_config = ConfigDict(frozen=True, extra="forbid")
