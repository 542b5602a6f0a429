"""Tells Discord of the commands, once whenever they changed, by one process."""

import hashlib
import json

import structlog
from discord import app_commands

from bot.clock import Clock
from bot.discord_ui import store
from bot.discord_ui.tree import DoranTree
from bot.discord_ui.words import KOREAN, voice
from bot.storage.work import Storage

log = structlog.get_logger("doran.commands")


def payload_hash(tree: DoranTree) -> str:
    """Return a hash of everything that Discord is told of the commands, in every language.

    Korean is hashed as the words stand in their files: translating the commands asks for each of
    their texts in each of Discord's 30-odd locales, at every start. Where only other words changed,
    the commands are told once more than needed.
    """
    commands = sorted(
        tree.get_commands(), key=lambda command: (type(command).__name__, command.name)
    )
    payload = [command.to_dict(tree) for command in commands]
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{voice(KOREAN).digest} {text}".encode()).hexdigest()


async def sync_commands(tree: DoranTree, storage: Storage, clock: Clock, application: int) -> bool:
    """Sync the commands if Discord has others; return whether that was done.

    Raises:
        discord.HTTPException: Discord refused; the next start tries again.
    """
    digest = payload_hash(tree)
    async with storage.work() as work:
        if not await store.take_turn(work, application, digest, now=clock.now()):
            return False
        await work.commit()
    told: str | None = None
    try:
        synced: list[app_commands.AppCommand] = await tree.sync()
        told = digest
        log.info("commands synced", count=len(synced))
    finally:
        async with storage.work() as work:
            await store.end_turn(work, application, told)
            await work.commit()
    return True
