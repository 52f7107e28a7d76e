"""Detours that Rasa takes for every message, cut off while it serves: docs/decisions/0014-speed.md.

Rasa has no setting for any of them. Its tests and its training go the long way round.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any, AsyncContextManager, Dict, List, Optional, Sequence, Text, Tuple

from aiohttp import ClientSession
from rasa.core import processor
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils import endpoints

from bot.rasa.side_by_side import SideBySide, forks_here

_Order = Sequence[Tuple[Text, Sequence[Text]]]
_find_action = RulePolicy._find_action_from_rules
_start_reader = processor.MessageProcessor.__init__


def take_shortcuts() -> None:
    """From now on Rasa serves without the detours. Call before it reads its settings and loads a model."""
    processor.DaskGraphRunner = StraightRunner
    processor.MessageProcessor.__init__ = start_with_forks
    processor.MessageProcessor.parse_message = understand_aside
    endpoints.EndpointConfig = KeptEndpoint
    RemoteAction._validate_action_result = trust
    RulePolicy._find_action_from_rules = find_action_by_intent


class StraightRunner(DaskGraphRunner):
    """Runs the model's components one after another. Dask plans the same order anew for every message."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._orders: Dict[Tuple[Text, ...], _Order] = {}

    def run(
        self, inputs: Optional[Dict[Text, Any]] = None, targets: Optional[List[Text]] = None
    ) -> Dict[Text, Any]:
        """What the targets give, by name. Raises what their components raise."""
        wanted = tuple(targets or self._graph_schema.target_names)
        if wanted not in self._orders:
            self._orders[wanted] = self._order(wanted)
        found = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, needs in self._orders[wanted]:
            found[name] = self._instantiated_nodes[name](*(found.get(need, need) for need in needs))
        return dict(found[name] for name in wanted)

    def _order(self, targets: Sequence[Text]) -> _Order:
        """The nodes that the targets rest on, each after what it needs itself."""
        nodes, ordered = self._graph_schema.nodes, {}

        def place(name: Text) -> None:
            if name in nodes and name not in ordered:
                needs = list(nodes[name].needs.values())
                for need in needs:
                    place(need)
                ordered[name] = needs

        for target in targets:
            place(target)
        return list(ordered.items())


def start_with_forks(reader: processor.MessageProcessor, *args: Any, **kwargs: Any) -> None:
    """Loads the model, and forks: the forks have it then, and no connection yet."""
    _start_reader(reader, *args, **kwargs)

    def understand(text: Text, metadata: Any, only_output_properties: bool) -> Dict[Text, Any]:
        message, nobody = UserMessage(text, metadata=metadata), DialogueStateTracker.from_events("", [])
        return reader._parse_message_with_graph(message, nobody, only_output_properties)  # type: ignore[no-any-return]

    reader.understand = SideBySide(understand, forks_here())


async def understand_aside(
    reader: processor.MessageProcessor,
    message: UserMessage,
    tracker: Optional[DialogueStateTracker] = None,
    only_output_properties: bool = True,
) -> Dict[Text, Any]:
    """What a message means, found aside: meanwhile another is understood on the next core, or answered.

    Rasa lets all wait while it understands one. No component here asks what was said before. Messages of one
    conversation still wait for each other, at its lock.
    """
    return await reader.understand(message.text, message.metadata, only_output_properties)  # type: ignore[no-any-return]


class KeptEndpoint(endpoints.EndpointConfig):
    """An endpoint whose connection is kept. Rasa makes a new one for every message."""

    _kept: Optional[ClientSession] = None

    def session(self) -> AsyncContextManager[ClientSession]:
        """The one session, which stays open afterwards."""
        if self._kept is None or self._kept.closed:
            self._kept = super().session()
        return nullcontext(self._kept)


def trust(action: RemoteAction, result: Dict[Text, Any]) -> bool:
    """What the action server of this project answers is read as it is; reading it fails if it is not sound.

    Rasa holds each answer against the schemas of all kinds of events first: a tenth of a message's time.
    """
    return True


def find_action_by_intent(
    policy: RulePolicy, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
) -> Tuple[Optional[Text], Optional[Text], bool]:
    """The action that the rules name after a message's intent. Rasa looks for its very words too, and first.

    No rule here is about words; a test watches over that.
    """
    if use_text_for_last_user_input:
        return None, None, False
    return _find_action(policy, tracker, domain, False)  # type: ignore[no-any-return]
