"""Which form of a page is asked for: HTML for people, SKOS for programs (RFC 9110, 12.5.1)."""

from fastapi import Request

HTML, JSON, TURTLE, JSON_LD = "text/html", "application/json", "text/turtle", "application/ld+json"
NEITHER = ""
_DATA = {TURTLE, JSON_LD, "application/n-triples", "application/rdf+xml"}


def wanted(request: Request, ordinary: str = HTML) -> str:
    """The data form that the Accept header ranks above the `ordinary` one and all else; else the ordinary.

    NEITHER when it asks only for what there is not.
    """
    weights = dict(_weight(part) for part in request.headers.get("accept", "").split(",") if part.strip())
    family = f"{ordinary.partition('/')[0]}/*"
    page = weights.get(ordinary, weights.get(family, weights.get("*/*", 0.0)))
    best = max(_DATA & weights.keys(), key=lambda kind: (weights[kind], kind), default=NEITHER)
    if weights.get(best, 0.0) > page:
        return best
    return ordinary if page or not any(weights.values()) else NEITHER


def _weight(part: str) -> tuple[str, float]:
    kind, _, parameters = part.replace(" ", "").lower().partition(";")
    quality = next((p[2:] for p in parameters.split(";") if p.startswith("q=")), "1")
    try:
        return kind, float(quality)
    except ValueError:
        return kind, 0.0
