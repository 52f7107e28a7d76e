"""The words of one poster, folder or share image, ready to be laid out."""

import re
from datetime import date
from io import BytesIO
from typing import Literal, NamedTuple

import segno
from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

from actions.content.models import Answer
from actions.drafting.blocks import Issuer
from actions.posters.words import PosterWords
from actions.routing.certainty import is_recent
from actions.routing.models import Municipality
from actions.swedish_day import swedish_day

Kind = Literal["affisch", "folder", "delning"]
Size = Literal["a4", "a5"]
_LANGUAGE = "sv_SE"


class Basics(NamedTuple):
    """What a SIP is, whether one can have it, and who takes part."""

    what: Answer
    how: Answer
    who: Answer


class Sheet(BaseModel):
    """All words of a sheet. `address` is shown, `qr` is the same address as an SVG picture.

    `issuer` and `logo`, an SVG, tell who offers the service; empty where nobody has said so.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    size: Size
    title: str
    text: str
    address: str
    qr: str
    doors: list[str]
    reviewed: str
    what: str
    how: str
    who: str
    words: dict[str, str]
    issuer: str = ""
    logo: str = ""


def compose(
    posters: PosterWords,
    answer: Answer,
    basics: Basics,
    site: str,
    municipality: Municipality | None = None,
    kind: Kind = "affisch",
    size: Size = "a4",
    issuer: Issuer | None = None,
) -> Sheet:
    """The sheet for a topic. `site` is the public address; `basics` is what a folder always tells.

    A municipality adds its switchboard where that is confirmed within two years, else its website.
    """
    words = posters.words
    link = f"{site}/s/{posters.code_of(answer.id)}" + (f"?k={municipality.code}" if municipality else "")
    shown = re.sub(r"^https?://", "", link.split("?")[0])
    return Sheet(
        kind=kind,
        size=size,
        title=posters.headlines.get(answer.id, answer.title),
        text="" if kind == "folder" and answer in basics else _plain(answer.short),
        address=shown,
        qr=qr_code(link),
        doors=[_door(words, municipality, swedish_day()), words["care_advice"], words["emergency"]],
        reviewed=words["reviewed"].format(date=_day(answer.reviewed)),
        what=_plain(basics.what.easy),
        how=_plain(basics.how.short),
        who=_plain(basics.who.short),
        words={**words, "qr": words["qr"].format(address=shown), "from": _from(words, issuer)},
        issuer=issuer.name if issuer else "",
        logo=issuer.logo if issuer else "",
    )


def qr_code(link: str) -> str:
    """A QR code as SVG. Level Q: still readable with a quarter of it worn away."""
    picture = BytesIO()
    segno.make(link, error="q", micro=False).save(picture, kind="svg", border=0, xmldecl=False)
    return picture.getvalue().decode()


def _door(words: dict[str, str], municipality: Municipality | None, today: date) -> str:
    if municipality is None:
        return words["anywhere"]
    if municipality.phone and municipality.verified and is_recent(municipality.as_of, today):
        return words["switchboard"].format(name=municipality.official_name, phone=municipality.phone)
    website = re.sub(r"^https?://(www\.)?|/$", "", municipality.website)
    return words["website"].format(name=municipality.official_name, website=website)


def _from(words: dict[str, str], issuer: Issuer | None) -> str:
    return words["from"].format(name=issuer.name) if issuer else ""


def _plain(text: str) -> str:
    return re.sub(r"\*\*|^#+ ", "", text, flags=re.MULTILINE)


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", locale=_LANGUAGE)
