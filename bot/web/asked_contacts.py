"""The questions that /api/contacts takes, described for integrators."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from actions.routing.query import LONGEST_CENTRE, LONGEST_PLACE
from actions.routing.rules import Employer, Sides


class AskedContacts(BaseModel):
    """The same facts as in the chat. Every one may be left out."""

    model_config = ConfigDict(extra="forbid")
    place: Annotated[
        str | None,
        Field(
            max_length=LONGEST_PLACE,
            description="Municipality, place, postcode or code of four digits; free text",
        ),
    ] = None
    postcode: Annotated[
        str | None,
        Field(max_length=10, description="Five digits, with or without a space; wins over place"),
    ] = None
    situation: Annotated[
        str,
        Field(
            max_length=40,
            description="allmant, egen-kontakt, barn, sjukhus, hemma-fran-sjukhus, psykiatri-beroende, "
            "aldre, kommunens-vard, arbete, lss, vard-i-annan-kommun, skyddad-identitet, nekad, "
            "runtskickad, klagomal, klagomal-vard, klagomal-kommun, plan-andras, part-uteblev, "
            "hjalp-uteblev, oro-barn, socialjour, anhorigstod, personen-sager-nej, god-man, "
            "nagon-att-prata-med, unga-prata, akut; "
            "or adult, child, older, hospital, mental, disability, work, refused, complaint, vet-inte, "
            "utanfor-vg",
        ),
    ] = "allmant"
    age_group: Annotated[
        str | None,
        Field(max_length=20, description="barn (child), vuxen or aldre (older); others change nothing"),
    ] = None
    role: Annotated[
        str | None,
        Field(
            max_length=20,
            description="Whose words to say: relative (närstående), parent (förälder), guardian "
            "(vårdnadshavare), trustee (god-man), professional (personal), minor (ungdom); else one's own",
        ),
    ] = None
    whom: Annotated[
        str | None,
        Field(max_length=40, description="How the caller names the other, for the words to say: min mamma"),
    ] = None
    has_contact: Annotated[
        Sides | None, Field(description="Where the person already knows somebody; shown first")
    ] = None
    refused_by: Annotated[
        Sides | None,
        Field(description="The side that said no, which is shown last; or what a complaint is about"),
    ] = None
    works_for: Annotated[
        Employer | None, Field(description="The side of one who asks as professional; shown last")
    ] = None
    health_centre: Annotated[
        str | None,
        Field(max_length=LONGEST_CENTRE, description="Id of the chosen health centre, or words of its name"),
    ] = None
    region: Annotated[
        str | None,
        Field(max_length=2, description="County code of two digits, where no municipality is known"),
    ] = None
    wants: Annotated[
        str | None,
        Field(
            max_length=40,
            description="A door asked for by name, shown first: patientnamnd, ivo, bup, socialjour, "
            "vardcentral, habiliteringen, psykiatri, ungdomsmottagningen, bris, anhoriglinjen, aldrelinjen. "
            "Where it is the region's or the nation's own, no place is asked",
        ),
    ] = None


def contact_examples() -> dict[str, Any]:
    """Examples of questions, with the beginning of their answers."""
    return {
        "place": {
            "summary": "GET /api/contacts?place=Alingsås&situation=older&role=relative&whom=min mamma",
            "value": {
                "situation": "aldre",
                "municipality_code": "1489",
                "municipality": "Alingsås",
                "region": "Västra Götalandsregionen",
                "contacts": [
                    {
                        "id": "kommun-1489",
                        "kind": "kommun",
                        "name": "Alingsås kommun",
                        "side": "kommun",
                        "phone": "0322-61 60 00",
                        "certainty": "may_have_changed",
                        "as_of": "2022",
                        "page": "/kontakt/1489",
                    }
                ],
                "question": None,
            },
        },
        "refusal": {
            "summary": "GET /api/contacts?postcode=54130&situation=refused&refused_by=region",
            "value": {"situation": "nekad", "municipality_code": "1496", "question": None},
        },
        "region": {
            "summary": "GET /api/contacts?place=Region Värmland&wants=patientnamnd",
            "value": {"situation": "klagomal-vard", "region": "Region Värmland", "question": None},
        },
        "several": {
            "summary": "GET /api/contacts?place=Berga",
            "value": {
                "municipality_code": None,
                "choices": [{"code": "0581"}, {"code": "0821"}],
            },
        },
    }
