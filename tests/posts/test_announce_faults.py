"""/settings announce where something is in the way: power, permissions, channels, restarts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest

from bot.posts.announce.service import KIND
from bot.posts.model import State
from tests.posts.announcing import (
    DAY,
    TEXT,
    announce,
    announcing,
    at_wall_clock,
    forbid,
    posts,
    press,
    private,
    public,
    said,
)
from tests.support.group import Group


@pytest.fixture
async def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Group]:
    async with announcing(tmp_path, monkeypatch) as opened:
        yield opened


async def test_nobody_but_moderators_announces_or_sees_what_waits(group: Group) -> None:
    await announce(group, "at", when="내일 20:00")
    reader = group.guild.create_role(
        "도우미", permissions=discord.Permissions(manage_messages=True)
    )
    helper = group.guild.add_member(group.env.create_user("도우미"), roles=[reader])
    refused = await helper.slash(group.channel, "settings announce now", channel=group.channel)
    seen = await helper.autocomplete(group.channel, "settings announce cancel", "announcement", "")

    assert "운영자만" in said(refused)
    assert seen == []


async def test_a_moderator_gains_no_channel_that_they_may_not_write_in(group: Group) -> None:
    role = group.guild.roles["운영자"]
    closed = group.guild.create_text_channel(
        "닫힌방", overwrites={role: discord.PermissionOverwrite(send_messages=False)}
    )

    assert "대신 올릴 수 없어요" in said(await announce(group, "now", closed))


async def test_a_channel_closed_to_the_bot_is_named_before_anything_is_kept(
    group: Group,
) -> None:
    forbid(group, group.channel, send_messages=False)

    answer = said(await announce(group, "now"))

    assert "메시지 보내기" in answer
    assert await posts(group) == []


async def test_a_missing_permission_pauses_it_tells_once_and_it_goes_on_when_granted(
    group: Group,
) -> None:
    await announce(group, "weekly", day="daily", time="20:00")
    forbid(group, group.channel, send_messages=False)
    await group.env.advance_time(3 * DAY)

    (told,) = private(group)
    assert "메시지 보내기" in told
    assert [p.state for p in await posts(group)] == [State.MISSED]

    listed = await group.moderator.slash(group.channel, "settings announce list")
    assert "멈춰 있어요" in said(listed)
    refused = await press(group, listed, "1번 다시 시작")
    assert "메시지 보내기" in said(refused)

    forbid(group, group.channel)
    await press(group, listed, "1번 다시 시작")
    await group.env.advance_time(DAY)
    assert public(group) == [TEXT]
    assert len(private(group)) == 1


async def test_a_single_one_that_was_refused_is_posted_when_it_goes_on(group: Group) -> None:
    await announce(group, "at", when="오늘 20:00")
    forbid(group, group.channel, send_messages=False)
    await group.env.advance_time(DAY)
    forbid(group, group.channel)
    listed = await group.moderator.slash(group.channel, "settings announce list")
    await press(group, listed, "1번 다시 시작")

    assert public(group) == [TEXT]


async def test_a_deleted_channel_pauses_it_and_tells_in_the_notice_channel(group: Group) -> None:
    notices = group.guild.create_text_channel("운영-알림")
    doomed = group.guild.create_text_channel("곧-없어질-방")
    await group.moderator.slash(group.channel, "settings notice-channel", channel=notices)
    await announce(group, "at", doomed, when="오늘 20:00")
    group.env.backend.delete_channel(doomed.id)
    await group.env.advance_time(DAY)

    (told,) = public(group, notices)
    assert "채널이 없어져서" in told
    assert private(group) == []


async def test_what_was_due_while_the_bot_was_away_is_posted_within_the_hour(
    group: Group,
) -> None:
    await announce(group, "at", when="오늘 20:00")
    await group.bot.scheduler.stop()
    await at_wall_clock(group, datetime(2026, 1, 1, 11, 30, tzinfo=UTC))
    assert public(group) == []

    await group.restart()

    assert public(group) == [TEXT]


async def test_later_than_that_it_is_missed_and_told_once(group: Group) -> None:
    await announce(group, "weekly", day="daily", time="20:00")
    await group.bot.scheduler.stop()
    await at_wall_clock(group, datetime(2026, 1, 3, 13, 0, tzinfo=UTC))
    await group.restart()
    await group.restart()

    (told,) = private(group)
    assert "3번 놓쳤어요" in told
    assert public(group) == []
    assert [p.state for p in await posts(group)] == [State.MISSED] * 3


async def test_what_was_claimed_before_a_restart_is_sent_after_it(group: Group) -> None:
    await group.bot.scheduler.stop()
    await announce(group, "now")
    assert public(group) == []
    assert [p.state for p in await posts(group)] == [State.CLAIMED]

    await group.restart()

    assert public(group) == [TEXT]


async def test_a_cancelled_one_that_was_claimed_is_taken_back(group: Group) -> None:
    await announce(group, "weekly", day="daily", time="20:00")
    await group.bot.scheduler.stop()
    await at_wall_clock(group, datetime(2026, 1, 1, 11, 1, tzinfo=UTC))
    await group.bot.scheduler.claim_due(next(s for s in group.bot.parts.sources if s.kind == KIND))
    listed = await group.moderator.slash(group.channel, "settings announce list")
    await press(group, listed, "1번 취소")
    await group.restart()

    assert public(group) == []
    assert [p.state for p in await posts(group)] == [State.WITHDRAWN]


async def test_it_all_speaks_english_too(group: Group) -> None:
    await group.moderator.slash(group.channel, "language", language="en")
    await announce(group, "weekly", day="daily", time="8pm")
    listed = await group.moderator.slash(group.channel, "settings announce list")

    assert "every day at 20:00" in said(listed)
    assert "Cancel 1" in str(getattr(listed.response, "components", ""))
