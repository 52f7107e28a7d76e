"""One passage as the chat says it, as the topic's page shows it and as search finds it, beside each other."""

from html import escape
from urllib.parse import quote

from fastapi import FastAPI

from actions.content.models import Passage
from actions.content.problems import say

PREFIX = "/preview/jamfor/"
_STYLE = (
    "body{margin:0;font:1rem/1.5 sans-serif;display:grid;grid-template-columns:1fr 2fr 2fr;height:100vh}"
    "section{overflow:auto;padding:1rem;border-right:1px solid}h2{margin-top:0}"
    "iframe{width:100%;height:90%;border:0}"
)


def beside(app: FastAPI, path: str) -> str | None:
    """The page of `/preview/jamfor/<topic>/<name>` as HTML; None when there is no such passage."""
    topic, _, name = path.removeprefix(PREFIX).partition("/")
    passage: Passage | None = app.state.site.store.passages.get(f"{topic}#{name}")
    if passage is None:
        return None
    said = {
        say("preview_chat"): passage.short,
        **{str(role): text for role, text in passage.variants.items()},
    }
    chat = "".join(f"<h3>{escape(who)}</h3><p>{escape(text)}</p>" for who, text in said.items())
    frames = {
        escape(say("preview_page")): f"/fragor/{topic}#{name}",
        escape(say("preview_search")): f"/sok?q={quote(passage.question)}",
    }
    shown = "".join(
        f'<section><h2>{title}</h2><iframe title="{title}" src="{address}"></iframe></section>'
        for title, address in frames.items()
    )
    return (
        f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>{escape(passage.question)}</title>'
        f"<style>{_STYLE}</style><body><section><h2>{escape(passage.question)}</h2>{chat}</section>{shown}"
    )
