"""Actions that say more, say it easier, or say why."""

from rasa_sdk import Action

from actions.rasa_actions.first import Answering
from actions.rasa_actions.understanding import read_asked
from actions.replies.conversation import Conversation
from actions.replies.elaborating import Wish, asked_beside, elaborate
from actions.replies.knowledge import Knowledge
from actions.replies.spoken import Spoken
from actions.replies.turn import Turn


class _Elaborate(Answering):
    """Another form of the answer before."""

    wish: Wish

    def name(self) -> str:
        return f"action_{self.wish}"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        asked = await read_asked(turn, conversation)
        if not asked.questions:
            asked = asked_beside(known, turn, self.wish) or asked
        return elaborate(known, turn, conversation, asked, self.wish)


class ActionMore(_Elaborate, Action):
    wish: Wish = "more"


class ActionWhy(_Elaborate, Action):
    wish: Wish = "why"


class ActionEasier(_Elaborate, Action):
    wish: Wish = "easier"
