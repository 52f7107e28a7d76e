"""Plain text, for copying."""

from collections.abc import Iterable, Iterator

from actions.drafting.letter import Block, Bullets, Heading, Letter, Lines, Paragraph

_BLANK = "_" * 40


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
                rows = ((f"- {item.text}", *(f"  - {text}" for text in item.items)) for item in block.items)
                yield "\n".join(line for row in rows for line in row)
            case Lines():
                yield "\n\n".join(f"{label}: {_BLANK}" if label else _BLANK for label in block.labels)
