"""Asks a running service: the public chat for the answer, Rasa's own interface for the confidence."""

import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from bot.rasa.components.talks import Said
from bot.tools.evaluation.answered import Answered, answered
from bot.tools.evaluation.cases import Case
from bot.tools.evaluation.danger import Met, Weighed, met
from bot.tools.evaluation.goals import STEERING, UNSURE
from bot.tools.evaluation.keys import Keyed
from bot.tools.evaluation.measures import Outcome
from bot.tools.evaluation.places import Place, met_at
from bot.tools.evaluation.talks import Heard, played

WEBHOOK, FALLBACK = "/webhooks/rest/webhook", "nlu_fallback"
SIDE_BY_SIDE = 4  # two wait for each other while Rasa has nothing to do
_TRIES, _PAUSE_SECONDS = 5, 1.0  # a busy machine may say 503 for a moment


class Service:
    """A running service. `site` and `rasa` are addresses, `token` is what Rasa asks for."""

    def __init__(self, site: str, rasa: str, token: str) -> None:
        self._site = httpx.Client(base_url=site, timeout=60, trust_env=False)
        self._rasa = httpx.Client(base_url=rasa, timeout=60, trust_env=False)
        self._token = token

    def outcomes(self, cases: Iterable[Case]) -> list[Outcome]:
        """What comes of each message, said first in a conversation of its own."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return list(pool.map(self._outcome, cases))

    def answered(self, rows: Iterable[Keyed]) -> list[Answered]:
        """Whether each message with keys is answered, at once or by one of the buttons."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return list(pool.map(lambda row: answered(row, self._send, secrets.token_hex(16)), rows))

    def met(self, rows: Iterable[Weighed]) -> list[Met]:
        """How heavily each message is met, said first in a conversation of its own."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return list(pool.map(lambda row: met(row, self._send(secrets.token_hex(16), row.text)), rows))

    def met_at(self, place: Place, rows: Iterable[Weighed]) -> list[Met]:
        """How heavily each message is met at a place, each in a conversation of its own."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return list(pool.map(lambda row: met_at(place, row, self._send, secrets.token_hex(16)), rows))

    def heard(self, talks: Iterable[Sequence[Said]]) -> list[Heard]:
        """What came of each message of each talk; every talk is a conversation of its own."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            found = pool.map(lambda talk: played(talk, self._send, secrets.token_hex(16)), talks)
            return [one for talk in found for one in talk]

    def parsed(self, text: str) -> dict[str, Any]:
        """What Rasa makes of a text."""
        found: dict[str, Any] = self._post(self._rasa, "/model/parse", {"text": text})
        return found

    def _send(self, sender: str, text: str, context: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
        body = {"sender": sender, "message": text, **({"context": dict(context)} if context else {})}
        replies: list[dict[str, Any]] = self._post(self._site, WEBHOOK, body)
        return replies

    def _outcome(self, case: Case) -> Outcome:
        replies = self._post(self._site, WEBHOOK, {"sender": secrets.token_hex(16), "message": case.text})
        return outcome(case, replies, self.parsed(case.text))

    def _post(self, client: httpx.Client, path: str, body: Mapping[str, Any]) -> Any:
        params = {"token": self._token} if client is self._rasa else None
        for _ in range(_TRIES):
            reply = client.post(path, json=body, params=params)
            if reply.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            time.sleep(_PAUSE_SECONDS)
        reply.raise_for_status()
        return reply.json()


def outcome(case: Case, replies: list[dict[str, Any]], parsed: dict[str, Any]) -> Outcome:
    """Reads the `custom` of a turn as the chat contract has it, and the likeliest topic even when unsure.

    The words that steer a conversation have no topic of their own; for them the intent counts.
    """
    customs = [reply["custom"] for reply in replies if reply.get("custom")]
    topics = [topic for custom in customs for topic in (custom.get("topics") or [custom.get("topic")])]
    answered = tuple(dict.fromkeys(topic for topic in topics if topic and topic != UNSURE))
    suggested = tuple(topic for custom in customs for topic in custom.get("suggestions") or ())
    if case.meant in STEERING:
        answered = (str(parsed["intent"]["name"]),)
    ranking = parsed.get("intent_ranking") or [parsed["intent"]]
    likeliest = next((row for row in ranking if row["name"] != FALLBACK), ranking[0])
    return Outcome(
        case.text, case.meant, answered, suggested, str(likeliest["name"]), float(likeliest["confidence"])
    )
