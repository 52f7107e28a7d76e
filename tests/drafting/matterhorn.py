"""What a machine can tell of PDF/UA-1, by the checkpoints of the Matterhorn Protocol 1.1.

Not looked at: the widths of glyphs and CIDSet (in 31), and fields, media and signatures, of which a letter
has none. What needs a person (the order of reading, the right tags, contrast) no machine can tell.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf

Failures = Iterator[str]

# ISO 32000-1, 14.8.4
_STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
}  # fmt: skip
_ROWS = {"Table", "THead", "TBody", "TFoot"}
_PARENTS = {
    "TR": _ROWS, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}  # fmt: skip
_CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "THead": {"TR"},
    "TBody": {"TR"}, "TFoot": {"TR"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}  # fmt: skip
_SHOWS = {"Tj", "TJ", "'", '"'}
_PAINTS = {*_SHOWS, "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NO_SIGN = {0x0000, 0xFEFF, 0xFFFE}


class Element(NamedTuple):
    """A tag: its standard type, that of the tag it is in, and those of the tags right below it."""

    kind: str
    parent: str
    children: tuple[str, ...]
    node: Any


def failures(pdf: pikepdf.Pdf) -> list[str]:
    """Every condition that fails, as `14: H1 before H3`."""
    return sorted({f"{found}" for check in _CHECKS for found in check(pdf)})


def _marks(pdf: pikepdf.Pdf) -> Failures:
    marked = {(page.objgen, mcid) for page in pdf.pages for mcid in _walk(page)[0]}
    placed = set(_placed(pdf))
    yield from (f"01: content {mcid} is in no tag" for _, mcid in marked - placed)
    yield from (f"01: a tag holds {mcid}, which is nowhere" for _, mcid in placed - marked)
    for page in pdf.pages:
        yield from _walk(page)[1]
    if "/MarkInfo" not in pdf.Root or not pdf.Root.MarkInfo.get("/Marked", False):
        yield "01: not marked as tagged"
    elif pdf.Root.MarkInfo.get("/Suspects", False):
        yield "01: suspects"


def _walk(page: Any) -> tuple[set[int], list[str]]:
    """The numbers of all marked content of a page, and what is painted without a tag and as no artifact."""
    numbers: set[int] = set()
    wrong: list[str] = []
    within: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            artifact = str(instruction.operands[0]) == "/Artifact"
            known: Any = instruction.operands[1] if operator == "BDC" else {}
            number = known.get("/MCID") if isinstance(known, pikepdf.Dictionary) else None
            if artifact and "tag" in within:
                wrong.append("01: an artifact in tagged content")
            if number is not None and "artifact" in within:
                wrong.append("01: tagged content in an artifact")
            numbers |= set() if number is None else {int(number)}
            within.append("artifact" if artifact else "tag" if number is not None else "")
        elif operator == "EMC":
            within.pop()
        elif operator in _PAINTS and not any(within):
            wrong.append(f"01: {operator} outside tags and artifacts")
    return numbers, wrong


def _placed(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, int]]:
    """The page and number of all marked content that a tag holds."""
    for element in _elements(pdf):
        for kid in _kids(element.node):
            if isinstance(kid, int):
                yield element.node.Pg.objgen, kid
            elif "/MCID" in kid:
                yield kid.get("/Pg", element.node.get("/Pg")).objgen, int(kid.MCID)


def _roles(pdf: pikepdf.Pdf) -> Failures:
    roles = {
        str(key)[1:]: str(value)[1:] for key, value in _at(pdf.Root, "/StructTreeRoot", "/RoleMap").items()
    }
    yield from (f"02: {role} is remapped" for role in roles if role in _STANDARD)
    for element in _elements(pdf):
        kind = str(element.node.S)[1:]
        yield from [] if _resolved(kind, roles) in _STANDARD else [f"02: {kind} is no known tag"]


def _resolved(kind: str, roles: dict[str, str]) -> str:
    seen: set[str] = set()
    while kind in roles and kind not in seen:
        seen.add(kind)
        kind = roles[kind]
    return kind


def _elements(pdf: pikepdf.Pdf) -> list[Element]:
    root = pdf.Root.StructTreeRoot
    roles = {str(key)[1:]: str(value)[1:] for key, value in _at(root, "/RoleMap").items()}

    def below(node: Any, parent: str) -> Iterator[Element]:
        tags = [kid for kid in _kids(node) if not isinstance(kid, int) and "/S" in kid]
        kind = _resolved(str(node.S)[1:], roles) if "/S" in node else ""
        if kind:
            yield Element(kind, parent, tuple(_resolved(str(tag.S)[1:], roles) for tag in tags), node)
        for tag in tags:
            yield from below(tag, kind)

    return list(below(root, ""))


def _at(node: Any, *path: str) -> Any:
    """The dictionary at the end of the path; an empty one when there is none."""
    for name in path:
        node = node.get(name, pikepdf.Dictionary())
    return node


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _told(pdf: pikepdf.Pdf) -> Failures:
    with pdf.open_metadata() as meta:
        if meta.get("pdfuaid:part") != "1":
            yield "06: not declared as PDF/UA-1"
        if not str(meta.get("dc:title", "")).strip():
            yield "06: no title"
    if not _at(pdf.Root, "/ViewerPreferences").get("/DisplayDocTitle", False):
        yield "07: the title is not shown"
    if not _LANGUAGE.fullmatch(str(pdf.Root.get("/Lang", ""))):
        yield "11: no language"
    for element in _elements(pdf):
        if not _LANGUAGE.fullmatch(str(element.node.get("/Lang", "sv"))):
            yield f"11: {element.kind} has no language that exists"


def _nesting(pdf: pikepdf.Pdf) -> Failures:
    for element in _elements(pdf):
        if element.parent not in _PARENTS.get(element.kind, {element.parent}):
            yield f"09: {element.kind} in {element.parent}"
        allowed = _CHILDREN.get(element.kind)
        yield from (
            f"09: {kid} in {element.kind}" for kid in element.children if allowed and kid not in allowed
        )
        if element.kind == "TH" and not any("/Scope" in kind for kind in _attributes(element.node)):
            yield "15: a heading of a table has no scope"
        if element.kind in ("Figure", "Formula") and not {"/Alt", "/ActualText"} & set(element.node.keys()):
            yield f"{'13' if element.kind == 'Figure' else '17'}: {element.kind} has no words"


def _attributes(node: Any) -> list[Any]:
    kinds = node.get("/A", [])
    return list(kinds) if isinstance(kinds, pikepdf.Array | list) else [kinds]


def _headings(pdf: pikepdf.Pdf) -> Failures:
    levels = [int(e.kind[1]) for e in _elements(pdf) if re.fullmatch(r"H\d", e.kind)]
    if levels[:1] != [1]:
        yield "14: the first heading is not H1"
    yield from (f"14: H{one} before H{next_}" for one, next_ in pairwise(levels) if next_ > one + 1)
    if levels and any(element.kind == "H" for element in _elements(pdf)):
        yield "14: H and H1 in one document"


def _closed(pdf: pikepdf.Pdf) -> Failures:
    if pdf.is_encrypted:
        yield "26: encrypted"
    if "/XFA" in _at(pdf.Root, "/AcroForm"):
        yield "25: an XFA form"
    if "/OCProperties" in pdf.Root:
        yield "20: layers"
    if "/EmbeddedFiles" in _at(pdf.Root, "/Names"):
        yield "21: files in the file"
    for page in pdf.pages:
        notes: Any = page.get("/Annots", [])
        if len(notes) and page.get("/Tabs") != pikepdf.Name.S:
            yield "28: the order of tabs is not that of the tags"
        yield from ("28: an annotation has no words" for note in notes if "/Contents" not in note)
        drawn = _at(page, "/Resources", "/XObject")
        yield from ("30: a page of another file" for one in drawn.values() if "/Ref" in one)


def _fonts(pdf: pikepdf.Pdf) -> Failures:
    for page in pdf.pages:
        fonts = _at(page, "/Resources", "/Font")
        maps: dict[str, dict[int, set[int]]] = {}
        for name, font in fonts.items():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(_at(inner, "/FontDescriptor").keys()):
                yield f"31: {name} is not in the file"
            if inner.get("/Subtype") == pikepdf.Name.CIDFontType2 and "/CIDToGIDMap" not in inner:
                yield f"31: {name} does not say which glyphs it has"
            if "/ToUnicode" not in font:
                yield f"10: {name} does not say what its signs mean"
                continue
            maps[str(name)] = _meanings(font.ToUnicode.read_bytes().decode("latin-1"))
        yield from _signs(page, maps)


def _signs(page: Any, maps: dict[str, dict[int, set[int]]]) -> Failures:
    """Signs shown that mean nothing. Every font of a letter has two bytes to a sign."""
    font = ""
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        font = str(operands[0]) if operator == "Tf" else font
        if operator not in _SHOWS or font not in maps:
            continue
        shown = operands[-1] if operator == "TJ" else [operands[-1]]
        for part in (bytes(part) for part in shown if isinstance(part, pikepdf.String)):
            for code in (int.from_bytes(part[at : at + 2], "big") for at in range(0, len(part), 2)):
                if code == 0:
                    yield "31: a sign that the font does not have"
                elif not maps[font].get(code, _NO_SIGN) - _NO_SIGN:
                    yield f"10: sign {code} of {font} means nothing"


def _meanings(cmap: str) -> dict[int, set[int]]:
    """What each sign means by a ToUnicode map, as numbers of UTF-16."""
    found: dict[int, set[int]] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            found[int(code, 16)] = {int(text[at : at + 4], 16) for at in range(0, len(text), 4)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = {int(text[-4:], 16) + step}
    return found


_CHECKS: tuple[Callable[[pikepdf.Pdf], Failures], ...] = (
    _marks, _roles, _told, _nesting, _headings, _closed, _fonts,
)  # fmt: skip
