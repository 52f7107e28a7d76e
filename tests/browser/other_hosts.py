"""Somebody else's pages with habits of their own: shortcuts, swapped bodies, modules, old browsers."""

from contextlib import AbstractContextManager

from tests.browser.serving import HTML, Page, serving

TAG = '<script src="{service}/widget.js" defer></script>'
PLACED = '<script src="{service}/widget.js" defer data-mode="inline" data-target="#sip"></script>'
SHORTCUTS = """<script>
window.heard = [];
for (const kind of ["keydown", "keyup", "keypress", "input", "paste", "focusin"])
  document.addEventListener(kind, event => {
    if (event.target.tagName !== "INPUT") window.heard.push(kind + ":" + (event.key || ""));
    if (kind === "keydown" && event.key === "s") document.querySelector("input").focus();
  });
</script>"""
PAGES = {
    "/": (TAG, ""),
    "/genvagar": (TAG + SHORTCUTS, '<input aria-label="Sök">'),
    "/modul": ('<script type="module">import "{service}/widget.js";</script>', ""),
    "/modul-med-adress": (
        '<script type="module" src="{service}/widget.js" data-mode="inline"></script>',
        "",
    ),
    "/hamtad": ('<script>import("{service}/widget.js");</script>', ""),
    "/eget": (
        '<script type="module">import "{service}/widget.js";</script>',
        '<sip-guiden data-mode="inline"></sip-guiden>',
    ),
    "/pa-plats": (PLACED, '<div id="sip"></div>'),
    "/overallt-och-pa-plats": (TAG, f'<div id="sip"></div>{PLACED}'),
    "/langt-ner": ("", f"<p>{'Text på sidan. ' * 200}</p><div id='sip'></div>{PLACED}"),
}


def other_hosts(service: str) -> AbstractContextManager[str]:
    """Serves the pages and yields their address."""

    def page(path: str) -> Page:
        head, inside = PAGES.get(path, ("", ""))
        begun = f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>Sida</title>{head}'
        body = f"{begun}<body><main><h1>Sida</h1>{inside}</main></body></html>"
        return body.replace("{service}", service), HTML

    return serving(page)
