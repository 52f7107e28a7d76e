"""An editor who makes a mistake is told what to do, and readers never see it."""

import asyncio
import re
import shutil
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.content.facts import FactBase
from actions.content.files import check_finished, read_answers
from actions.content.problems import ContentError, say
from bot.tools.preview.__main__ import follow
from bot.tools.preview.pages import Preview
from bot.tools.preview.versions import Versions

with warnings.catch_warnings():  # Starlette wants another HTTP client than the one this project uses
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

TOPIC = "kostnad"
NO_FACTS = FactBase({})


@pytest.fixture
def answers(content: Path, tmp_path: Path) -> Path:
    """A content folder with one answer."""
    (tmp_path / "answers").mkdir()
    shutil.copy(content / "answers" / f"{TOPIC}.md", tmp_path / "answers")
    return tmp_path


def change(content: Path, old: str, new: str) -> None:
    path = content / "answers" / f"{TOPIC}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("## Lättläst", "## Lattläst", say("missing_heading", heading="Lättläst")),
        ("reviewed:", "granskad:", say("missing_field", field="reviewed")),
        ("reviewed: 2", "reviewed: i går 2", say("wrong_date", field="reviewed")),
        ("status: osäker", "status: kanske", "gäller"),
        ("group: om-sip", "group: om-sip\nfärg: blå", say("unknown_field", field="färg")),
        ("title: Vad", "title: Kostnad: vad", "citattecken"),
        ("followups: [vad-ar-sip, planens-innehall, hitta-kontakt]", "followups: [lag]", "minst 2"),
        (f"id: {TOPIC}", "id: pris", say("wrong_id", found="pris", expected=TOPIC)),
    ],
)
def test_a_mistake_is_told_in_plain_words_with_the_name_of_the_file(
    answers: Path, old: str, new: str, told: str
) -> None:
    change(answers, old, new)
    with pytest.raises(ContentError) as caught:
        read_answers(answers, NO_FACTS)
    assert f"{TOPIC}.md" in str(caught.value) and told in str(caught.value)


def test_all_broken_files_are_told_of_at_once(answers: Path, content: Path) -> None:
    shutil.copy(content / "answers" / "lag.md", answers / "answers" / "annat.md")
    change(answers, "## Lättläst", "## Lattläst")
    with pytest.raises(ContentError) as caught:
        read_answers(answers, NO_FACTS)
    assert {problem.where for problem in caught.value.problems} == {"annat.md", f"{TOPIC}.md"}


def test_a_file_that_was_saved_only_half_is_told_of(answers: Path) -> None:
    path = answers / "answers" / f"{TOPIC}.md"
    whole = path.read_text(encoding="utf-8")
    check_finished(answers)
    path.write_text(whole[: whole.index("##") + 40], encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(say("unfinished"))):
        check_finished(answers)


@pytest.fixture(scope="module")
def edited(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content to be edited, with a part of the long lists."""
    copy = Path(shutil.copytree(content, tmp_path_factory.mktemp("edited") / "content"))
    for name in ("postcodes.csv", "places.csv"):
        path = copy / "directory" / name
        path.write_text(
            "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:50]), encoding="utf-8"
        )
    return copy


@pytest.fixture(scope="module")
def versions(edited: Path, tmp_path_factory: pytest.TempPathFactory) -> Versions:
    found = Versions(edited, tmp_path_factory.mktemp("preview"))
    found.renew()
    return found


@pytest.fixture
def browser(versions: Versions) -> Iterator[TestClient]:
    yield TestClient(Preview(versions))


@pytest.mark.slow
def test_a_save_is_on_the_page_and_a_broken_file_leaves_the_last_good_version(
    versions: Versions, edited: Path, browser: TestClient
) -> None:
    before = browser.get("/preview/version").text
    change(edited, "title: Vad kostar en SIP?", "title: Vad kostar det egentligen?")
    versions.renew()
    assert "Vad kostar det egentligen?" in browser.get(f"/fragor/{TOPIC}").text
    assert browser.get("/preview/version").text != before

    change(edited, "## Lättläst", "## Lattläst")
    versions.renew()
    page = browser.get(f"/fragor/{TOPIC}").text
    assert "Vad kostar det egentligen?" in page
    assert say("preview_banner") in page and say("missing_heading", heading="Lättläst") in page

    change(edited, "## Lattläst", "## Lättläst")
    versions.renew()
    assert say("preview_banner") not in browser.get(f"/fragor/{TOPIC}").text
    assert [folder.name for folder in versions.folder.iterdir()] == [str(versions.number)]


@pytest.mark.slow
def test_a_passage_is_shown_in_chat_page_and_search_beside_each_other(browser: TestClient) -> None:
    page = browser.get(f"/preview/jamfor/{TOPIC}/kopia").text
    assert say("preview_chat") in page and say("preview_search") in page
    assert f'src="/fragor/{TOPIC}#kopia"' in page and 'src="/sok?q=' in page
    assert browser.get(f"/preview/jamfor/{TOPIC}/finns-inte").status_code == 404


@pytest.mark.slow
def test_hard_words_are_noted_but_shown(versions: Versions, edited: Path, browser: TestClient) -> None:
    change(edited, "Så vitt vi vet", "Med anledning av frågan")
    versions.renew()
    versions.judge()
    page = browser.get(f"/fragor/{TOPIC}").text
    assert "Med anledning av frågan" in page and say("banned", word="med anledning av") in page
    assert "/preview/follow.js" in page and browser.get("/preview/follow.js").status_code == 200


class SlowlyJudged(Versions):
    """While the first version is judged, an editor saves a file."""

    def renew(self) -> None:
        self.number += 1

    def judge(self) -> None:
        if self.number == 0:
            time.sleep(0.5)
            (self.content / "sparad.md").write_text("ny", encoding="utf-8")


def test_a_save_while_the_first_version_is_judged_is_shown(tmp_path: Path) -> None:
    versions = SlowlyJudged(tmp_path, tmp_path)

    async def until_renewed() -> None:
        following = asyncio.create_task(follow(versions))
        while versions.number == 0:
            await asyncio.sleep(0.05)
        following.cancel()

    asyncio.run(asyncio.wait_for(until_renewed(), timeout=10))
