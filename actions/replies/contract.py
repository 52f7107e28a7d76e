"""The chat contract: what `custom` of a reply may carry, and what a client tells beside a message.

`docs/chat-contract.md` explains every key to integrators; `web_widget/src/contract.ts` is made from the
OpenAPI description of these models.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

CardTask = Literal["draft", "prepare"]


class Context(BaseModel):
    """What a client with cards sends beside a message that the person really wrote or chose.

    Its presence says that the client has cards: it owns the guided tasks itself, so that no form is begun or
    moved for it. `task` and `step` name the open card's question; both are absent when none is open.
    `place` is the code of a municipality chosen elsewhere in the visit, empty when it was taken away; it is
    sent until it has been answered once.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    task: CardTask | None = None
    step: str | None = Field(default=None, pattern=r"^[a-z_]{1,40}$")
    place: str | None = Field(default=None, pattern=r"^(\d{4})?$")


class Button(BaseModel):
    """A suggestion. Sending `payload` as the next message does what `title` says."""

    title: str
    payload: str


class Source(BaseModel):
    """Where an answer comes from, and when it was last reviewed (ISO date)."""

    title: str
    url: str | None = None
    status: Literal["gäller", "ersatt", "osäker"]
    reviewed: str


class ContactRow(BaseModel):
    """Whom to ask, best first. `as_of` says how old the facts are, `verified` whether they are checked."""

    model_config = ConfigDict(extra="allow")

    id: str
    kind: str
    name: str
    addressed: str | None = Field(default=None, description="whom a letter names, when that is not `name`")
    side: Literal["kommun", "region", "annan"]
    municipality_code: str | None = None
    phone: str | None = None
    url: str | None = None
    verified: bool
    as_of: str | None = None
    why: str | None = None
    note: str | None = None
    page: str | None = Field(default=None, description="the directory's own page about the contact")
    choose: str | None = Field(default=None, description="a page where a health centre is chosen")
    nearby: str | None = Field(default=None, description="a search on 1177 for health centres nearby")
    certainty: Literal["confirmed", "may_have_changed", "one_source"] | None = Field(
        default=None, description="two recent sources, two older ones, or one"
    )
    sure: str | None = Field(default=None, description="the certainty in words, with its year")


class Mark(BaseModel):
    """Language and direction of a paragraph that is not in Swedish."""

    lang: str
    dir: Literal["ltr", "rtl"]


class Forms(BaseModel):
    """Other forms of an answer, and the page that holds them all."""

    more: str | None = None
    easy: str | None = None
    url: str | None = None


class Progress(BaseModel):
    """Index from 1 of the step now asked, and how many there are; the review is not counted."""

    index: int
    total: int


class Custom(BaseModel):
    """The `custom` of one message. A key that is absent says nothing."""

    model_config = ConfigDict(extra="allow")

    topic: str | None = Field(
        default=None, description="topic answered; `oklart` asks what was meant; `kris`; `utanfor-amnet`"
    )
    topics: list[str] | None = Field(default=None, description="all topics, when several were answered")
    passage: str | None = Field(default=None, description="the passage that answers, `topic#name`")
    passages: list[str] | None = Field(default=None, description="the passages, when several were asked for")
    form: Literal["short", "long", "easy"] | None = None
    suggestions: list[str] | None = Field(default=None, description="with `oklart`: up to 3 topics offered")
    concept: str | None = Field(default=None, description="with topic `begrepp`: the concept defined")
    sources: list[Source] | None = None
    forms: Forms | None = None
    url: str | None = Field(default=None, description="a page of the service that says more")
    contacts: list[ContactRow] | None = None
    municipality: str | None = Field(default=None, description="code of the municipality, four digits")
    place: str | None = Field(default=None, description="the municipality's name")
    bring: list[str] | None = Field(default=None, description="what to have at hand when calling")
    care: Literal["acute", "urgent", "heavy"] | None = Field(
        default=None, description="the reply meets danger or distress: 112 first, help today, or care"
    )
    task: Literal["draft", "prepare", "after"] | None = Field(
        default=None, description="a card to open; only for clients that send `context`"
    )
    letter: str | None = Field(default=None, description="the letter that was asked for")
    prefilled: dict[str, Any] | None = Field(
        default=None, description="answers that the message told, by step; never over an answer already given"
    )
    minutes: int | None = Field(default=None, description="how long the task takes")
    for_card: bool | None = Field(
        default=None, description="the message answers the open step: the client places it; it was not kept"
    )
    step: str | None = Field(default=None, description="the step now asked, for clients without cards")
    progress: Progress | None = None
    examples: list[str] | None = None
    why: str | None = Field(default=None, description="why the step is asked")
    draft: dict[str, Any] | None = Field(default=None, description="a finished draft (draft schema)")
    paragraphs: list[Mark] | None = Field(default=None, description="marks of the first paragraphs")
    may_save: str | None = Field(
        default=None, description="words that may be saved if the person agrees; empty: the question before"
    )
    may_rate: str | None = Field(
        default=None, description="id of the answer that may be said to have helped or not"
    )
    meanwhile: bool | None = Field(default=None, description="found by search while the chat is away")
