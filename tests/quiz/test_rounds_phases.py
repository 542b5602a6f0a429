"""A round's phases: whatever happens, each item is asked once and closed once."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.model import Text
from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.rounds import phases
from bot.quiz.rounds.model import Ending, Move, Phase, Round, Score
from bot.quiz.rounds.phases import BREATH, LEAD, LEAST_LEFT, LONGEST_PAUSE, Step
from bot.quiz.rounds.standings import place_of, placed
from tests.screens.scenes_quiz_daily import SINGLE

NOON = datetime(2026, 1, 3, 3, tzinfo=UTC)
SECONDS = 30
SPAN = timedelta(seconds=SECONDS)


def draft(items: int = 3, *, in_thread: bool = False) -> Round:
    return Round(
        number=1,
        guild=GuildId(1),
        channel=ChannelId(10),
        member=MemberId(2),
        topic=Text("운영체제"),
        items=(SINGLE,) * items,
        seconds=SECONDS,
        phase=Phase.BETWEEN,
        started_at=NOON,
        turned_at=NOON,
        until=NOON,
        in_thread=in_thread,
    )


def begun(items: int = 3) -> Round:
    return phases.begun(draft(items), NOON)


def asking(items: int = 3) -> Round:
    """A round whose first item was asked at the moment that it should be."""
    return phases.passed(begun(items), NOON + LEAD, is_posted=False).round


ASKED_AT = NOON + LEAD


@dataclass
class Played:
    """A round with everything that its steps ever did."""

    round: Round
    now: datetime = NOON
    asked: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)

    def take(self, step: Step) -> None:
        if step.closes:
            self.closed.append(self.round.part)
        if step.asks:
            self.asked.append(step.round.part)
        self.round = step.round


EVENTS = st.one_of(
    st.tuples(st.just("tick"), st.integers(0, 4000), st.booleans()),
    st.tuples(st.just("wake"), st.integers(0, 4000), st.booleans()),
    st.tuples(st.sampled_from(list(Move)), st.integers(0, 4000), st.booleans()),
)


def play(played: Played, what: object, seconds: int, *, is_posted: bool) -> None:
    played.now += timedelta(seconds=seconds)
    if isinstance(what, Move):
        played.take(phases.steered(played.round, what, played.now))
    elif what == "wake":
        played.take(phases.woken(played.round, played.now))
    else:
        played.take(phases.passed(played.round, played.now, is_posted=is_posted))


@given(st.lists(EVENTS, max_size=60), st.integers(1, 5), st.booleans())
def test_each_item_is_asked_once_in_order_and_closed_once(
    events: list[tuple[object, int, bool]], items: int, in_thread: bool
) -> None:
    played = Played(phases.begun(draft(items, in_thread=in_thread), NOON))
    for what, seconds, is_posted in events:
        was = played.round
        play(played, what, seconds, is_posted=is_posted)
        now_it_is = played.round
        assert (now_it_is.until is None) == now_it_is.is_over == (now_it_is.ending is not None)
        assert (now_it_is.paused_in is not None) == (now_it_is.phase is Phase.PAUSED)
        assert now_it_is.part in (was.part, was.part + 1)
        if was.is_over:
            assert now_it_is == was

    assert played.asked == list(range(len(played.asked)))
    assert len(played.asked) <= items
    open_now = [played.round.part] if played.round.is_open else []
    assert played.closed + open_now == played.asked


@given(st.lists(EVENTS, max_size=20), st.integers(1, 5))
def test_whatever_happened_a_round_that_is_left_alone_comes_to_its_end(
    events: list[tuple[object, int, bool]], items: int
) -> None:
    played = Played(begun(items))
    for what, seconds, is_posted in events:
        play(played, what, seconds, is_posted=is_posted)

    for _ in range(4 * items + 4):
        if played.round.until is not None:
            played.now = max(played.now, played.round.until)
            played.take(phases.passed(played.round, played.now, is_posted=True))

    assert played.round.is_over


def test_an_item_closes_when_its_time_is_over_and_the_next_comes_after_a_breath() -> None:
    closes = ASKED_AT + SPAN
    early = phases.passed(asking(), closes - timedelta(milliseconds=1), is_posted=True)
    closed = phases.passed(asking(), closes, is_posted=True)
    following = phases.passed(closed.round, closes + BREATH, is_posted=False)

    assert early == Step(asking())
    assert closed.closes
    assert closed.round.until == closes + BREATH
    assert following.asks
    assert following.round.part == 1
    assert following.round.until == closes + BREATH + SPAN


def test_after_the_last_item_the_round_is_over() -> None:
    over = phases.passed(asking(1), ASKED_AT + SPAN, is_posted=True)

    assert over.closes
    assert over.round.ending is Ending.DONE
    assert over.round.asked == 1


def test_an_item_whose_post_was_late_gets_all_its_time_once_it_stands() -> None:
    late = phases.passed(asking(), ASKED_AT + SPAN, is_posted=False).round
    stands = ASKED_AT + timedelta(minutes=3)
    shown = phases.passed(late, stands, is_posted=True)

    assert late.phase is Phase.UNSENT
    assert shown.round.phase is Phase.ASKING
    assert shown.round.until == stands + SPAN
    assert not shown.closes


def test_a_round_whose_item_never_stands_is_over_without_it() -> None:
    late = phases.passed(asking(), ASKED_AT + SPAN, is_posted=False).round
    over = phases.passed(late, ASKED_AT + timedelta(minutes=11), is_posted=False)

    assert over.round.ending is Ending.UNSENT
    assert over.round.asked == 0


def test_a_pause_keeps_what_was_left() -> None:
    paused = phases.steered(asking(), Move.PAUSE, ASKED_AT + timedelta(seconds=10)).round
    again = phases.steered(paused, Move.PAUSE, ASKED_AT + timedelta(minutes=1))
    later = ASKED_AT + timedelta(minutes=20)
    going = phases.steered(paused, Move.RESUME, later).round

    assert again == Step(paused)
    assert going.phase is Phase.ASKING
    assert going.until == later + timedelta(seconds=20)


def test_what_was_paused_at_the_last_moment_goes_on_for_a_few_seconds() -> None:
    paused = phases.steered(asking(), Move.PAUSE, ASKED_AT + SPAN).round
    going = phases.steered(paused, Move.RESUME, NOON + timedelta(minutes=9)).round

    assert going.until == NOON + timedelta(minutes=9) + LEAST_LEFT


def test_a_pause_that_nobody_ends_ends_the_round() -> None:
    paused = phases.steered(asking(), Move.PAUSE, ASKED_AT).round
    over = phases.passed(paused, ASKED_AT + LONGEST_PAUSE, is_posted=True)

    assert over.closes
    assert over.round.ending is Ending.SLEPT


def test_skipping_a_question_shows_its_result_and_skipping_a_result_asks_the_next() -> None:
    closed = phases.steered(asking(), Move.SKIP, ASKED_AT + timedelta(seconds=1))
    following = phases.steered(closed.round, Move.SKIP, ASKED_AT + timedelta(seconds=2))

    assert closed.closes
    assert not closed.asks
    assert following.asks
    assert following.round.part == 1


@pytest.mark.parametrize(
    ("gone_for", "left"),
    [(timedelta(seconds=2), 28.0), (timedelta(seconds=25), 15.0)],
    ids=["much is left", "little is left"],
)
def test_after_a_restart_an_item_has_half_its_time_left_at_least(
    gone_for: timedelta, left: float
) -> None:
    now = ASKED_AT + gone_for
    woken = phases.woken(asking(), now).round

    assert woken.until is not None
    assert (woken.until - now).total_seconds() == left


def test_after_a_restart_an_item_whose_time_is_over_closes_and_the_round_goes_on() -> None:
    now = ASKED_AT + timedelta(minutes=20)

    assert phases.woken(asking(), now) == Step(asking())
    assert phases.passed(asking(), now, is_posted=True).closes


def test_a_round_that_slept_for_over_an_hour_is_ended() -> None:
    over = phases.passed(asking(), ASKED_AT + SPAN + timedelta(minutes=61), is_posted=True)

    assert over.closes
    assert over.round.ending is Ending.SLEPT


def test_a_round_waits_for_its_thread_but_not_for_ever() -> None:
    waiting = phases.begun(draft(in_thread=True), NOON)
    thread = phases.opened(replace(waiting, thread=ChannelId(77)), NOON + timedelta(seconds=2))
    alone = phases.passed(waiting, NOON + timedelta(minutes=1), is_posted=False)

    assert thread.round.place == 77
    assert thread.round.phase is Phase.BETWEEN
    assert alone.round.place == 10
    assert alone.round.phase is Phase.BETWEEN


def test_as_many_right_is_the_same_place() -> None:
    scores = [Score(MemberId(n), 3, right) for n, right in ((1, 2), (2, 3), (3, 2), (4, 0))]
    rows = placed(scores)

    assert [(row.place, row.score.member) for row in rows] == [(1, 2), (2, 1), (2, 3), (4, 4)]
    mine = place_of(rows, MemberId(3))
    assert mine is not None
    assert mine.place == 2
    assert place_of(rows, MemberId(9)) is None
