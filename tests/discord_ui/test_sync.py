"""Discord is told of the commands once when they changed, by one process."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from discord.app_commands import Command

from bot.discord_ui import store
from bot.discord_ui.sync import payload_hash, sync_commands
from bot.discord_ui.tree import DoranTree
from bot.storage.work import Storage
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group

APPLICATION = 77


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """A group whose bot has just started."""
    async with study_group(sqlite_url(tmp_path)) as opened:
        yield opened


def syncs(group: Group) -> int:
    """Return how often Discord was told."""
    return sum(
        request.method == "PUT" and request.path.endswith("/commands")
        for request in group.env.http_requests
    )


def change(group: Group) -> DoranTree:
    """Change a command; return the tree."""
    tree = group.bot.tree
    assert isinstance(tree, DoranTree)
    command = tree.get_command("ask")
    assert isinstance(command, Command)
    command.description = "Another line"
    return tree


async def sync(group: Group, tree: DoranTree) -> bool:
    """Sync as at the start."""
    application = group.bot.application_id or 0
    return await sync_commands(tree, group.bot.storage, group.clock, application)


async def test_the_first_start_tells_discord_and_a_restart_does_not(group: Group) -> None:
    first = syncs(group)

    await group.restart()

    assert (first, syncs(group)) == (1, 1)


async def test_a_changed_command_is_told(group: Group) -> None:
    tree = change(group)

    assert await sync(group, tree)
    assert not await sync(group, tree)
    assert syncs(group) == 2


async def test_a_failed_telling_gives_the_turn_back_and_the_next_start_tries_again(
    group: Group,
) -> None:
    tree = change(group)
    group.env.inject_error("PUT", "/applications/*/commands", status=400, code=50035)

    with pytest.raises(discord.HTTPException):
        await sync(group, tree)

    assert await sync(group, tree)


async def test_a_second_process_leaves_it_to_the_first(storage: Storage, group: Group) -> None:
    now = group.clock.now()
    async with storage.work() as work:
        assert await store.take_turn(work, APPLICATION, "new", now=now)
        await work.commit()

    async with storage.work() as work:
        assert not await store.take_turn(work, APPLICATION, "new", now=now)
        later = now + store.TURN + timedelta(seconds=1)
        assert await store.take_turn(work, APPLICATION, "new", now=later)


async def test_what_discord_has_is_not_told_again(storage: Storage, group: Group) -> None:
    now = group.clock.now()
    async with storage.work() as work:
        await store.take_turn(work, APPLICATION, "same", now=now)
        await store.end_turn(work, APPLICATION, "same")
        await work.commit()

    async with storage.work() as work:
        assert not await store.take_turn(work, APPLICATION, "same", now=now)
        assert await store.take_turn(work, APPLICATION, "other", now=now)
        await store.end_turn(work, APPLICATION, None)
        assert await store.take_turn(work, APPLICATION, "other", now=now)


async def test_the_hash_does_not_depend_on_the_process(group: Group) -> None:
    tree = group.bot.tree
    assert isinstance(tree, DoranTree)
    before = payload_hash(tree)

    await group.restart()

    restarted = group.bot.tree
    assert isinstance(restarted, DoranTree)
    assert payload_hash(restarted) == before
