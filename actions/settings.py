"""Settings from the environment, prefix `SIP_`, shared by the web and action processes."""

import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


class Settings(BaseSettings):
    """All settings; every one has a default that suits one machine."""

    model_config = SettingsConfigDict(env_prefix="SIP_", frozen=True)

    host: str = Field(default="127.0.0.1", description="address the web process listens on")
    port: int = Field(default=8000, ge=1, le=65535, description="public port")
    rasa_port: int = Field(default=5005, ge=1, le=65535, description="Rasa's port, loopback only")
    actions_port: int = Field(default=5055, ge=1, le=65535, description="action server's port, loopback only")
    rasa_token: str = Field(default="", description="secret between web, actions and Rasa; made at start")
    rate_limit: int = Field(default=30, ge=0, description="messages a minute per client; 0 = off")
    allowed_origins: str = Field(default="*", description="sites that may embed the widget, comma-separated")
    public_url: str = Field(default="", description="address the public sees, for links and QR codes")
    trusted_proxies: str = Field(
        default="127.0.0.1",
        description="addresses of proxies whose word on the client is taken, comma-separated",
    )
    metrics_token: str = Field(default="", description="opens /metrics and /drift; empty = both closed")
    redis_url: str = Field(
        default="", description="redis:// or rediss:// address shared by several replicas; empty = memory"
    )
    saved_questions: str = Field(
        default="", description="SQLite file for questions that people choose to save; empty = never asked"
    )
    operators: str = Field(default="", description="YAML file with who offers the service; empty = not told")
    content: Path = Field(default=ROOT / "content", description="folder with the content files")
    build: Path = Field(
        default=ROOT / "build", description="folder for compiled content, models and vectors of examples"
    )

    @property
    def database(self) -> Path:
        """The compiled content."""
        return self.build / "content.sqlite"

    @property
    def rasa_url(self) -> str:
        """Rasa's base address on loopback."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """The action server's base address on loopback."""
        return f"http://127.0.0.1:{self.actions_port}"


@lru_cache
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()


def listed(setting: str) -> list[str]:
    """The parts of a comma-separated setting."""
    return [part.strip() for part in setting.split(",") if part.strip()]
