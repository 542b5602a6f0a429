"""A disk that fails under the running bot: members get a kind sentence, nothing is half done."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from structlog.testing import capture_logs

from bot.discord_ui.words import voice
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import WHAT_IS, answered, tell

KO = voice("ko")
AILS = {"full": "PRAGMA max_page_count = 1", "read-only": "PRAGMA query_only = ON"}
# Longer than what is free in a page that is begun.
ENOUGH_TO_FILL = 12


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    async with study_group(sqlite_url(tmp_path)) as opened:
        tell(opened)
        yield opened


def fall_ill(group: Group, ail: str) -> None:
    """Let every connection of the bot fail so from now on."""

    def spoil(connection: Connection) -> None:
        connection.exec_driver_sql(AILS[ail])

    event.listen(group.bot.storage.engine.sync_engine, "begin", spoil)


async def kept(group: Group) -> int:
    """Return how many questions are stored."""
    async with group.bot.storage.reading() as work:
        return await work.session.scalar(text("SELECT count(*) FROM question")) or 0


@pytest.mark.parametrize("ail", AILS)
async def test_a_command_is_told_what_happened_and_nothing_changed(group: Group, ail: str) -> None:
    fall_ill(group, ail)

    with capture_logs() as lines:
        results = [
            await group.mina.slash(group.channel, "ask", question="모르는 말 " * 50)
            for _ in range(ENOUGH_TO_FILL)
        ]

    refused = [each for each in results if answered(each).content == KO("refusal-full-storage")]
    assert refused
    assert all(each.ephemeral for each in refused)
    assert await kept(group) == len(results) - len(refused)
    assert {line["outcome"] for line in lines} <= {"ok", "refused"}
    assert not any("exc_info" in line for line in lines)


async def test_a_press_is_told_and_works_again_once_the_disk_does(group: Group) -> None:
    asked: Any = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    ill = group.bot.storage.engine.sync_engine

    def spoil(connection: Connection) -> None:
        connection.exec_driver_sql(AILS["read-only"])

    def heal(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only = OFF")

    event.listen(ill, "begin", spoil)
    refused = await group.mina.click(answered(asked), label="👍")
    event.remove(ill, "begin", spoil)
    event.listen(ill, "begin", heal)
    accepted = await group.mina.click(answered(asked), label="👍")

    assert answered(refused).content == KO("refusal-full-storage")
    assert answered(accepted).content != KO("refusal-full-storage")
    async with group.bot.storage.reading() as work:
        verdicts = await work.session.scalar(text("SELECT count(*) FROM answer_feedback"))
    assert verdicts == 1
