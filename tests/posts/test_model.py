"""A post's steps, its nonce, and its retries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ids import MessageId
from bot.posts.model import MAX_NONCE, NONCE_TRUST, Post, State, WrongState, retry_pause
from tests.posts.posts import NOON, claim, post, sending

SECOND = timedelta(seconds=1)


def test_a_nonce_fits_discord_however_large_the_row() -> None:
    assert len(post(id=2**63 - 1).nonce) <= MAX_NONCE


def test_the_same_row_has_the_same_nonce_in_every_state() -> None:
    assert post().nonce == sending().nonce == post(attempts=4).nonce


def test_a_row_number_given_out_again_after_a_restore_has_another_nonce() -> None:
    other = post(claim=claim(subject=2))

    assert other.id == post().id
    assert other.nonce != post().nonce


def test_a_second_attempt_keeps_the_time_and_anchor_of_the_first() -> None:
    again = sending().begun(NOON + SECOND, anchor=200)

    assert (again.attempted_at, again.anchor, again.attempts) == (NOON, 100, 2)


def test_an_attempt_known_to_have_failed_frees_time_and_anchor() -> None:
    again = sending().not_sent().begun(NOON + SECOND, anchor=200)

    assert (again.attempted_at, again.anchor) == (NOON + SECOND, 200)


@pytest.mark.parametrize("end", [State.SENT, State.MISSED, State.WITHDRAWN, State.UNCERTAIN])
def test_an_ended_post_takes_no_further_step(end: State) -> None:
    ended = replace(post(), state=end, next_try=None)

    steps: list[Callable[[], Post]] = [
        lambda: ended.begun(NOON, 1),
        lambda: ended.sent(MessageId(1)),
        lambda: ended.put_off(NOON, "x"),
        lambda: ended.missed("x"),
        ended.withdrawn,
        lambda: ended.uncertain("x"),
    ]
    for step in steps:
        with pytest.raises(WrongState):
            step()


def test_what_is_on_its_way_cannot_be_withdrawn() -> None:
    with pytest.raises(WrongState):
        sending().withdrawn()


def test_the_nonce_is_trusted_for_two_minutes_from_the_first_attempt() -> None:
    assert sending().may_repeat(NOON + NONCE_TRUST)
    assert not sending().may_repeat(NOON + NONCE_TRUST + SECOND)


def test_a_clock_set_back_makes_the_nonce_not_to_be_trusted() -> None:
    assert not sending().may_repeat(NOON - SECOND)


def test_it_is_late_only_after_its_grace() -> None:
    assert not post().is_late(NOON + timedelta(hours=1))
    assert post().is_late(NOON + timedelta(hours=1) + SECOND)


def test_retries_pause_longer_each_time_up_to_five_minutes() -> None:
    pauses = [retry_pause(attempts).total_seconds() for attempts in (0, 1, 2, 3, 7, 100)]

    assert pauses == [5, 5, 10, 20, 300, 300]
