"""An operator's logo: an SVG picture that can neither run nor fetch anything."""

import re
from xml.etree import ElementTree

LARGEST_BYTES = 60_000
_SPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "clipPath", "mask"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "title", "desc", "text", "tspan"),
    }
)
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|data:|https?:|//", re.IGNORECASE)


def logo_problem(svg: bytes) -> str | None:
    """A key of what is wrong (`too-large`, `not-svg`, `active`), or None when the picture can be shown."""
    if len(svg) > LARGEST_BYTES:
        return "too-large"
    if b"<!DOCTYPE" in svg or b"<!ENTITY" in svg:
        return "active"
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - no doctype, so no entities to expand
    except ElementTree.ParseError:
        return "not-svg"
    if root.tag != f"{_SPACE}svg":
        return "not-svg"
    return None if all(_is_passive(element) for element in root.iter()) else "active"


def _is_passive(element: ElementTree.Element) -> bool:
    if not isinstance(element.tag, str) or element.tag.removeprefix(_SPACE) not in _ELEMENTS:
        return False
    return all(_is_quiet(name, value) for name, value in element.attrib.items())


def _is_quiet(name: str, value: str) -> bool:
    plain = name.rpartition("}")[2].casefold()
    if plain == "href":
        return value.startswith("#")
    return not plain.startswith("on") and not _OUTSIDE.search(value)
