"""The concept bank as a list for a handbook: a table for spreadsheets, or a document."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from babel.dates import format_date

from actions.concepts.skos import Bank, citation, unmarked
from actions.content.models import Concept
from actions.content.text import alphabetical
from actions.drafting.blocks import Block, Heading, Letter, Paragraph

COLUMNS = (
    "Preferred term",
    "Abbreviation",
    "Other words",
    "Short",
    "For staff",
    "Group",
    "Status",
    "Last reviewed",
    "Next review",
    "Sources",
    "Address",
)
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes å, ä and ö for something else


def term_table(bank: Bank, base: str, labels: Mapping[str, str]) -> str:
    """CSV with semicolons, as a Swedish spreadsheet reads it. `labels` names the columns."""
    table = StringIO()
    writer = csv.writer(table, delimiter=";")
    writer.writerow(labels[column] for column in COLUMNS)
    writer.writerows(_row(concept, bank, base) for concept in _ordered(bank))
    return _BYTE_ORDER_MARK + table.getvalue()


def term_document(bank: Bank, labels: Mapping[str, str], page: str, lang: str) -> Letter:
    """A chapter to put in a handbook: each concept with its definitions, its sources and when it was read."""
    blocks = tuple(block for concept in _ordered(bank) for block in _entry(concept, bank, labels, lang))
    footer = {"page": page, "aside": "", "made_with": ""}
    return Letter(
        title=bank.scheme.title, filename="begrepp", lang=lang, blocks=blocks, unseen="", footer=footer
    )


def _ordered(bank: Bank) -> list[Concept]:
    return sorted(bank.concepts.values(), key=lambda concept: alphabetical(concept.term))


def _row(concept: Concept, bank: Bank, base: str) -> Iterable[str]:
    return (
        concept.term,
        concept.abbreviation or "",
        ", ".join(concept.synonyms),
        unmarked(concept.short),
        unmarked(concept.staff),
        bank.scheme.groups[concept.group],
        concept.status,
        concept.reviewed.isoformat(),
        concept.review_after.isoformat(),
        _sources(concept, bank),
        f"{base}/begrepp/{concept.id}",
    )


def _entry(concept: Concept, bank: Bank, labels: Mapping[str, str], lang: str) -> Iterable[Block]:
    names = (concept.term, f"({concept.abbreviation})" if concept.abbreviation else "")
    reviewed = format_date(concept.reviewed, "d MMMM y", locale=lang.replace("-", "_"))
    yield Heading(text=" ".join(filter(None, names)))
    yield Paragraph(text=unmarked(concept.short))
    yield Paragraph(text=f"{labels['For staff']}: {unmarked(concept.staff)}")
    yield Paragraph(
        text=f"{labels['Status']}: {concept.status}. {labels['Last reviewed']}: {reviewed}. "
        f"{labels['Sources']}: {_sources(concept, bank)}"
    )


def _sources(concept: Concept, bank: Bank) -> str:
    return "; ".join(citation(bank.sources[key]) for key in concept.sources)
