"""The daily post in a group: once a day, closed with a figure, late, missed, paused, restarted."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

import discord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.ids import GuildId
from bot.posts import service as posts
from bot.quiz.kinds import KIND
from tests.quiz.daily import DAY, HALF_AN_HOUR, Quiz, option, told
from tests.quiz.notes import EVERY_KIND, MULTIPLE, SHORT, SINGLE, TRUE_FALSE
from tests.support.told import buttons, labels, words_of

HOUR = timedelta(hours=1)
Groups = Callable[..., AbstractAsyncContextManager[Quiz]]


async def test_the_day_brings_one_item_silently_with_a_letter_for_each_choice(quiz: Quiz) -> None:
    assert len(quiz.posts) == 1
    assert labels(quiz.post) == ["A", "B", "C"]
    assert quiz.post.flags.suppress_notifications
    assert "커널은 무엇을 나눠 줄까요?" in words_of(quiz.post)
    assert "맞혔어요" not in words_of(quiz.post)


async def test_nobody_sees_what_others_chose_before_it_closes(quiz: Quiz) -> None:
    group = quiz.group
    await quiz.give(group.mina, option(quiz.post, "창문"))
    private = told(await quiz.give(group.jun, option(quiz.post, "하드웨어")))
    await quiz.wait(timedelta(seconds=10))
    public = words_of(quiz.post)

    assert "지금까지 2명이 답했어요." in public
    for said in (private, public, told(await quiz.moderate("log"))):
        assert "%" not in said
    assert quiz.post.attachments == []


async def test_the_next_post_closes_the_last_and_tells_how_it_went(quiz: Quiz) -> None:
    group = quiz.group
    await quiz.give(group.mina, option(quiz.post, "창문"))
    await quiz.give(group.jun, option(quiz.post, "하드웨어"))
    await quiz.give(group.seo, option(quiz.post, "하드웨어"))

    await quiz.wait(DAY)

    assert len(quiz.posts) == 2
    result, today = quiz.posts
    said = words_of(result)
    assert "3명이 답했고, 2명(67 %)이 맞혔어요." in said
    assert "창문: 1명 (33 %)" in said
    assert "하드웨어: 2명 (67 %) · 정답" in said
    [figure] = result.attachments
    assert figure.description is not None
    assert "창문: 1명 (33 %)" in figure.description
    assert result.embeds[0].image.url
    assert labels(result) == ["내 답과 해설", "커널 다시 보기"]
    assert "지난 문제는 3명 중 2명(67 %)이 맞혔어요." in words_of(today)
    assert str(result.id) in words_of(today)


async def test_an_item_without_a_successor_closes_after_a_day(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.begin(days="목")
        await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어"))

        await quiz.wait(DAY - HOUR)
        assert "결과" not in words_of(quiz.post)
        await quiz.wait(HOUR + timedelta(minutes=1))

        assert len(quiz.posts) == 1
        assert "01-01 퀴즈 결과" in words_of(quiz.post)


async def test_nobody_answering_is_said_without_a_figure(quiz: Quiz) -> None:
    await quiz.wait(DAY)

    assert "0명" in words_of(quiz.posts[0])
    assert quiz.posts[0].attachments == []
    assert "지난 문제" not in words_of(quiz.posts[1])


async def test_a_day_may_have_several_items_each_a_post_of_its_own(a_group: Groups) -> None:
    async with a_group(SINGLE, TRUE_FALSE, SHORT) as quiz:
        await quiz.begin(items=3)

        assert [post.embeds[0].title for post in quiz.posts] == [
            "오늘의 퀴즈 1/3",
            "오늘의 퀴즈 2/3",
            "오늘의 퀴즈 3/3",
        ]


async def test_a_restart_keeps_the_schedule_the_buttons_and_what_is_open(quiz: Quiz) -> None:
    await quiz.group.restart()

    said = told(await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어")))
    await quiz.group.restart()
    await quiz.wait(DAY)

    assert "맞았어요" in said
    assert len(quiz.posts) == 2
    assert "1명이 답했고, 1명(100 %)이 맞혔어요." in words_of(quiz.posts[0])


async def test_up_to_six_hours_late_it_says_so(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.schedule()
        await away(quiz, timedelta(hours=5))

        assert len(quiz.posts) == 1
        assert "조금 늦게 왔어요" in words_of(quiz.post)


async def test_later_than_that_the_day_is_missed_and_moderators_are_told_once(
    a_group: Groups,
) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.schedule()
        await away(quiz, timedelta(hours=8))

        assert quiz.posts == []
        assert "놓침" in told(await quiz.moderate("log"))
        notices = [m.content for m in quiz.group.moderator.user.dm_channel.history()]
        assert sum("놓쳤어요" in each for each in notices) == 1
        await quiz.wait(timedelta(hours=20))
        assert len(quiz.posts) == 1
        assert "늦게" not in words_of(quiz.post)


async def away(quiz: Quiz, span: timedelta) -> None:
    """Let ``span`` pass while the bot is stopped, then start it."""
    await quiz.group.bot.scheduler.stop()
    await quiz.wait(span)
    await quiz.group.restart()


async def test_where_the_bot_may_not_write_the_schedule_pauses_and_can_go_on(quiz: Quiz) -> None:
    group = quiz.group
    forbid(quiz, send_messages=False)
    await quiz.wait(DAY)
    listed = told(await quiz.moderate("schedule list"))
    notices = [m.content for m in group.moderator.user.dm_channel.history()]
    forbid(quiz)
    resumed = told(await quiz.moderate("schedule resume", schedule="1"))
    await quiz.wait(DAY)

    assert "채널에 쓸 수 없어서 멈췄어요" in listed
    assert sum("퀴즈 일정을 멈췄어요" in each for each in notices) == 1
    assert "다시 시작했어요" in resumed
    assert len(quiz.posts) == 2


def forbid(quiz: Quiz, **denied: bool) -> None:
    """Take permissions from the bot's role in the channel; without any, give them back."""
    group = quiz.group
    assert group.bot.user is not None
    role = group.guild.roles[group.bot.user.name]
    allow, deny = discord.PermissionOverwrite(**denied).pair()
    overwrite = Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value)
    group.env.backend.edit_channel(group.channel.id, {}, overwrites=[overwrite])


async def test_a_role_is_called_once_a_day_only_where_a_moderator_chose_so(
    a_group: Groups,
) -> None:
    async with a_group(SINGLE, TRUE_FALSE) as quiz:
        role = quiz.group.guild.create_role("퀴즈팀", mentionable=True)
        await quiz.begin(items=2, ping=role)

        first, second = quiz.posts
        assert [each.id for each in first.role_mentions] == [role.id]
        assert not first.flags.suppress_notifications
        assert second.role_mentions == []
        assert second.flags.suppress_notifications


async def test_a_week_ends_with_a_silent_look_back_where_it_is_wanted(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.begin(digest=True, days="목")
        await quiz.give(quiz.group.mina, option(quiz.post, "창문"))

        await quiz.wait(timedelta(days=3, hours=10))

        said = words_of(quiz.post)
        assert "이번 주 퀴즈 돌아보기" in said
        assert "1명 중 0명 (0 %)" in said
        assert labels(quiz.post) == ["커널"]
        assert quiz.post.flags.suppress_notifications
        opened = await quiz.give(quiz.group.jun, "커널")
        assert "커널 · Kernel" in told(opened)


async def test_a_channel_speaks_the_servers_language(a_group: Groups) -> None:
    async with a_group(*EVERY_KIND.values(), locale="en-US") as quiz:
        group = quiz.group
        await group.moderator.slash(group.channel, "settings language", language="en")
        await quiz.begin(items=4)

        assert "Today's quiz 1/4" in words_of(quiz.posts[0])
        assert all("오늘" not in words_of(post) for post in quiz.posts)


async def test_a_menu_is_found_again_by_the_ledger_through_its_custom_id(a_group: Groups) -> None:
    async with a_group(MULTIPLE) as quiz:
        await quiz.begin()
        async with quiz.group.bot.storage.reading() as work:
            [post] = await posts.posts_of(work, GuildId(quiz.group.guild.id), KIND, 1)

        assert post.message == quiz.post.id
        assert buttons(quiz.post) == []


async def test_half_an_hour_is_what_a_new_schedule_waits_here(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.schedule()
        await quiz.wait(HALF_AN_HOUR - timedelta(minutes=1))

        assert quiz.posts == []
