"""A semantic HTML fragment for the print view; every word is escaped."""

from collections.abc import Iterable
from html import escape

from actions.drafting.letter import Block, Bullets, Heading, Letter, Lines, Paragraph


def render_html(letter: Letter) -> str:
    """The letter as one `<article>`."""
    aside = f'<aside class="letter-aside">{_html(letter.aside)}</aside>' if letter.aside else ""
    return (
        f'<article class="letter" lang="{escape(letter.lang)}">'
        f"<h1>{escape(letter.title)}</h1>{_html(letter.blocks)}{aside}</article>"
    )


def _html(blocks: Iterable[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{escape(block.text)}</h2>"
        case Paragraph():
            return f'<p dir="auto">{_rows(block.text)}</p>'
        case Bullets():
            items = (f'<li dir="auto">{_rows(item.text)}{_sublist(item.items)}</li>' for item in block.items)
            return f"<ul>{''.join(items)}</ul>"
        case Lines():
            return "".join(
                f'<p class="letter-line">{escape(label)}{":" if label else ""}</p>' for label in block.labels
            )


def _sublist(items: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{_rows(text)}</li>' for text in items)}</ul>" if items else ""


def _rows(text: str) -> str:
    return escape(text).replace("\n", "<br>")
