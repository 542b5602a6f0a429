"""One copy a day at a quiet hour; whatever fails, the log tells and the bot goes on."""

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.ops.daily_backup import AGAIN, DailyBackup, last_quiet
from bot.storage.backup import NoBackup, back_up, backups_in
from tests.support.databases import sqlite_url
from tests.support.filled import filled

QUIET = datetime(2026, 11, 23, 19, tzinfo=UTC)


class SetClock:
    """A clock that says what it was told."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment


def daily(
    folder: Path, now: datetime, *, days: int = 7, copy: Callable[..., Path | None] = back_up
) -> tuple[DailyBackup, SetClock]:
    """Return the daily backup of ``folder``'s database, and its clock."""
    clock = SetClock(now)
    made = DailyBackup(sqlite_url(folder), folder / "b", days=days, clock=clock, copy=copy)
    return made, clock


def moments(folder: Path) -> list[datetime]:
    """Return when each copy was made, newest first."""
    return [at for at, _ in backups_in(sqlite_url(folder), folder / "b")]


@pytest.mark.parametrize(
    ("hours", "quiet"),
    [(0, QUIET), (23, QUIET), (24, QUIET + timedelta(days=1)), (-1, QUIET - timedelta(days=1))],
)
def test_the_quiet_hour_is_four_in_the_morning_in_korea(hours: int, quiet: datetime) -> None:
    assert last_quiet(QUIET + timedelta(hours=hours)) == quiet


async def test_a_day_has_one_copy_and_one_line_in_the_log(tmp_path: Path) -> None:
    await filled(tmp_path)
    backup, clock = daily(tmp_path, QUIET)

    with capture_logs() as lines:
        first = await backup.look()
        clock.moment += timedelta(hours=23)
        second = await backup.look()

    assert first == second == QUIET + timedelta(days=1)
    assert moments(tmp_path) == [QUIET]
    assert [line["event"] for line in lines] == ["backed up"]


async def test_a_machine_that_slept_at_the_quiet_hour_copies_when_it_wakes(tmp_path: Path) -> None:
    await filled(tmp_path)
    backup, clock = daily(tmp_path, QUIET)
    await backup.look()
    clock.moment += timedelta(days=3, hours=5)

    assert await backup.look() == QUIET + timedelta(days=4)
    assert moments(tmp_path) == [clock.moment, QUIET]


async def test_only_the_last_days_are_kept(tmp_path: Path) -> None:
    await filled(tmp_path)
    backup, clock = daily(tmp_path, QUIET, days=2)

    for _ in range(4):
        clock.moment = await backup.look()

    assert moments(tmp_path) == [QUIET + timedelta(days=3), QUIET + timedelta(days=2)]


async def test_a_copy_that_fails_is_told_and_tried_again_and_removes_no_old_one(
    tmp_path: Path,
) -> None:
    await filled(tmp_path)
    backup, _ = daily(tmp_path, QUIET - timedelta(days=9), days=1)
    await backup.look()

    def full(*_given: Any, **_more: Any) -> None:
        raise NoBackup("no room for a copy")

    backup, _ = daily(tmp_path, QUIET, days=1, copy=full)
    with capture_logs() as lines:
        again = await backup.look()

    assert again == QUIET + AGAIN
    assert [(line["event"], line["log_level"]) for line in lines] == [("no backup", "error")]
    assert "no room" in lines[0]["reason"]
    assert moments(tmp_path) == [QUIET - timedelta(days=9)]


async def test_the_copy_is_made_beside_the_event_loop_and_given_up_when_the_bot_ends(
    tmp_path: Path,
) -> None:
    begun, given_up = threading.Event(), threading.Event()
    loop_thread = threading.get_ident()

    def slow(*_given: Any, given_up: Callable[[], bool], **_more: Any) -> None:
        assert threading.get_ident() != loop_thread
        begun.set()
        while not given_up():
            stopped.wait(0.001)
        seen.set()

    stopped, seen = threading.Event(), given_up
    backup, _ = daily(tmp_path, QUIET, copy=slow)
    looking = asyncio.create_task(backup.look())
    await asyncio.to_thread(begun.wait, 10)

    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking

    assert await asyncio.to_thread(seen.wait, 10)


async def test_before_there_is_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    backup, _ = daily(tmp_path, QUIET)

    with capture_logs() as lines:
        assert await backup.look() == QUIET + timedelta(days=1)

    assert lines == []
