"""What follows for a post from what Discord did, at each point where a crash may have been."""

from datetime import timedelta

from bot.ids import MessageId
from bot.posts.model import NONCE_TRUST, State
from bot.posts.outcomes import (
    Absent,
    Delivered,
    NotNow,
    Refused,
    SendAgain,
    Unknown,
    Unreadable,
    Why,
    after_searching,
    after_sending,
)
from tests.posts.posts import NOON, sending

FOUND = Delivered(MessageId(55))
SOON = NOON + timedelta(seconds=5)
LATER = NOON + NONCE_TRUST + timedelta(seconds=1)
TOO_LATE = NOON + timedelta(hours=2)


def test_a_delivered_post_has_its_message() -> None:
    after = after_sending(sending(), FOUND, SOON, proven=True)

    assert (after.state, after.message, after.next_try) == (State.SENT, 55, None)


def test_no_answer_leaves_it_on_its_way_to_be_looked_for() -> None:
    after = after_sending(sending(), Unknown("reset"), SOON, proven=True)

    assert (after.state, after.attempted_at, after.anchor) == (State.SENDING, NOON, 100)
    assert after.next_try == SOON + timedelta(seconds=5)


def test_a_refusal_of_the_first_attempt_proves_that_nothing_was_posted() -> None:
    after = after_sending(sending(), Refused(Why.CANNOT_WRITE), SOON, proven=True)

    assert (after.state, after.reason) == (State.MISSED, Why.CANNOT_WRITE)


def test_a_refusal_after_an_unknown_attempt_proves_nothing() -> None:
    after = after_sending(sending(), Refused(Why.CANNOT_WRITE), SOON, proven=False)

    assert after.state is State.UNCERTAIN


def test_a_rate_limit_puts_it_off_by_what_discord_says() -> None:
    after = after_sending(sending(), NotNow(timedelta(seconds=9)), SOON, proven=True)

    assert after.state is State.CLAIMED
    assert after.next_try == SOON + timedelta(seconds=9)


def test_a_rate_limit_does_not_forget_an_earlier_unknown_attempt() -> None:
    after = after_sending(sending(), NotNow(timedelta(seconds=9)), SOON, proven=False)

    assert (after.state, after.anchor) == (State.SENDING, 100)


def test_a_message_that_is_found_is_adopted_however_late() -> None:
    after = after_searching(sending(), FOUND, TOO_LATE)

    assert not isinstance(after, SendAgain)
    assert after.state is State.SENT


def test_what_is_not_found_is_sent_again() -> None:
    assert after_searching(sending(), Absent(), LATER) == SendAgain(sending(), searched=True)


def test_what_is_not_found_and_too_late_is_missed() -> None:
    after = after_searching(sending(), Absent(), TOO_LATE)

    assert not isinstance(after, SendAgain)
    assert (after.state, after.reason) == (State.MISSED, Why.LATE)


def test_history_may_lag_so_just_after_the_attempt_even_a_late_post_is_sent_again() -> None:
    late = sending(attempted_at=TOO_LATE - timedelta(seconds=3))

    assert isinstance(after_searching(late, Absent(), TOO_LATE), SendAgain)


def test_without_history_it_is_sent_again_only_while_the_nonce_is_trusted() -> None:
    again = after_searching(sending(), Unreadable(), SOON)
    later = after_searching(sending(), Unreadable(), LATER)

    assert again == SendAgain(sending(), searched=False)
    assert not isinstance(later, SendAgain)
    assert later.state is State.UNCERTAIN


def test_a_channel_that_is_gone_ends_it_and_one_that_is_closed_leaves_it_uncertain() -> None:
    gone = after_searching(sending(), Refused(Why.CHANNEL_GONE), LATER)
    closed = after_searching(sending(), Refused(Why.CANNOT_WRITE), LATER)

    assert not isinstance(gone, SendAgain)
    assert not isinstance(closed, SendAgain)
    assert (gone.state, closed.state) == (State.MISSED, State.UNCERTAIN)


def test_a_search_that_fails_is_tried_again_later() -> None:
    after = after_searching(sending(), Unknown("status 503"), LATER)

    assert not isinstance(after, SendAgain)
    assert (after.state, after.next_try) == (State.SENDING, LATER + timedelta(seconds=5))
