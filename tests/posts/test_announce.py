"""/settings announce in a study group: said, kept, posted once, and mended where it fails."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType
from simcord.results import InteractionResult

from bot.ids import GuildId
from bot.posts import scheduler, store
from bot.posts.announce.service import KIND
from bot.posts.model import Post, State
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
TEXT = "토요일 모임은 7시예요"


@pytest.fixture
async def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Group]:
    """The group; its bot looks at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))
    async with study_group(sqlite_url(tmp_path)) as opened:
        yield opened


async def announce(
    group: Group, how: str, channel: ChannelHandle | None = None, **options: Any
) -> InteractionResult:
    """Have the moderator announce ``TEXT``; return the answer to what they wrote."""
    asked = await group.moderator.slash(
        group.channel, f"settings announce {how}", channel=channel or group.channel, **options
    )
    if asked.modal is None:
        return asked
    return await group.moderator.submit_modal(asked, {"text": TEXT})


async def press(group: Group, shown: InteractionResult, label: str) -> InteractionResult:
    assert shown.response is not None
    return await group.moderator.click(shown.response, label=label)


def said(result: InteractionResult) -> str:
    assert result.response is not None
    assert result.ephemeral
    embeds = "\n".join(f"{e.title}\n{e.description}" for e in result.response.embeds)
    return f"{result.response.content}\n{embeds}"


def public(group: Group, channel: ChannelHandle | None = None) -> list[str]:
    """Return what a plain member reads in the channel."""
    return [m.content for m in (channel or group.channel).history(viewer=group.mina)]


def private(group: Group) -> list[str]:
    return [m.content for m in group.moderator.user.dm_channel.history()]


async def posts(group: Group, subject: int = 1) -> list[Post]:
    async with group.bot.storage.reading() as work:
        return await store.posts_of(work, GuildId(group.guild.id), KIND, subject)


async def at_wall_clock(group: Group, moment: datetime) -> None:
    """Let time pass up to ``moment`` (UTC)."""
    await group.env.advance_time((moment - group.env.now()).total_seconds())


def forbid(group: Group, channel: ChannelHandle, **denied: bool) -> None:
    """Take permissions from the bot's own role in ``channel``; without any, give them back."""
    assert group.bot.user is not None
    role = group.guild.roles[group.bot.user.name]
    allow, deny = discord.PermissionOverwrite(**denied).pair()
    overwrite = Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value)
    group.env.backend.edit_channel(channel.id, {}, overwrites=[overwrite])


async def test_what_is_announced_now_is_posted_once_silently_and_pings_nobody(
    group: Group,
) -> None:
    asked = await group.moderator.slash(
        group.channel, "settings announce now", channel=group.channel
    )
    answer = await group.moderator.submit_modal(
        asked, {"text": f"@everyone **모임** <@{group.mina.id}>"}
    )

    (message,) = group.channel.history(viewer=group.mina)
    assert message.content == f"@\u200beveryone **모임** <@{group.mina.id}>"
    assert message.flags.suppress_notifications
    assert not message.mention_everyone
    assert "올릴게요" in said(answer)


async def test_a_loud_one_is_loud_only_when_asked(group: Group) -> None:
    await announce(group, "now", silent=False)

    (message,) = group.channel.history(viewer=group.mina)
    assert not message.flags.suppress_notifications


async def test_one_at_a_time_is_posted_at_that_time_of_the_servers_clock(group: Group) -> None:
    # The world begins at 2026-01-01 09:00 in Seoul.
    answer = await announce(group, "at", when="오늘 오후 8시")
    at = datetime(2026, 1, 1, 11, 0, tzinfo=UTC)
    await at_wall_clock(group, at - timedelta(seconds=2))
    assert public(group) == []

    await at_wall_clock(group, at + timedelta(seconds=1))

    assert public(group) == [TEXT]
    assert f"<t:{int(at.timestamp())}:F>" in said(answer)
    await group.env.advance_time(2 * DAY)
    assert public(group) == [TEXT]


async def test_a_weekly_one_comes_back_every_week(group: Group) -> None:
    # 2026-01-03 is the first Saturday.
    await announce(group, "weekly", day="sat", time="오전 10시")
    await at_wall_clock(group, datetime(2026, 1, 17, 0, 59, tzinfo=UTC))
    assert public(group) == [TEXT] * 2

    await at_wall_clock(group, datetime(2026, 1, 17, 1, 1, tzinfo=UTC))

    assert public(group) == [TEXT] * 3
    assert [p.claim.occurrence for p in await posts(group)] == [
        "2026-01-03",
        "2026-01-10",
        "2026-01-17",
    ]


async def test_a_skipped_hour_is_told_of_and_posted_at_the_first_moment_after(
    group: Group,
) -> None:
    await group.moderator.slash(group.channel, "settings zone", zone="America/New_York")

    answer = await announce(group, "at", when="2026-03-08 02:30")

    gap_ends = datetime(2026, 3, 8, 7, 0, tzinfo=UTC)
    assert "서머타임" in said(answer)
    assert (await posts(group)) == []
    await at_wall_clock(group, gap_ends - timedelta(seconds=5))
    assert public(group) == []
    await at_wall_clock(group, gap_ends + timedelta(seconds=1))
    assert public(group) == [TEXT]


async def test_a_change_of_the_servers_zone_moves_what_waits(group: Group) -> None:
    await announce(group, "at", when="내일 09:00")
    await group.moderator.slash(group.channel, "settings zone", zone="Europe/London")
    await at_wall_clock(group, datetime(2026, 1, 2, 8, 59, tzinfo=UTC))
    assert public(group) == []

    await at_wall_clock(group, datetime(2026, 1, 2, 9, 1, tzinfo=UTC))

    assert public(group) == [TEXT]


async def test_the_list_shows_the_next_time_and_cancels_by_a_press(group: Group) -> None:
    await announce(group, "at", when="내일 20:00")
    listed = await group.moderator.slash(group.channel, "settings announce list")
    moment = int(datetime(2026, 1, 2, 11, 0, tzinfo=UTC).timestamp())
    assert f"<t:{moment}:F> (<t:{moment}:R>)" in said(listed)
    assert TEXT in said(listed)

    await press(group, listed, "1번 취소")
    await group.env.advance_time(2 * DAY)

    assert public(group) == []
    listed = await group.moderator.slash(group.channel, "settings announce list")
    assert "없어요" in said(listed)


async def test_cancelling_by_command_suggests_what_waits(group: Group) -> None:
    await announce(group, "at", when="내일 20:00")
    (choice,) = await group.moderator.autocomplete(
        group.channel, "settings announce cancel", "announcement", "토요일"
    )
    answer = await group.moderator.slash(
        group.channel, "settings announce cancel", announcement=choice["value"]
    )
    again = await group.moderator.slash(
        group.channel, "settings announce cancel", announcement=choice["value"]
    )

    assert choice["name"] == TEXT
    assert "취소했어요" in said(answer)
    assert "기다리고 있지 않아요" in said(again)


async def test_what_is_typed_as_a_time_is_read_back(group: Group) -> None:
    read = await group.moderator.autocomplete(
        group.channel, "settings announce at", "when", "내일 저녁 8시"
    )
    usual = await group.moderator.autocomplete(group.channel, "settings announce at", "when", "")
    clocks = await group.moderator.autocomplete(
        group.channel, "settings announce weekly", "time", "저녁 8시 반"
    )

    assert read == [{"name": "2026-01-02 (금요일) 20:00", "value": "2026-01-02 20:00"}]
    assert len(usual) == 5
    assert clocks == [{"name": "20:30", "value": "20:30"}]


@pytest.mark.parametrize(
    ("how", "options", "why"),
    [
        ("at", {"when": "언젠가"}, "못 알아들었어요"),
        ("at", {"when": "2020-01-01 09:00"}, "벌써 지났어요"),
        ("weekly", {"day": "mon", "time": "밥 먹고"}, "못 알아들었어요"),
        ("cancel", {"announcement": "아무거나"}, "기다리고 있지 않아요"),
    ],
)
async def test_what_cannot_be_is_said_kindly(
    group: Group, how: str, options: dict[str, Any], why: str
) -> None:
    if how == "cancel":
        answer = await group.moderator.slash(group.channel, "settings announce cancel", **options)
    else:
        answer = await announce(group, how, **options)

    assert why in said(answer)


async def test_an_empty_one_is_refused(group: Group) -> None:
    asked = await group.moderator.slash(
        group.channel, "settings announce now", channel=group.channel
    )
    answer = await group.moderator.submit_modal(asked, {"text": "  \n "})

    assert "비어 있어요" in said(answer)


async def test_there_is_an_end_to_how_many_wait(group: Group) -> None:
    for _ in range(10):
        await announce(group, "at", when="내일 20:00")

    assert "벌써 10개" in said(await announce(group, "at", when="내일 20:00"))


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
    await group.bot.scheduler.claim_due(next(s for s in group.bot.sources if s.kind == KIND))
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
