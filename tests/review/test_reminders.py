"""/notify in a study group: asked for, private, at most once a day, off by one button."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor

from bot.ids import GuildId
from bot.posts import store as ledger
from bot.posts.model import Post
from bot.review.reminders import KIND
from tests.quiz.daily import Quiz, quiz_group, told
from tests.quiz.notes import SINGLE
from tests.review.rounds import missed_today, now_shown, press, private, wait
from tests.support.told import answered, labels

DAY = timedelta(days=1)
# Past any hour that is chosen here, whatever the daily quiz has done before.
EVENING = "20"


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose notes have one item."""
    async with quiz_group(tmp_path, SINGLE) as opened:
        yield opened


async def notify(quiz: Quiz, member: MemberActor, hour: str = EVENING) -> None:
    """Have ``member`` choose an hour."""
    shown = await member.slash(quiz.group.channel, "notify")
    await member.select(answered(shown), [hour])


def reminders(member: MemberActor) -> list[discord.Message]:
    return [each for each in member.user.dm_channel.history() if "알림이에요" in each.content]


async def posts(quiz: Quiz) -> list[Post]:
    async with quiz.group.bot.storage.reading() as work:
        return await ledger.posts_of(work, GuildId(quiz.group.guild.id), KIND, 1)


async def test_a_reminder_comes_at_the_hour_and_says_what_waits(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina)
    assert "매일 20:00" in now_shown(quiz, mina)
    assert reminders(mina) == []

    await wait(quiz, timedelta(hours=12))

    (message,) = reminders(mina)
    assert "다시 볼 문제가 1개" in message.content
    assert not message.flags.suppress_notifications


async def test_todays_unanswered_quiz_is_reason_enough(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await quiz.begin()
    await notify(quiz, mina)

    await wait(quiz, timedelta(hours=12))

    assert ["오늘의 퀴즈가 1문제" in each.content for each in reminders(mina)] == [True]


async def test_nobody_is_written_to_who_did_not_ask(quiz: Quiz) -> None:
    await missed_today(quiz, quiz.group.mina)
    await notify(quiz, quiz.group.mina)

    await wait(quiz, 2 * DAY)

    for member in (quiz.group.jun, quiz.group.seo, quiz.group.moderator):
        assert list(member.user.dm_channel.history()) == []


async def test_where_nothing_waits_nothing_is_sent(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await notify(quiz, mina)

    await wait(quiz, 2 * DAY)

    assert reminders(mina) == []


async def test_it_comes_once_a_day_also_when_the_hour_is_changed(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina, "11")
    await wait(quiz, timedelta(hours=2))
    assert len(reminders(mina)) == 1

    await notify(quiz, mina, "15")
    await wait(quiz, timedelta(hours=8))
    assert len(reminders(mina)) == 1

    await wait(quiz, DAY)
    assert len(reminders(mina)) == 2


async def test_one_button_in_the_message_ends_it_and_twice_is_no_harm(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina)
    await wait(quiz, timedelta(hours=12))

    for _ in range(2):
        stopped = await mina.user.click(reminders(mina)[0], label="알림 끄기")
        assert "껐어요" in answered(stopped).content
    await wait(quiz, 3 * DAY)

    assert len(reminders(mina)) == 1


async def test_it_can_be_ended_in_the_server_as_well(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina)
    shown = await mina.slash(quiz.group.channel, "notify")

    await press(mina, shown, "알림 끄기")

    assert "보내지 않아요" in now_shown(quiz, mina)
    await wait(quiz, 2 * DAY)
    assert reminders(mina) == []


async def test_who_never_asked_has_no_button_to_end_it(quiz: Quiz) -> None:
    shown = await quiz.group.jun.slash(quiz.group.channel, "notify")

    assert labels(answered(shown)) == []
    assert "보내지 않아요" in told(shown)


# Discord says so when the channel is opened, or when the message is sent.
@pytest.mark.parametrize("route", ["/users/@me/channels", "/channels/*/messages"])
async def test_closed_messages_turn_it_off_quietly_and_that_is_told_once(
    quiz: Quiz, route: str
) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina)
    quiz.group.env.inject_error("POST", route, status=403, code=50007, times=1)

    await wait(quiz, 3 * DAY)

    assert reminders(mina) == []
    assert len(await posts(quiz)) == 1
    assert list(quiz.group.moderator.user.dm_channel.history()) == []
    for _ in range(2):
        await mina.slash(quiz.group.channel, "help")
    closed = [each for each in private(quiz, mina) if "DM이 닫혀 있어서" in each.content]
    assert len(closed) == 1


async def test_a_restart_before_the_hour_loses_nothing(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina)

    await quiz.group.restart()
    await wait(quiz, timedelta(hours=12))
    await quiz.group.restart()
    await wait(quiz, timedelta(hours=2))

    assert len(reminders(mina)) == 1


async def test_a_change_of_the_servers_zone_moves_it(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await notify(quiz, mina)
    await quiz.group.moderator.slash(quiz.group.channel, "settings zone", zone="Europe/London")

    await wait(quiz, timedelta(hours=15))
    assert reminders(mina) == []
    await wait(quiz, timedelta(hours=6))
    assert len(reminders(mina)) == 1


async def test_a_reminder_is_in_the_members_own_language(quiz: Quiz) -> None:
    mina = quiz.group.mina
    await missed_today(quiz, mina)
    await mina.slash(quiz.group.channel, "language", language="en")
    await notify(quiz, mina)

    await wait(quiz, timedelta(hours=12))

    (message,) = mina.user.dm_channel.history()
    assert "One question is due for review" in message.content
