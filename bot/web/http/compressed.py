"""Bodies kept in memory, compressed beforehand, with the tag a browser asks by."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import brotli
from fastapi import Request, Response

_COMPRESSED_ALREADY = ("font/woff2", "image/png", "application/pdf")


@dataclass(frozen=True)
class Packed:
    """One body: bytes by content coding (`""` = as it is), media type, and entity tag."""

    forms: Mapping[str, bytes]
    media_type: str
    tag: str


def pack(body: bytes, media_type: str, quality: int = 11) -> Packed:
    """Compresses a body with brotli (at `quality`, 0–11) and gzip, where that makes it smaller."""
    forms = {"": body}
    if media_type not in _COMPRESSED_ALREADY:
        smaller = {"br": brotli.compress(body, quality=quality), "gzip": gzip.compress(body, mtime=0)}
        forms |= {coding: form for coding, form in smaller.items() if len(form) < len(body)}
    return Packed(forms, media_type, f'W/"{sha256(body).hexdigest()[:20]}"')


def send(request: Request, packed: Packed, headers: Mapping[str, str]) -> Response:
    """The body in the best coding the browser takes; 304 without a body when it has it already."""
    told = {**headers, "ETag": packed.tag, "Vary": "Accept-Encoding"}
    if packed.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=told)
    accepted = _codings(request.headers.get("accept-encoding", ""))
    coding = next((one for one in ("br", "gzip") if one in packed.forms and one in accepted), "")
    if coding:
        told["Content-Encoding"] = coding
    return Response(packed.forms[coding], media_type=packed.media_type, headers=told)


def _codings(header: str) -> set[str]:
    """The codings of an Accept-Encoding header, those refused with `q=0` left out (RFC 9110, 12.5.3)."""
    offers = (offer.replace(" ", "").lower().partition(";") for offer in header.split(","))
    return {name for name, _, weight in offers if weight not in ("q=0", "q=0.0", "q=0.00", "q=0.000")}
