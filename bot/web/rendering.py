"""Pages: Jinja templates, interface texts from the Babel catalogue, Markdown from content."""

import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markdown_it import MarkdownIt
from markupsafe import Markup

from actions.content.text import fold
from actions.operators.file import OperatorFile
from actions.publishing.store import Store
from actions.swedish_day import swedish_day
from bot.web.http.asset_files import addresses
from bot.web.http.public_url import public_address
from bot.web.http.rate_limit import TYPING_PATH
from bot.web.laws import law_links
from bot.web.notice import Notice

LOCALE = "sv_SE"
_SPOKEN = MarkdownIt("commonmark", {"html": False, "breaks": True})
_BOLD_NUMBER = re.compile(r"<strong>(\d[\d -]{1,14}\d)</strong>")
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")
_SECTION = re.compile(r"<h2>([^<]+)</h2>")
_TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """Renders templates with Swedish texts; everything but reviewed Markdown is escaped."""

    def __init__(
        self,
        content: Path,
        store: Store,
        notice: Callable[[], Notice],
        public_url: str,
        operators: OperatorFile,
    ) -> None:
        self._public_url = public_url
        self._operators = operators
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.install_gettext_translations(  # type: ignore[attr-defined]
            load_catalogue(content), newstyle=True
        )
        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        lawful = law_links(content)
        self._environment.filters["markdown"] = lambda text: Markup(  # noqa: S704
            lawful(callable_numbers(markdown.render(text)))
        )
        self._environment.filters["inline"] = lambda text: Markup(  # noqa: S704
            callable_numbers(markdown.renderInline(text))
        )
        self._environment.filters["anchored"] = lambda html: Markup(anchored(html))  # noqa: S704
        self._environment.filters["spoken"] = lambda text, marks=(): Markup(spoken(text, marks))  # noqa: S704
        self._environment.filters["day"] = lambda day: format_date(day, "d MMMM y", locale=LOCALE)
        self._environment.filters["number"] = lambda number, decimals=0: format_decimal(
            number, format=f"#,##0.{'0' * decimals}", locale=LOCALE
        )
        self._environment.filters["unbroken"] = lambda text: _IN_NUMBER.sub("\u00a0", text)
        self._environment.globals["store"] = store
        self._environment.globals["notice"] = notice
        self._environment.globals["typing_path"] = TYPING_PATH
        self._environment.globals["asset"] = addresses().__getitem__

    def render(
        self,
        request: Request,
        template: str,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> HTMLResponse:
        """A page. `values` are the template's own; all have `path`, `origin`, `today` and `operator`."""
        html = self._environment.get_template(template).render(
            path=request.url.path,
            origin=public_address(request, self._public_url),
            today=swedish_day(),
            operator=self._operators.of(request.url.hostname or "", request.query_params.get("kommun", "")),
            **values,
        )
        return HTMLResponse(html, status, dict(headers or {}))


def spoken(text: str, marks: Sequence[Mapping[str, str]] = ()) -> str:
    """What the chat says, as HTML: its line breaks are kept, and a bold telephone number can be called.

    marks: `{"lang", "dir"}` of the first paragraphs, when they are in another language than Swedish.
    """
    paragraphs = text.split("\n\n", len(marks))
    foreign = (
        f'<div lang="{m["lang"]}" dir="{m["dir"]}">{spoken(p)}</div>'
        for p, m in zip(paragraphs, marks, strict=False)
    )
    rest = "".join(paragraphs[len(marks) :])
    return "".join(foreign) + callable_numbers(_SPOKEN.render(rest))


def anchored(html: str) -> str:
    """HTML where each section can be linked to: its heading's own words are its id."""
    return _SECTION.sub(lambda found: f'<h2 id="{anchor(found[1])}">{found[1]}</h2>', html)


def anchor(heading: str) -> str:
    """The id of a heading."""
    return fold(heading).replace(" ", "-")


def callable_numbers(html: str) -> str:
    """HTML where each bold telephone number is a link that calls it."""
    return _BOLD_NUMBER.sub(
        lambda found: f'<a href="tel:{re.sub(r"[ -]", "", found[1])}">{found[0]}</a>', html
    )


def load_catalogue(content: Path) -> Translations:
    """The Swedish interface texts of `content/locale`, compiled in memory."""
    with (content / "locale" / "sv" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale="sv")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
