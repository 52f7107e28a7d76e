"""What python-docx leaves in the package, mended: Word's current mode, language, and no leftovers."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_CURRENT = (
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
)
# What Word takes where the letter's own typeface is not installed.
_SUBSTITUTE = (
    '<w:font w:name="Atkinson Hyperlegible Next"><w:altName w:val="Verdana"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_LEFTOVER = "docProps/thumbnail.jpeg"


def current_mode(data: bytes, lang: str) -> bytes:
    """The .docx without the template's picture, program and languages; Word opens it in its current mode."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != _LEFTOVER:
                target.writestr(name, _mended(name, source.read(name), lang))
    return file.getvalue()


def _mended(name: str, part: bytes, lang: str) -> bytes:
    match name:
        case "_rels/.rels":
            return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part)
        case "word/settings.xml":
            part = re.sub(rb"<w:themeFontLang [^>]*/>", f'<w:themeFontLang w:val="{lang}"/>'.encode(), part)
            return re.sub(
                rb'<w:compatSetting [^>]*w:name="compatibilityMode"[^>]*/>', _CURRENT.encode(), part
            )
        case "word/styles.xml":
            return re.sub(rb"<w:lang [^>]*/>", f'<w:lang w:val="{lang}"/>'.encode(), part)
        case "word/fontTable.xml":
            return part.replace(b"</w:fonts>", _SUBSTITUTE.encode())
        case "docProps/app.xml":
            return re.sub(rb"<Application>[^<]*</Application>", b"", part)
        case _:
            return part
