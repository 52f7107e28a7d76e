"""The manner of several messages tells more than that of one."""

import pytest

from actions.asker.manner import over_messages


def test_one_message_is_believed_as_far_as_it_goes() -> None:
    assert over_messages(0.7, ()) == pytest.approx(0.7)


def test_the_same_manner_again_and_again_makes_it_surer() -> None:
    assert over_messages(0.7, (0.7,)) > 0.75
    assert over_messages(0.7, (0.7, 0.7, 0.7)) > 0.85


def test_who_wrote_as_a_resident_before_is_not_taken_for_staff_by_one_odd_message() -> None:
    assert over_messages(0.7, (0.1, 0.2)) < 0.4


def test_a_button_is_nobodys_manner() -> None:
    assert over_messages(None, ()) == 0
    assert over_messages(None, (0.9, 0.9)) == pytest.approx(0.9)


def test_no_single_message_settles_it() -> None:
    assert over_messages(0.5, (1.0,)) < 0.9
    assert over_messages(0.5, (0.0,)) > 0.1
