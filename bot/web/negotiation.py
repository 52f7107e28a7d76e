"""Which form of a page is asked for: HTML for people, SKOS for programs (RFC 9110, 12.5.1)."""

from fastapi import Request

HTML, TURTLE, JSON_LD = "text/html", "text/turtle", "application/ld+json"
_DATA = {TURTLE, JSON_LD}


def wanted(request: Request) -> str:
    """The data form that the Accept header ranks above HTML and everything else; else HTML."""
    weights = dict(_weight(part) for part in request.headers.get("accept", "").split(",") if part.strip())
    page = weights.get(HTML, weights.get("text/*", weights.get("*/*", 0.0)))
    best = max(_DATA & weights.keys(), key=lambda kind: (weights[kind], kind), default=HTML)
    return best if weights.get(best, 0.0) > page else HTML


def _weight(part: str) -> tuple[str, float]:
    kind, _, parameters = part.replace(" ", "").lower().partition(";")
    quality = next((p[2:] for p in parameters.split(";") if p.startswith("q=")), "1")
    try:
        return kind, float(quality)
    except ValueError:
        return kind, 0.0
