"""Those to invite, as a person would write them: in a sentence when all are known, else in a list."""

from collections.abc import Mapping

from babel.lists import format_list

from actions.drafting.blocks import Block, Bullets, Item, Paragraph
from actions.drafting.draft import Actor
from actions.drafting.wording import Common
from actions.tasks.fitting import filled

_LOCALE = "sv_SE"
_MOST_IN_A_SENTENCE = 7


def actor_blocks(
    actors: list[Actor], known: Mapping[str, str], common: Common, people: Mapping[str, str]
) -> list[Block]:
    """A sentence or a list for each of invite, do not invite and do not know.

    known: how an actor of the list is said in a sentence, by its label.
    """
    blocks: list[Block] = []
    for invite, lead in common.invite.items():
        names = [actor.name for actor in actors if actor.invite == invite and actor.name]
        said = [filled(known.get(name, ""), people) for name in names]
        if not names:
            continue
        if all(said) and len(said) <= _MOST_IN_A_SENTENCE:
            listed = format_list(said, locale=_LOCALE)
            blocks.append(Paragraph(text=common.invite_named[invite].format(names=listed)))
        else:
            items = tuple(
                Item(text=in_list or name) for name, in_list in zip(names, map(_capital, said), strict=True)
            )
            blocks += [Paragraph(text=lead), Bullets(items=items)]
    return blocks


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
