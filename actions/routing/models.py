"""Records of the directory and the contacts shown to a person."""

from datetime import date
from typing import Literal

from actions.content.frozen import Frozen
from actions.content.models import Side

Kind = Literal[
    "kommun",
    "vardcentral",
    "sjukhusavdelning",
    "psykiatri",
    "bup",
    "elevhalsa",
    "ungdomsmottagning",
    "egen-kontakt",
    "patientnamnd",
    "ivo",
    "kris",
    "eget-nummer",
]
RegionalKind = Literal["switchboard", "patient_board", "child_psychiatry", "sip_routine"]
Certainty = Literal["confirmed", "may_have_changed", "one_source"]
VASTRA_GOTALAND = "14"


class _Record(Frozen):
    """`as_of` is the year (or date) the source shows; empty when it shows none."""

    source: str
    as_of: str
    confidence: str
    verified: bool


class Municipality(_Record):
    """A municipality. `code` has four digits; `phone` is the switchboard, empty when sources disagree.

    `latitude` and `longitude` are its main town's, in degrees.
    """

    code: str
    name: str
    official_name: str
    region_code: str
    subregion: str = ""
    website: str
    website_confidence: str
    website_verified: bool
    latitude: str
    longitude: str
    phone: str = ""
    note: str = ""

    @property
    def in_vastra_gotaland(self) -> bool:
        """True in Västra Götaland."""
        return self.region_code == VASTRA_GOTALAND


class Region(_Record):
    """A region. `code` is the county's two digits."""

    code: str
    name: str
    county: str
    care_url: str
    complaint_url: str


class RegionalContact(_Record):
    """What a region has one or a few of. It serves one municipality, one sub-region, or the whole region."""

    id: str
    region_code: str
    kind: RegionalKind
    name: str
    municipality_code: str = ""
    subregion: str = ""
    phone: str = ""
    hours: str = ""
    url: str
    note: str = ""


class RegionName(Frozen):
    """A name of a region, its county or its province."""

    name: str
    region_code: str


class Place(_Record):
    """A locality, district, hospital or everyday name that lies in a municipality."""

    name: str
    municipality_code: str
    kind: Literal["ort", "stadsdel", "alias", "sjukhus"]


class Postcode(_Record):
    """A postcode, five digits. `alternative_code` is the other municipality when sources disagree."""

    postcode: str
    post_town: str
    municipality_code: str
    alternative_code: str = ""


class HealthCentre(_Record):
    """A health centre. It is chosen by the person: it does not follow from the address."""

    id: str
    name: str
    place: str = ""
    municipality_code: str
    phone: str = ""
    url: str
    note: str = ""


class SupportLine(_Record):
    """A crisis, support or complaint line. `region_code` is empty for a national line."""

    id: str
    name: str
    kind: str
    phone: str = ""
    hours: str = ""
    audience: str = ""
    region_code: str = ""
    url: str
    show: bool
    note: str = ""


class Link(Frozen):
    """The day a page of the directory last answered, as `make check-links --write` found it."""

    url: str
    answered: date


class Contact(Frozen):
    """One door, as the chat's contract has it. `phone` is in Swedish form; `as_of` is a year or a date.

    `certainty` says how sure the number is, or the page when there is none, and `sure` the same in words.
    `page` is the contact's own page here, `choose` where a health centre is picked, `nearby` a search for
    those near; `open_now` is None when no source tells the hours. `addressed` is whom a letter names, when
    not `name`.
    """

    id: str
    kind: Kind
    name: str
    addressed: str | None = None
    side: Side
    municipality_code: str | None = None
    url: str
    phone: str | None = None
    verified: bool
    as_of: str
    why: str
    note: str | None = None
    confidence: str
    certainty: Certainty
    sure: str
    page: str | None = None
    choose: str | None = None
    nearby: str | None = None
    open_now: bool | None = None

    @property
    def letter_name(self) -> str:
        """The name that a letter to this contact is addressed to."""
        return self.addressed or self.name
