"""A process that hangs is told from one that is busy or starting."""

import pytest

from bot.launch.hang_detection import Silence

LOOK = 15.0


def looks(silence: Silence, answers: bool, ticks_a_look: int, seconds: float = LOOK) -> int | None:
    """After how many seconds it hangs, when every look sees the same; None within twenty minutes."""
    passed, worked = 0.0, silence._worked
    while passed < 1200:
        passed, worked = passed + seconds, worked + ticks_a_look
        if silence.is_too_long(answers, worked, seconds):
            return int(passed)
    return None


@pytest.mark.parametrize("seconds", [LOOK, 5.0])
def test_one_that_froze_is_found_in_a_minute_however_its_port_is_silent(seconds: float) -> None:
    silence = Silence()
    silence.is_too_long(True, 500, LOOK)
    assert looks(silence, False, 0, seconds) == 60


def test_one_that_froze_before_its_first_answer_is_found_too() -> None:
    silence = Silence()
    silence.is_too_long(False, 500, LOOK)
    assert looks(silence, False, 0) == 60
    assert not silence.has_answered


def test_one_that_works_is_left_alone_but_not_for_ever() -> None:
    assert looks(Silence(), False, 200) == 600


def test_one_that_answers_is_left_alone() -> None:
    assert looks(Silence(), True, 0) is None


def test_an_answer_or_some_work_in_between_begins_the_minute_anew() -> None:
    for answers, worked in ((True, 0), (False, 50)):
        silence = Silence()
        for _ in range(5):
            assert not any(silence.is_too_long(False, silence._worked, LOOK) for _ in range(3))
            assert not silence.is_too_long(answers, silence._worked + worked, LOOK)


def test_a_launcher_that_was_asleep_for_an_hour_blames_nobody() -> None:
    silence = Silence()
    silence.is_too_long(True, 500, LOOK)
    assert not silence.is_too_long(False, 500, 3600)
