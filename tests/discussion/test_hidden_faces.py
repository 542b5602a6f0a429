"""What nobody is shown before its time, and what a thread's talk leaves in the report."""

from datetime import timedelta

from tests.discussion.debate import Debate, told
from tests.support.told import answered, words_of

A_MOMENT = timedelta(seconds=5)
CHANGED_MY_MIND = "커널을 함께 쓰는 게 걸려서요"


async def all_that_is_shown(debate: Debate) -> str:
    """Return whatever a moderator sees of it by now, or takes home."""
    pages = await debate.press(debate.group.moderator, debate.reasons, "이유 모두")
    exported = answered(await debate.admin("export"))
    minutes = await exported.attachments[0].read()
    posts = [words_of(post) for post in (*debate.posts, *debate.in_thread)]
    return "\n".join([*posts, told(pages), minutes.decode()])


async def test_a_reason_of_the_second_vote_is_shown_once_the_vote_is_over(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    await debate.vote(group.mina, 0)
    await debate.go_on()
    await debate.go_on()
    voted = await debate.vote(group.mina, 2)
    written = await debate.why(group.mina, answered(voted), "이유 쓰기", text=CHANGED_MY_MIND)
    await debate.wait(A_MOMENT)
    before = await all_that_is_shown(debate)
    own = await debate.press(group.mina, debate.ballot, "내 첫")
    await debate.go_on()
    after = await all_that_is_shown(debate)

    assert "투표가 끝나면 이름과 함께 보여요" in told(written)
    assert CHANGED_MY_MIND not in before
    assert CHANGED_MY_MIND in told(own)
    assert CHANGED_MY_MIND in after


async def test_a_concept_that_answers_in_the_thread_stands_in_the_report(debate: Debate) -> None:
    group = debate.group
    assert group.bot.user is not None
    await debate.start()
    await debate.vote(group.mina, 0)
    await debate.go_on()
    for place in (debate.thread, group.channel):
        await group.mina.send(place, f"<@{group.bot.user.id}> 하이퍼바이저가 뭐야?")
    await debate.go_on()
    await debate.go_on()

    report = next(post for post in debate.in_thread if "토론 결과" in words_of(post))
    # Asked twice, but only once in the thread.
    assert "하이퍼바이저 (1번)" in words_of(report)


async def test_before_a_vote_of_ones_own_only_choosing_is_offered(debate: Debate) -> None:
    group = debate.group
    await debate.start()
    nothing = await debate.press(group.mina, debate.ballot, "내 것")
    choosing = await debate.press(group.mina, answered(nothing), "고르기")
    await debate.press(group.mina, answered(choosing), "분야마다")
    mine = await debate.press(group.mina, debate.ballot, "내 것")

    assert "아직 고르지 않았어요" in told(nothing)
    assert "분야마다 다르다" in told(mine)
