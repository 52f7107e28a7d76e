"""The parts of a letter, which every format is made from."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True)


class Heading(_Block):
    """A heading of level 2."""

    kind: Literal["heading"] = "heading"
    text: str


class Paragraph(_Block):
    """Running text; line breaks in it are kept. `own` marks what the person wrote."""

    kind: Literal["paragraph"] = "paragraph"
    text: str
    own: bool = False


class Item(_Block):
    """One item of a list, with items under it."""

    text: str
    items: tuple[str, ...] = ()


class Bullets(_Block):
    """A list; with `boxes` each item has a box to tick."""

    kind: Literal["list"] = "list"
    items: tuple[Item, ...]
    boxes: bool = False


class Lines(_Block):
    """Rows to fill in by hand, each with the labels of its fields; an empty label is a line for notes."""

    kind: Literal["lines"] = "lines"
    rows: tuple[tuple[str, ...], ...]


class Table(_Block):
    """A table to fill in by hand: its head, and how many empty rows."""

    kind: Literal["table"] = "table"
    head: tuple[str, ...]
    rows: int


Block = Annotated[Heading | Paragraph | Bullets | Lines | Table, Field(discriminator="kind")]


class Issuer(_Block):
    """Who offers the service: a name, and its logo as SVG or nothing."""

    name: str
    logo: str = ""


class Letter(_Block):
    """A whole letter. `aside` is for the sender and is not part of what is handed in.

    `footer` holds the words at the foot of a page: `page`, `aside`, and `made_with` when there is an issuer.
    """

    title: str
    filename: str
    lang: str
    blocks: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    unseen: str
    footer: dict[str, str]
    logo: str = ""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def ending(self) -> int:
        """Index of the first block that stands on the page of the last: nobody signs an empty page.

        A paper that is not handed in has no such ending.
        """
        headings = [index for index, block in enumerate(self.blocks) if isinstance(block, Heading)]
        return headings[-2] if self.aside and len(headings) > 1 else len(self.blocks)
