"""The way in for questions that people leave, and the way out for staff: one web process for all of it."""

import asyncio
from collections.abc import Iterator

import pytest

from actions.saved_questions import NotStored, SavedQuestions
from actions.settings import Settings
from bot.web.staff import saved_questions
from bot.web.staff.saved_questions import shown
from bot.web.state import Site
from tests.site import TestClient, open_app

QUESTION = {"message": "vem betalar taxin?"}


@pytest.fixture(scope="module")
def site(compiled: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    file = tmp_path_factory.mktemp("questions") / "fragor.sqlite"
    app = open_app(compiled.model_copy(update={"saved_questions": str(file)}))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def kept(site: TestClient) -> SavedQuestions:
    state: Site = site.app.state.site  # type: ignore[attr-defined]
    assert state.questions
    return state.questions


def test_what_somebody_agreed_to_leave_is_kept(site: TestClient, kept: SavedQuestions) -> None:
    reply = site.post("/api/questions", json=QUESTION)
    assert (reply.status_code, reply.json()) == (200, [])
    assert [one.text for one in kept.newest(5)] == [QUESTION["message"]]


def test_words_of_danger_are_answered_and_not_kept(site: TestClient, kept: SavedQuestions) -> None:
    before = kept.count()
    reply = site.post("/api/questions", json={"message": "jag vill inte leva längre"})
    assert reply.json()[0]["custom"]["topic"] == "kris" and kept.count() == before


@pytest.mark.parametrize(("answer", "status"), [(False, 409), (NotStored(), 503)])
def test_when_it_cannot_be_kept_the_person_is_told(
    site: TestClient, kept: SavedQuestions, monkeypatch: pytest.MonkeyPatch, answer: object, status: int
) -> None:
    def save(text: str) -> bool:
        if isinstance(answer, NotStored):
            raise answer
        return bool(answer)

    monkeypatch.setattr(kept, "save", save)
    assert site.post("/api/questions", json=QUESTION).status_code == status


def test_who_hurries_too_much_is_told_to_wait(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    state: Site = site.app.state.site  # type: ignore[attr-defined]
    monkeypatch.setattr(state.limiter, "wait_seconds", lambda _, kind, times: 9.0 if kind == "write" else 0.0)
    reply = site.post("/api/questions", json=QUESTION)
    assert (reply.status_code, reply.headers["Retry-After"]) == (429, "10")


def test_staff_see_the_newest_and_know_when_the_file_cannot_be_read(
    kept: SavedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save("en till")
    found = asyncio.run(shown(kept))
    assert found and found.readable and found.total == kept.count()
    assert asyncio.run(shown(None)) is None

    def fails(*_: object) -> int:
        raise NotStored

    monkeypatch.setattr(kept, "newest", fails)
    broken = asyncio.run(shown(kept))
    assert broken and not broken.readable


def test_staff_delete_one_and_are_told_when_that_cannot_be_done(
    site: TestClient, kept: SavedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save("bort med den")
    key = next(one.key for one in kept.newest(100) if one.text == "bort med den")
    staff = {"Authorization": "Bearer hemlig-nyckel"}
    path = f"/drift/fragor/{key}/radera"
    assert site.post(path).status_code == 401
    assert site.post(path, headers=staff, follow_redirects=False).headers["location"] == "/drift"
    assert key not in [one.key for one in kept.newest(100)]

    def fails(key: str) -> None:
        raise NotStored

    monkeypatch.setattr(kept, "delete", fails)
    assert site.post(path, headers=staff).status_code == 503


def test_old_questions_go_every_hour_also_after_a_failure(
    kept: SavedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def delete_old() -> None:
        tried.append("")
        raise NotStored

    async def next_hour(seconds: float) -> None:
        if len(tried) == 2:
            raise asyncio.CancelledError

    monkeypatch.setattr(kept, "delete_old", delete_old)
    monkeypatch.setattr("bot.web.staff.saved_questions.asyncio.sleep", next_hour)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(saved_questions.keep_short(kept))
    assert len(tried) == 2
