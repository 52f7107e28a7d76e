"""A semantic HTML fragment for the print view; every word is escaped."""

from collections.abc import Iterable
from html import escape

from actions.drafting.blocks import Block, Bullets, Heading, Letter, Lines, Paragraph, Table


def render_html(letter: Letter) -> str:
    """The letter as one `<article>`."""
    aside = f'<aside class="letter-aside">{_html(letter.aside)}</aside>' if letter.aside else ""
    return (
        f'<article class="letter" lang="{escape(letter.lang)}">'
        f"<h1>{escape(letter.title)}</h1>{_html(letter.blocks[: letter.ending])}"
        f'<div class="letter-ending">{_html(letter.blocks[letter.ending :])}</div>{aside}</article>'
    )


def _html(blocks: Iterable[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{escape(block.text)}</h2>"
        case Paragraph():
            own = ' class="letter-own"' if block.own else ""
            return f'<p{own} dir="auto">{_rows(block.text)}</p>'
        case Bullets():
            items = (f'<li dir="auto">{_rows(item.text)}{_sublist(item.items)}</li>' for item in block.items)
            boxes = ' class="letter-boxes"' if block.boxes else ""
            return f"<ul{boxes}>{''.join(items)}</ul>"
        case Lines():
            return "".join(_fields(row) for row in block.rows)
        case Table():
            head = "".join(f'<th scope="col">{escape(label)}</th>' for label in block.head)
            row = f"<tr>{'<td></td>' * len(block.head)}</tr>"
            return (
                f'<table class="letter-table"><thead><tr>{head}</tr></thead>'
                f"<tbody>{row * block.rows}</tbody></table>"
            )


def _fields(labels: tuple[str, ...]) -> str:
    fields = (f"<span>{escape(label)}{':' if label else ''}</span>" for label in labels)
    return f'<p class="letter-line">{" ".join(fields)}</p>'


def _sublist(items: tuple[str, ...]) -> str:
    rows = "".join(f'<li dir="auto">{_rows(text)}</li>' for text in items)
    return f"<ul>{rows}</ul>" if items else ""


def _rows(text: str) -> str:
    return escape(text).replace("\n", "<br>")
