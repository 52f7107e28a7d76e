"""Somebody else's site on a port of its own: strict policy, hostile styles, the chat in one tag."""

from contextlib import AbstractContextManager

from tests.browser.serving import HTML, Page, serving

HOSTILE_CSS = """
* { color: red !important; margin: 40px !important; font-family: fantasy; text-transform: uppercase;
    letter-spacing: .3em; line-height: 3; position: static; }
html { font-size: 62.5%; }
body { transform: translateZ(0); overflow: hidden auto; }
button, textarea, section { display: none; }
div { border: 3px solid lime !important; }
.panel, .bubble, .launcher, .card { display: none !important; }
.overlay { position: fixed; inset: 0; z-index: 2147483647; background: rgb(255 255 0 / 10%); }
"""
TOP = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Kommunens sida</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/hostile.css">"""
REST = """</head><body><main><h1>Kommunens sida</h1><p>Text på sidan.</p>{inside}
<div class="panel bubble">Sidans egen ruta.</div></main></body></html>"""
SCRIPT = '<script src="{service}/widget.js" defer%s></script>'
PAGES = {
    "/": (SCRIPT % "", '<div class="overlay"></div>'),
    "/mitt-i": (
        SCRIPT % ' data-mode="inline" data-target="#sip" data-topic="kostnad"',
        '<div id="sip"></div>',
    ),
    "/ram": ("", '<iframe src="{service}/inbaddad" title="Fråga om SIP" width="400" height="640"></iframe>'),
}
POLICIES = {
    "/ram": "default-src 'none'; frame-src {service}; style-src 'self'; img-src data:",
}
POLICY = "default-src 'none'; script-src {service}; connect-src {service}; style-src 'self'; img-src data:"


def host_site(service: str) -> AbstractContextManager[str]:
    """Serves the site and yields its address."""

    def page(address: str) -> Page:
        path = address.split("?")[0]
        policy = {"Content-Security-Policy": POLICIES.get(path, POLICY).format(service=service)}
        if path == "/hostile.css":
            return HOSTILE_CSS, {"Content-Type": "text/css", **policy}
        head, inside = (part.format(service=service) for part in PAGES[path])
        return TOP + head + REST.format(inside=inside), {**HTML, **policy}

    return serving(page)
