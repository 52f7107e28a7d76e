"""Links between the site's own texts. Links to other pages are followed by the tests of the pages."""

import re
from collections.abc import Iterable, Iterator

from actions.content.models import Answer, Concept
from actions.content.problems import Problem, problem
from actions.publishing.checks.texts import Text

_LINK = re.compile(r"\]\((/(?:fragor|begrepp)/[a-z-]+)")


def dead_links(texts: Iterable[Text], answers: list[Answer], concepts: list[Concept]) -> Iterator[Problem]:
    """Links in Markdown to an answer or a concept that does not exist."""
    pages = {f"/fragor/{answer.id}" for answer in answers} | {f"/begrepp/{item.id}" for item in concepts}
    for text in texts:
        for target in _LINK.findall(text.words):
            if target not in pages and target != "/begrepp/jamfor":
                yield problem(text.where, "dead_link", target=target)
