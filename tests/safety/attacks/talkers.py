"""Residents who walk through a guided task and try again, the same, when an answer does not come."""

import asyncio
import secrets
import time

import httpx

WEBHOOK = "/webhooks/rest/webhook"
WALK = (
    ("/skriva-begaran", "draft.who"),
    ("mig själv", "draft.situation"),
    ("Jag har många kontakter och ingen håller ihop dem", "draft.important"),
    ("Att kunna bo kvar hemma", "draft.goals"),
    ("hoppa över", "draft.actors"),
    ("hoppa över", "draft.support"),
    ("hoppa över", "draft.language"),
    ("hoppa över", "draft.adaptations"),
)
PATIENCE_SECONDS = 120.0


async def walk(client: httpx.AsyncClient, think_seconds: float = 0.0) -> tuple[int, str]:
    """Walks the task. Returns how many steps came as they should and, if one did not, which and what came."""
    sender = secrets.token_hex(16)
    for number, (message, expected) in enumerate(WALK):
        step = await insist(client, sender, message)
        if step != expected:
            return number, f"after {number} steps: wanted {expected}, got {step or 'no answer in time'}"
        await asyncio.sleep(think_seconds)
    return len(WALK), ""


async def insist(client: httpx.AsyncClient, sender: str, message: str) -> str | None:
    """The step the service asks after the message; None when no answer comes in time."""
    reply = await answered(client, sender, message)
    if reply is None:
        return None
    steps = [said["custom"]["step"] for said in reply.json() if "step" in said.get("custom", {})]
    return str(steps[-1]) if steps else "another answer"


async def answered(client: httpx.AsyncClient, sender: str, message: str) -> httpx.Response | None:
    """The answer to a message that is sent with one id until it is answered; None when it is not in time."""
    body = {"sender": sender, "message": message, "message_id": secrets.token_hex(8)}
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            reply = await client.post(WEBHOOK, json=body)
            if reply.status_code == 200:
                return reply
        except httpx.HTTPError:
            pass
        await asyncio.sleep(0.5)
    return None
