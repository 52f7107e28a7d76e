"""What an operator says of itself, in one YAML file that it writes; nothing in it is made up for it."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from actions.content.frozen import Frozen


def filled_in(text: str) -> str:
    """The text itself. Raises ValueError for what still stands as in the example file."""
    if "<" in text or ">" in text:
        raise ValueError("byt det som står inom <> mot ert eget, eller ta bort raden")
    return text


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(filled_in)
]
Code = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Address = Annotated[
    str,
    StringConstraints(pattern=r"^https://", max_length=300),
    AfterValidator(filled_in),
    StringConstraints(pattern=r"^\S+$"),
]


class Reach(Frozen):
    """A way to reach somebody; at least one of phone, url and address. `hours` is said as written."""

    name: Line | None = None
    phone: Line | None = None
    hours: Line | None = None
    url: Address | None = None
    address: Line | None = None

    @model_validator(mode="after")
    def _somewhere_to_turn(self) -> Self:
        if not (self.phone or self.url or self.address):
            raise ValueError("skriv minst ett av phone, url och address")
        return self


class LanguagePage(Frozen):
    """A page of the operator's own in another language: its BCP 47 tag, and its title in that language."""

    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    title: Line
    url: Address


class Film(Frozen):
    """A film of the operator's own, in speech or in sign language. It is linked, never fetched."""

    title: Line
    url: Address


class Operator(Frozen):
    """One municipality, region or organisation that offers the service.

    hosts: host names it is offered on; none for the one that every other host gets.
    municipality: code of the municipality that contacts are shown for first.
    logo: SVG file beside the YAML file.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,40}$")]
    name: Line
    hosts: tuple[str, ...] = ()
    municipality: Code | None = None
    municipalities: tuple[Code, ...] = ()
    logo: str | None = None
    contact: Reach
    sip: Reach | None = None
    data_protection: Reach
    accessibility: Reach
    languages: tuple[LanguagePage, ...] = Field(default=(), max_length=20)
    films: tuple[Film, ...] = Field(default=(), max_length=6)
    published: date | None = None
    notice: Annotated[str, StringConstraints(max_length=300), AfterValidator(filled_in)] = ""

    @property
    def codes(self) -> frozenset[str]:
        """The municipalities it answers for when an embedding page names one."""
        own = (self.municipality,) if self.municipality else ()
        return frozenset((*own, *self.municipalities))


class Operators(Frozen):
    """All operators of one service; empty where nobody has written the file."""

    operators: tuple[Operator, ...] = Field(default=())

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        ids = [operator.id for operator in self.operators]
        hosts = [host for operator in self.operators for host in operator.hosts]
        if len(set(ids)) < len(ids) or len(set(hosts)) < len(hosts):
            raise ValueError("två operatörer har samma id eller samma värdnamn (hosts)")
        if sum(not operator.hosts for operator in self.operators) > 1:
            raise ValueError("bara en operatör får sakna hosts: den som alla andra värdnamn får")
        return self

    def of(self, host: str, municipality: str = "") -> Operator | None:
        """The one that answers for a municipality or a host, else the one without hosts; None without any."""
        by_place = (one for one in self.operators if municipality and municipality in one.codes)
        by_host = (one for one in self.operators if host.casefold() in one.hosts)
        rest = (one for one in self.operators if not one.hosts)
        return next(by_place, None) or next(by_host, None) or next(rest, None)
