"""Votes: one for each voter and round, durable before they are told, decided by order alone."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.discord_ui.refusals import OldButton
from bot.discussion import service
from bot.discussion.model import Discussion, Material, Phase, Who
from bot.discussion.refusals import (
    DiscussionGone,
    DiscussionOver,
    InTimeout,
    OnlyPeople,
    PhaseMoved,
    StillHidden,
    VoteOver,
)
from bot.ids import GuildId, MemberId
from tests.discussion.hall import SHARED, Hall
from tests.posts.posts import GUILD


async def material(hall: Hall, discussion: Discussion) -> Material:
    async with hall.storage.reading() as work:
        return await service.material(work, GUILD, discussion.id)


async def first_votes(hall: Hall, discussion: Discussion) -> dict[str, frozenset[int]]:
    """End the first vote; return who took what."""
    await hall.go_on(discussion)
    votes = (await material(hall, discussion)).votes
    return {vote.voter: vote.stances for vote in votes}


async def test_a_vote_is_kept_and_the_last_one_counts(hall: Hall) -> None:
    debate = await hall.start()

    first = await hall.vote(debate, 1, 0)
    again = await hall.vote(debate, 1, 2)

    assert (first.before, again.before) == (None, frozenset({0}))
    assert await first_votes(hall, debate) == {"1": frozenset({2})}


async def test_five_hundred_at_once_are_each_kept_once(hall: Hall) -> None:
    debate = await hall.start(anonymous=True)

    await asyncio.gather(*(hall.vote(debate, member, member % 3) for member in range(1, 501)))

    votes = await first_votes(hall, debate)
    assert len(votes) == 500
    assert sum(stances == {1} for stances in votes.values()) == len(range(1, 501, 3))


async def test_two_presses_of_one_member_at_once_are_one_vote(hall: Hall) -> None:
    debate = await hall.start()

    voted = await asyncio.gather(hall.vote(debate, 1, 0), hall.vote(debate, 1, 1))

    assert [each.vote.stances for each in voted] == [{0}, {1}]
    assert await first_votes(hall, debate) == {"1": frozenset({1})}


async def test_at_the_very_end_what_commits_first_decides(hall: Hall) -> None:
    debate = await hall.start()
    hall.clock.forward(timedelta(hours=24))

    late = await hall.vote(debate, 1, 0, made_for=Phase.FIRST_VOTE)
    await hall.live()
    with pytest.raises(PhaseMoved):
        await hall.vote(debate, 2, 0, made_for=Phase.FIRST_VOTE)

    assert late.vote.stances == {0}
    assert [vote.voter for vote in (await material(hall, debate)).votes] == ["1"]


async def test_votes_and_the_end_of_the_phase_at_once_agree_on_who_counts(hall: Hall) -> None:
    debate = await hall.start()
    made_for = Phase.FIRST_VOTE

    async def vote(member: int) -> bool:
        await asyncio.sleep(member / 10_000)
        try:
            await hall.vote(debate, member, 0, made_for=made_for)
        except PhaseMoved:
            return False
        return True

    *told, _ = await asyncio.gather(*(vote(n) for n in range(1, 61)), hall.go_on(debate))

    kept = {int(vote.voter) for vote in (await material(hall, debate)).votes}
    assert kept == {member for member, counted in enumerate(told, 1) if counted}


async def test_who_may_not_vote_is_told_why(hall: Hall) -> None:
    debate = await hall.start()
    later = hall.now + timedelta(minutes=1)

    with pytest.raises(OnlyPeople):
        await hall.vote(debate, 1, 0, who=Who(MemberId(1), is_bot=True))
    with pytest.raises(InTimeout):
        await hall.vote(debate, 1, 0, who=Who(MemberId(1), timed_out_until=later))
    await hall.vote(debate, 1, 0, who=Who(MemberId(1), timed_out_until=hall.now))

    assert len(await first_votes(hall, debate)) == 1


async def test_who_left_keeps_the_vote_that_was_cast(hall: Hall) -> None:
    debate = await hall.start()
    await hall.vote(debate, 1, 1)
    for hours in (24, 48, 24):
        await hall.live(timedelta(hours=hours))

    async with hall.storage.reading() as work:
        report = await service.report(work, GUILD, debate.id)

    assert report is not None
    assert report.first.counts == (0, 1, 0)


async def test_a_forged_press_changes_nothing(hall: Hall) -> None:
    debate = await hall.start()

    for stances in ((7,), (0, 1), ()):
        with pytest.raises(OldButton):
            await hall.vote(debate, 1, *stances)
    with pytest.raises(OldButton):
        await hall.vote(debate, 1, 0, adds=True)
    with pytest.raises(DiscussionGone):
        await hall.vote(replace(debate, guild=GuildId(99)), 1, 0)
    with pytest.raises(DiscussionGone):
        await hall.vote(replace(debate, id=debate.id + 1), 1, 0)

    assert await first_votes(hall, debate) == {}


async def test_between_the_rounds_and_after_the_end_no_vote_is_taken(hall: Hall) -> None:
    debate = await hall.start()
    await hall.go_on(debate)
    with pytest.raises(VoteOver):
        await hall.vote(debate, 1, 0)
    await hall.close(debate)
    with pytest.raises(DiscussionOver):
        await hall.vote(debate, 1, 0)


async def test_a_paused_discussion_still_takes_votes(hall: Hall) -> None:
    debate = await hall.start()
    async with hall.storage.work() as work:
        await service.pause(work, GUILD, debate.id, now=hall.now)
        await work.commit()
    await hall.live(timedelta(days=9))

    await hall.vote(debate, 1, 0, made_for=Phase.FIRST_VOTE)

    assert (await hall.stands(debate)).phase is Phase.FIRST_VOTE


async def test_several_stances_are_taken_and_given_up_one_by_one(hall: Hall) -> None:
    shared = await hall.start(SHARED)

    voted = [await hall.vote(shared, 1, stance, adds=True) for stance in (0, 2, 0)]
    assert [each.vote.stances for each in voted] == [{0}, {0, 2}, {2}]

    kept = await hall.vote(shared, 1, 2, adds=True)

    assert kept.vote.stances == {2}
    assert [vote.stances for vote in (await material(hall, shared)).votes] == [{2}]


async def test_nobody_sees_the_distribution_before_the_vote_ends(hall: Hall) -> None:
    debate = await hall.start()
    await hall.vote(debate, 1, 0)

    with pytest.raises(StillHidden):
        await material(hall, debate)
    await hall.go_on(debate)
    await hall.go_on(debate)
    await hall.vote(debate, 1, 2)

    assert [vote.round for vote in (await material(hall, debate)).votes] == [1]
    async with hall.storage.reading() as work:
        mine = await service.mine(work, GUILD, debate.id, Who(MemberId(1)))
        assert await service.report(work, GUILD, debate.id) is None
    assert mine.first == frozenset({0})
    assert mine.second == frozenset({2})


async def test_a_press_in_one_server_reaches_no_other_in_the_same_batch(hall: Hall) -> None:
    ours = await hall.start()
    outcomes = await asyncio.gather(
        hall.vote(ours, 1, 0),
        hall.vote(replace(ours, guild=GuildId(99)), 2, 0),
        return_exceptions=True,
    )

    assert isinstance(outcomes[1], DiscussionGone)
    assert await first_votes(hall, ours) == {"1": frozenset({0})}
