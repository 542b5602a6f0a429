"""/settings announce in a study group: said, kept, posted once, listed, taken back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.posts.announcing import (
    DAY,
    TEXT,
    announce,
    announcing,
    at_wall_clock,
    posts,
    press,
    public,
    said,
)
from tests.support.group import Group


@pytest.fixture
async def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Group]:
    async with announcing(tmp_path, monkeypatch) as opened:
        yield opened


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
