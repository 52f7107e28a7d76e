"""The chat contract is written once: the widget's types and the page for integrators follow the models."""

from actions.replies.contract import Custom
from actions.settings import ROOT, Settings
from bot.tools.contract_types import TARGET, contract_types
from tests.site import compiled_build, open_app


def test_the_widgets_types_are_those_of_openapi() -> None:
    schemas = open_app(Settings(build=compiled_build())).openapi()["components"]["schemas"]
    assert TARGET.read_text(encoding="utf-8") == contract_types(schemas)


def test_every_key_is_explained_to_integrators() -> None:
    page = (ROOT / "docs" / "chat-contract.md").read_text(encoding="utf-8")
    assert [key for key in Custom.model_fields if f"`{key}`" not in page] == []
