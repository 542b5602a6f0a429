"""Phases: pure steps that end, never go back, and lose no time but what is taken from them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discussion import phases
from bot.discussion.model import Discussion, Lengths, Material, Phase, Reason, Vote, Voter
from bot.discussion.refusals import DiscussionOver, NotPaused, PhaseMoved, StillHidden, TooLong
from bot.discussion.snapshot import PromptSnapshot
from bot.ids import ChannelId, GuildId, MemberId
from tests.discussion.hall import DEBATE, SHARED
from tests.posts.posts import NOON

HOUR = timedelta(hours=1)
STEPS = ("next", "extend", "shorten", "pause", "resume", "close", "cancel", "wait")
ORDER = [Phase.FIRST_VOTE, Phase.ARGUMENT, Phase.SECOND_VOTE, Phase.CLOSED, Phase.CANCELLED]


def begun(prompt: PromptSnapshot = DEBATE) -> Discussion:
    plain = Discussion(
        id=1,
        guild=GuildId(1),
        channel=ChannelId(2),
        thread=None,
        prompt=prompt,
        anonymous=False,
        phase=phases.first_phase(prompt.kind),
        ends_at=None,
        paused_left=None,
        lengths=Lengths(),
        started_by=MemberId(3),
        started_at=NOON,
    )
    return phases.entered(plain, plain.phase, NOON)


def stepped(discussion: Discussion, step: str, now: datetime) -> Discussion:
    match step:
        case "next":
            return phases.advanced(discussion, now)
        case "extend":
            return phases.extended(discussion, 5 * HOUR, now)
        case "shorten":
            return phases.extended(discussion, -30 * HOUR, now)
        case "pause":
            return phases.paused(discussion, now)
        case "resume":
            return phases.resumed(discussion, now)
        case "close":
            return phases.closed(discussion, now)
        case "cancel":
            return phases.cancelled(discussion, now)
        case _:
            return discussion


@given(st.lists(st.sampled_from(STEPS), max_size=30), st.sampled_from([DEBATE, SHARED]))
def test_whatever_a_moderator_does_a_discussion_only_goes_forward(
    steps: list[str], prompt: PromptSnapshot
) -> None:
    discussion, now = begun(prompt), NOON
    for step in steps:
        now += HOUR
        before = discussion
        try:
            discussion = stepped(discussion, step, now)
        except (DiscussionOver, NotPaused, TooLong):
            assert discussion == before
        if prompt is DEBATE:
            assert ORDER.index(discussion.phase) >= ORDER.index(before.phase)
        assert discussion.phase.is_open or not before.phase.is_open or discussion.closed_at == now
        # An open one either runs or is paused; one that is over does neither.
        clocks = (discussion.ends_at is not None, discussion.is_paused)
        assert clocks.count(True) == (1 if discussion.phase.is_open else 0)
        assert discussion.ends_at is None or step != "shorten" or discussion.ends_at >= now


@given(st.integers(0, 23), st.integers(0, 1_000))
def test_a_pause_takes_no_time_from_a_phase(before: int, pause: int) -> None:
    at = NOON + before * HOUR

    paused = phases.paused(begun(), at)
    resumed = phases.resumed(paused, at + pause * HOUR)

    assert paused.ends_at is None
    assert resumed.ends_at == NOON + 24 * HOUR + pause * HOUR


def test_a_debate_goes_through_its_phases_with_their_lengths() -> None:
    discussion, ends = begun(), []
    while discussion.ends_at:
        ends.append((discussion.phase, discussion.ends_at))
        discussion = phases.advanced(discussion, discussion.ends_at)

    assert ends == [
        (Phase.FIRST_VOTE, NOON + 24 * HOUR),
        (Phase.ARGUMENT, NOON + 72 * HOUR),
        (Phase.SECOND_VOTE, NOON + 96 * HOUR),
    ]
    assert (discussion.phase, discussion.closed_at) == (Phase.CLOSED, NOON + 96 * HOUR)


def test_an_exchange_of_experience_has_one_phase() -> None:
    shared = begun(SHARED)

    assert (shared.phase, shared.phase.round) == (Phase.SHARING, 1)
    assert phases.advanced(shared, NOON).phase is Phase.CLOSED


def test_a_press_for_an_earlier_phase_is_told_so() -> None:
    arguing = phases.advanced(begun(), NOON)

    with pytest.raises(PhaseMoved):
        phases.require_phase(arguing, Phase.FIRST_VOTE)
    with pytest.raises(DiscussionOver):
        phases.require_phase(phases.closed(arguing, NOON), Phase.ARGUMENT)
    phases.require_phase(arguing, Phase.ARGUMENT)


def test_a_phase_cannot_be_extended_beyond_two_months() -> None:
    with pytest.raises(TooLong):
        phases.extended(begun(), timedelta(days=70), NOON)
    with pytest.raises(TooLong):
        phases.extended(phases.paused(begun(), NOON), timedelta(days=70), NOON)


def test_nobody_sees_votes_of_a_round_that_goes_on() -> None:
    material = Material(votes=tuple(Vote(Voter("1"), turn, frozenset({0})) for turn in (1, 2)))
    arguing = phases.advanced(begun(), NOON)
    voting = phases.advanced(arguing, NOON)

    with pytest.raises(StillHidden):
        phases.seen(begun(), material)
    assert [vote.round for vote in phases.seen(voting, material).votes] == [1]
    assert len(phases.seen(phases.closed(voting, NOON), material).votes) == 2
    assert phases.seen(begun(SHARED), material) == material


def test_a_reason_of_the_second_vote_tells_nobody_its_authors_new_stance_before_the_end() -> None:
    reasons = tuple(
        Reason(number, Voter("1"), 0, "이유", round=turn)
        for number, turn in enumerate((1, None, 2), 1)
    )
    voting = phases.advanced(phases.advanced(begun(), NOON), NOON)

    seen = phases.seen(voting, Material(reasons=reasons)).reasons
    told = phases.seen(phases.closed(voting, NOON), Material(reasons=reasons)).reasons

    assert [reason.round for reason in seen] == [1, None]
    assert told == reasons


def test_nothing_but_its_phase_changes_when_it_goes_on() -> None:
    discussion = replace(begun(), thread=ChannelId(9))

    moved = phases.advanced(discussion, NOON)

    assert (moved.id, moved.thread, moved.prompt) == (1, 9, DEBATE)
