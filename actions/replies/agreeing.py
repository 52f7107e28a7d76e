"""A yes in words to a paper that was offered, or to writing one: "ja gärna, vi skriver"."""

from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.offered_papers import Paper, offered_paper
from actions.replies.spoken import Spoken
from actions.replies.task_turns import begin_beside
from actions.replies.turn import Turn
from actions.tasks.asking import agrees, is_noted, says_to_write

_LETTER = "draft"


def begin_agreed(known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken | None:
    """The paper that a yes begins: the only one offered, or the letter where the words say to write."""
    if not agrees(turn.words) or is_noted(turn.words):
        return None
    paper = offered_paper(known.tasks, conversation.offered)
    if paper is None and says_to_write(turn.words):
        paper = Paper(_LETTER)
    if paper is None:
        return None
    return begin_beside(known, paper.task, turn, conversation)
