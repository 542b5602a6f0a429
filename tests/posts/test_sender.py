"""The sender: each crash point of a post, and each answer of Discord's."""

from datetime import timedelta

import pytest

from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import sender as module
from bot.posts.model import State
from bot.posts.outcomes import NotNow, Refused, Unknown, Why
from tests.posts.parts import Parts
from tests.posts.posts import CHANNEL, GUILD, MEMBER, NOON, claim

MINUTE = timedelta(minutes=1)
NOTICES = ChannelId(40)


async def test_what_is_claimed_is_sent_once_silently(parts: Parts) -> None:
    await parts.claim(claim())
    await parts.send()
    await parts.send()

    post = await parts.one()
    assert parts.channels.words() == ["안녕"]
    assert parts.channels.silent == [True]
    assert (post.state, post.message) == (State.SENT, 1_001)


async def test_a_crash_before_discord_acted_is_sent(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.crashed(post)
    await parts.restart()

    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).state is State.SENT


@pytest.mark.parametrize("downtime", [timedelta(seconds=2), timedelta(days=2)])
async def test_a_crash_after_discord_acted_is_adopted(parts: Parts, downtime: timedelta) -> None:
    (post,) = await parts.claim(claim())
    parts.channels.strangers(3)
    await parts.crashed_after_acting(post)
    parts.channels.strangers(150)
    parts.clock.forward(downtime)
    await parts.restart()

    assert parts.channels.words().count("안녕") == 1
    assert (await parts.one()).state is State.SENT


async def test_a_message_beyond_the_first_page_is_found(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    begun = await parts.crashed(post)
    parts.channels.strangers(250)
    await parts.act(begun)
    parts.clock.forward(timedelta(hours=5))
    await parts.restart()

    assert parts.channels.words().count("안녕") == 1


async def test_history_that_lags_is_made_up_for_by_the_nonce(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.crashed_after_acting(post)
    parts.channels.lag = 1
    parts.clock.forward(timedelta(seconds=3))
    await parts.restart()

    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).message == 1_001


async def test_without_history_it_is_sent_again_within_two_minutes(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.crashed_after_acting(post)
    parts.channels.readable = False
    parts.clock.forward(timedelta(seconds=90))
    await parts.restart()

    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).state is State.SENT


async def test_without_history_it_is_uncertain_later_and_told_once(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.crashed_after_acting(post)
    parts.channels.readable = parts.channels.remembers_nonces = False
    parts.clock.forward(timedelta(minutes=3))
    await parts.restart()
    parts.clock.forward(MINUTE)
    await parts.send()
    await parts.send()

    private = ChannelId(9_000 + MEMBER)
    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).state is State.UNCERTAIN
    assert len(parts.channels.words(private)) == 1
    assert "메시지 기록 보기" in parts.channels.words(private)[0]


async def test_the_same_words_of_an_earlier_post_are_not_taken_for_it(parts: Parts) -> None:
    (first,) = await parts.claim(claim())
    anchor = parts.channels.newest(CHANNEL)
    await parts.send()
    (second,) = await parts.claim(claim(occurrence="second"))
    # A channel whose newest message was not known: the search begins before the first one.
    await parts.record(second.begun(NOON, anchor))
    await parts.restart()

    assert parts.channels.words() == ["안녕", "안녕"]
    assert len({post.message for post in await parts.posts()}) == 2
    assert first.id != second.id


async def test_one_post_at_a_time_is_on_its_way_to_a_channel(parts: Parts) -> None:
    first, _ = await parts.claim(claim(), claim(occurrence="second"))
    begun = first.begun(NOON, 1)
    await parts.record(begun.put_off(NOON, "no answer", wait=MINUTE))
    await parts.send()

    assert parts.channels.words() == []


async def test_no_answer_is_looked_for_and_sent_again_later(parts: Parts) -> None:
    parts.channels.says = [Unknown("reset")]
    await parts.claim(claim())
    await parts.send()
    assert (await parts.one()).state is State.SENDING

    await parts.send()
    assert parts.channels.words() == []

    parts.clock.forward(timedelta(seconds=5))
    await parts.send()
    assert parts.channels.words() == ["안녕"]


async def test_no_answer_that_was_an_act_is_not_sent_again(parts: Parts) -> None:
    parts.channels.says, parts.channels.acts_anyway = [Unknown("reset")], True
    parts.channels.remembers_nonces = False
    await parts.claim(claim())
    await parts.send()
    parts.clock.forward(timedelta(seconds=5))
    await parts.send()

    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).state is State.SENT


async def test_a_refusal_is_not_tried_again_and_pauses_its_owner(parts: Parts) -> None:
    refused = Refused(Why.CANNOT_WRITE, ("send_messages",))
    parts.channels.says = [refused]
    (post,) = await parts.claim(claim())
    await parts.send()
    parts.clock.forward(MINUTE)
    await parts.send()

    assert parts.channels.requests == 1
    assert parts.plan.refusals == [(post.id, refused)]
    assert (await parts.one()).state is State.MISSED


async def test_a_refusal_after_an_attempt_that_cannot_be_looked_up_is_uncertain(
    parts: Parts,
) -> None:
    parts.channels.says = [Unknown("reset"), Refused(Why.CANNOT_WRITE)]
    parts.channels.readable = False
    await parts.claim(claim())
    await parts.send()
    parts.clock.forward(timedelta(seconds=5))
    await parts.send()

    assert (await parts.one()).state is State.UNCERTAIN


async def test_a_rate_limit_is_waited_out(parts: Parts) -> None:
    parts.channels.says = [NotNow(timedelta(seconds=40))]
    await parts.claim(claim())
    await parts.send()
    parts.clock.forward(timedelta(seconds=39))
    await parts.send()
    assert parts.channels.words() == []

    parts.clock.forward(timedelta(seconds=1))
    await parts.send()
    assert parts.channels.words() == ["안녕"]


async def test_what_is_too_late_is_missed_and_told(parts: Parts) -> None:
    first, second = await parts.claim(claim(), claim(occurrence="second"))
    parts.clock.forward(timedelta(hours=1, seconds=1))
    await parts.send()

    assert parts.channels.words() == []
    assert parts.plan.missed_posts == [first.id, second.id]
    assert {post.state for post in await parts.posts()} == {State.MISSED}


async def test_what_was_withdrawn_between_pick_and_send_is_not_sent(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.record(post.withdrawn())
    parts.sender._start(post)
    await parts.sender.stop()

    assert parts.channels.words() == []
    assert (await parts.one()).state is State.WITHDRAWN


async def test_a_fault_of_ours_with_one_post_leaves_the_others_alone(parts: Parts) -> None:
    await parts.claim(
        claim(snapshot={}), claim(guild=GuildId(11), channel=ChannelId(21), occurrence="second")
    )
    await parts.send()

    assert parts.channels.words(ChannelId(21)) == ["안녕"]
    assert (await parts.one()).reason == "fault"


async def test_a_fault_of_ours_after_discord_acted_forgets_no_attempt(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts.channels.remembers_nonces = False
    await parts.claim(claim())

    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("a fault of ours")

    with monkeypatch.context() as patched:
        patched.setattr(module, "after_sending", broken)
        await parts.send()
    assert (await parts.one()).state is State.SENDING

    parts.clock.forward(timedelta(minutes=10))
    await parts.send()

    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).state is State.SENT


async def test_a_post_of_a_newer_version_waits(parts: Parts) -> None:
    await parts.claim(claim(kind="tomorrow"))
    await parts.send()

    (post,) = await parts.posts(kind="tomorrow")
    assert (post.state, parts.channels.words()) == (State.CLAIMED, [])


async def test_a_notice_goes_to_the_member_where_its_channel_refuses(parts: Parts) -> None:
    async with parts.storage.work() as work:
        await guilds.be_told_in(work, GUILD, NOTICES)
        await work.commit()
    (post,) = await parts.claim(claim())
    begun = await parts.crashed(post)
    await parts.record(begun.put_off(NOON - timedelta(hours=1), "x"))
    parts.channels.readable = False
    parts.clock.forward(timedelta(minutes=3))
    await parts.send()
    parts.channels.says = [Refused(Why.CHANNEL_GONE)]
    await parts.send()
    await parts.send()

    assert parts.channels.words(NOTICES) == []
    assert len(parts.channels.words(ChannelId(9_000 + MEMBER))) == 1


async def test_many_servers_are_all_served_a_little_at_a_time(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_IN_FLIGHT", 8)
    count = 40
    await parts.claim(
        *(claim(guild=GuildId(g), channel=ChannelId(g), member=MemberId(g)) for g in range(1, 41))
    )
    for _ in range(count // 8):
        await parts.send()

    assert [len(parts.channels.words(ChannelId(g))) for g in range(1, 41)] == [1] * count
