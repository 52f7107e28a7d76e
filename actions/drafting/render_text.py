"""Plain text, for copying."""

from collections.abc import Iterable, Iterator

from actions.drafting.blocks import Block, Bullets, Heading, Letter, Lines, Paragraph, Table

_LONG, _SHORT = "_" * 40, "_" * 20


def render_text(letter: Letter) -> str:
    """The letter as text, ending with a line break."""
    parts = [letter.title.upper(), *_parts(letter.blocks)]
    if letter.aside:
        parts += ["-" * 60, *_parts(letter.aside)]
    return "\n\n".join(parts) + "\n"


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.text.upper()
            case Paragraph():
                yield block.text
            case Bullets():
                mark = "[ ]" if block.boxes else "-"
                rows = (
                    (f"{mark} {item.text}", *(f"  - {text}" for text in item.items)) for item in block.items
                )
                yield "\n".join(line for row in rows for line in row)
            case Lines():
                yield "\n\n".join(_row(row) for row in block.rows)
            case Table():
                yield "\n\n".join(
                    "\n".join(_row((label,)) for label in block.head) for _ in range(block.rows)
                )


def _row(labels: tuple[str, ...]) -> str:
    blank = _LONG if len(labels) == 1 else _SHORT
    return "   ".join(f"{label}: {blank}" if label else blank for label in labels)
