"""A discussion from start to report: each phase ends once, each post and chore is done once."""

from datetime import timedelta

import pytest

from bot.discussion import arguing, service
from bot.discussion.model import Mark, Phase, Who
from bot.discussion.refusals import OwnReason, PhaseMoved, ReasonGone, VoteFirst
from bot.ids import ChannelId, MemberId
from bot.posts.errands.model import ErrandState
from bot.posts.model import State
from tests.discussion.hall import DAY, SHARED, Hall
from tests.posts.posts import CHANNEL, GUILD


async def test_a_debate_runs_by_itself_from_start_to_report(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live()
    opening = (await hall.posts(debate))[0]
    thread = ChannelId(opening.message or 0)
    await hall.vote(debate, 1, 0)
    await hall.vote(debate, 2, 2)
    await hall.live(DAY)
    await hall.live(2 * DAY)
    await hall.vote(debate, 1, 2)
    await hall.live(DAY)
    closed = await hall.stands(debate)
    await hall.live(timedelta(minutes=20))
    await hall.live(9 * DAY)

    assert closed.phase is Phase.CLOSED
    assert closed.thread == thread
    posted = [each for each in await hall.posted(debate) if not each[0].startswith("follow")]
    assert posted == [
        ("opening", CHANNEL),
        ("argument", thread),
        ("reasons", thread),
        ("second", thread),
        ("report", thread),
        ("report-channel", CHANNEL),
    ]
    assert {post.state for post in await hall.posts(debate)} == {State.SENT}
    chores = [chore for chore, _ in hall.chores.done]
    assert (chores[0], sorted(chores[1:3]), chores[3]) == ("open_thread", ["pin", "pin"], "archive")
    assert hall.chores.done[3] == ("archive", thread)
    assert len(chores) == 4


async def test_the_report_counts_both_votes_and_who_moved(hall: Hall) -> None:
    debate = await hall.start()
    await hall.vote(debate, 1, 0)
    await hall.vote(debate, 2, 2)
    await hall.go_on(debate)
    await hall.go_on(debate)
    await hall.vote(debate, 1, 2)
    await hall.go_on(debate)

    async with hall.storage.reading() as work:
        report = await service.report(work, GUILD, debate.id)

    assert report is not None
    assert report.first.counts == (1, 0, 1)
    assert report.second is not None
    assert report.second.counts == (0, 0, 1)
    assert report.shift is not None
    assert report.shift.cells[0][2] == 1


async def test_what_waits_for_the_thread_is_posted_once_it_is_there(hall: Hall) -> None:
    shared = await hall.start(SHARED)
    await hall.live()

    thread = (await hall.stands(shared)).thread
    assert await hall.posted(shared) == [("opening", CHANNEL), ("reasons", thread)]
    assert thread is not None


async def test_two_presses_on_next_move_it_once(hall: Hall) -> None:
    debate = await hall.start()
    await hall.go_on(debate, made_for=Phase.FIRST_VOTE)

    with pytest.raises(PhaseMoved):
        await hall.go_on(debate, made_for=Phase.FIRST_VOTE)

    assert (await hall.stands(debate)).phase is Phase.ARGUMENT


async def test_a_phase_that_ended_while_the_bot_was_off_ends_once_and_the_next_is_whole(
    hall: Hall,
) -> None:
    debate = await hall.start()
    await hall.live()
    await hall.live(5 * DAY)

    arguing_now = await hall.stands(debate)
    assert arguing_now.phase is Phase.ARGUMENT
    assert arguing_now.ends_at == hall.now + 2 * DAY


async def test_a_paused_discussion_ends_nothing_and_goes_on_with_what_was_left(hall: Hall) -> None:
    debate = await hall.start()
    await hall.live(DAY / 2)
    async with hall.storage.work() as work:
        await service.pause(work, GUILD, debate.id, now=hall.now)
        await work.commit()
    await hall.live(9 * DAY)
    async with hall.storage.work() as work:
        resumed = await service.resume(work, GUILD, debate.id, now=hall.now)
        await work.commit()

    assert (resumed.phase, resumed.ends_at) == (Phase.FIRST_VOTE, hall.now + DAY / 2)


async def test_a_cancelled_discussion_has_no_report_and_takes_its_posts_back(hall: Hall) -> None:
    debate = await hall.start(anonymous=True)
    async with hall.storage.work() as work:
        await service.cancel(work, GUILD, debate.id, now=hall.now)
        await work.commit()
    await hall.live(DAY)

    assert [post.state for post in await hall.posts(debate)] == [State.WITHDRAWN]
    assert [errand.state for errand in await hall.errands_of(debate)] == [ErrandState.WITHDRAWN]
    async with hall.storage.reading() as work:
        assert await service.report(work, GUILD, debate.id) is None
        assert await service.open_of(work, GUILD) == []


async def test_a_quiet_thread_is_asked_and_a_night_is_not(hall: Hall) -> None:
    debate = await hall.start(SHARED)
    await hall.live()
    debate = await hall.start()
    await hall.go_on(debate)
    await hall.live()
    for _ in range(48):
        await hall.live(timedelta(minutes=59))

    asked = [post for post in await hall.posts(debate) if "follow" in post.claim.occurrence]
    hours = [(post.claim.due.hour + 9) % 24 for post in asked]
    assert [post.claim.occurrence for post in asked] == [
        "follow-up-1",
        "follow-up-2",
        "follow-up-3",
    ]
    assert all(8 <= hour < 22 for hour in hours)


async def test_in_a_vote_a_reason_needs_a_stance_is_replaced_and_follows_it(hall: Hall) -> None:
    debate = await hall.start()
    with pytest.raises(VoteFirst):
        await hall.say(debate, 1, "가벼워요")
    await hall.vote(debate, 1, 0)
    first = await hall.say(debate, 1, "가벼워요", field="웹", unknown="?")
    again = await hall.say(debate, 1, " 빨라요 ")
    await hall.vote(debate, 1, 1)
    await hall.go_on(debate)
    added = await hall.say(debate, 1, "한 가지 더")

    async with hall.storage.reading() as work:
        mine = await service.mine(work, GUILD, debate.id, Who(MemberId(1)))
    assert first == again != added
    assert {(each.text, each.stance, each.round) for each in mine.reasons} == {
        ("빨라요", 1, 1),
        ("한 가지 더", 1, None),
    }


async def test_reasons_are_marked_by_others_and_the_last_word_counts(hall: Hall) -> None:
    debate = await hall.start()
    await hall.vote(debate, 1, 0)
    reason = await hall.say(debate, 1, "가벼워요")
    await hall.go_on(debate)
    with pytest.raises(OwnReason):
        await marked(hall, debate.id, reason, 1, Mark.AGREE)
    with pytest.raises(ReasonGone):
        await marked(hall, debate.id, reason + 1, 2, Mark.AGREE)
    await marked(hall, debate.id, reason, 2, Mark.AGREE)
    await marked(hall, debate.id, reason, 2, Mark.DIFFER)

    async with hall.storage.reading() as work:
        material = await service.material(work, GUILD, debate.id)
    assert [(each.reason, each.mark) for each in material.markings] == [(reason, Mark.DIFFER)]


async def test_a_question_stays_open_until_the_first_answer(hall: Hall) -> None:
    debate = await hall.start()
    async with hall.storage.work() as work:
        question = await arguing.ask_question(
            work, GUILD, debate.id, Who(MemberId(1)), "커널이 뭐예요?", now=hall.now
        )
        answers = [
            await arguing.answer_question(
                *(work, GUILD, debate.id, question.id, Who(MemberId(member))),
                now=hall.now,
                concept=concept,
            )
            for concept, member in (("shared-kernel", 2), ("docker", 3))
        ]
        await work.commit()
    await hall.go_on(debate)

    async with hall.storage.reading() as work:
        material = await service.material(work, GUILD, debate.id)
    assert [answer.concept for answer in answers] == ["shared-kernel"] * 2
    assert material.citations == {"shared-kernel": 1}


async def test_the_open_discussion_of_a_prompt_is_found_else_its_last_report(hall: Hall) -> None:
    debate = await hall.start()
    async with hall.storage.reading() as work:
        going_on = await service.latest_on(work, GUILD, "docker", "when-not-docker")
    await hall.close(debate)
    async with hall.storage.reading() as work:
        over = await service.latest_on(work, GUILD, "docker", "when-not-docker")
        never = await service.latest_on(work, GUILD, "docker", "vmware")

    assert going_on is not None
    assert going_on[1] is None
    assert over is not None
    assert over[1] is not None
    assert never is None


async def marked(hall: Hall, number: int, reason: int, member: int, thought: Mark) -> None:
    async with hall.storage.work() as work:
        await arguing.mark(
            work, GUILD, number, reason, Who(MemberId(member)), thought, now=hall.now
        )
        await work.commit()
