"""``python -m bot run``: the bot on the real Discord."""

import asyncio
import gc
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING

import typer

from bot.clock import SystemClock
from bot.settings import BadSettings, Settings, load_settings
from bot.storage.backup import folder_beside
from bot.storage.sqlite_file import file_of

if TYPE_CHECKING:
    from bot.app import DoranBot
    from bot.cli.watched import Watched
    from bot.ops.daily_backup import DailyBackup

REFUSED_EXIT_CODE = 1


def run() -> None:
    """Run the bot on Discord (settings in .env; needs DISCORD_TOKEN)."""
    settings = load_settings()
    token = settings.token()
    # Imported late, so that `--help` and a wrong setting answer at once.
    import discord

    from bot.app import create_bot
    from bot.cli.broken_notes import told
    from bot.content.faults import BrokenContent
    from bot.ops.logs import set_up_logs
    from bot.storage.engine import UnusableDatabase

    set_up_logs(settings.log_format, settings.log_level, secrets=settings.secrets())
    try:
        watched = _watched(settings)
        bot = create_bot(settings, watch=watched.watch) if watched else create_bot(settings)
        # What is loaded by now stays: a full collection that looks through all of it holds the
        # event loop up for a tenth of a second.
        gc.collect()
        gc.freeze()
        asyncio.run(_live(bot, token, _companions(bot, settings, watched)))
    except BrokenContent as broken:
        raise told(broken, settings.content_dir) from None
    except discord.LoginFailure:
        raise BadSettings(
            "Discord refused DISCORD_TOKEN: reset it in the developer portal and paste the new one"
        ) from None
    except UnusableDatabase as unusable:
        print(f"doran: {unusable}", file=sys.stderr)
        raise typer.Exit(REFUSED_EXIT_CODE) from None


def _watched(settings: Settings) -> "Watched | None":
    if settings.metrics_port is None:
        return None
    from bot.cli.watched import Watched

    return Watched(settings.metrics_port, SystemClock())


@asynccontextmanager
async def _companions(
    bot: "DoranBot", settings: Settings, watched: "Watched | None"
) -> AsyncIterator[None]:
    """Keep what runs beside the bot: the daily backup, and the operator's page."""
    async with AsyncExitStack() as stack:
        backup = _daily_backup(settings)
        if backup is not None:
            copying = asyncio.create_task(backup.live(), name="daily-backup")
            stack.push_async_callback(_ended, copying)
        if watched is not None:
            page = watched.page(bot)
            await page.start()
            stack.push_async_callback(page.stop)
        yield


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _daily_backup(settings: Settings) -> "DailyBackup | None":
    url = settings.database_url.get_secret_value()
    if not settings.backup_days or file_of(url) is None:
        return None
    from bot.ops.daily_backup import DailyBackup

    folder = settings.backup_dir or folder_beside(url)
    return DailyBackup(url, folder, days=settings.backup_days, clock=SystemClock())


async def _live(bot: "DoranBot", token: str, companions: AbstractAsyncContextManager[None]) -> None:
    loop = asyncio.get_running_loop()
    life = asyncio.ensure_future(bot.start(token))
    # The loop itself holds its tasks only weakly.
    reloads: set[asyncio.Task[None]] = set()

    def reload() -> None:
        task = loop.create_task(bot.reload_notes())
        reloads.add(task)
        task.add_done_callback(reloads.discard)

    # Windows' loops know no signal handlers; there, Ctrl-C still ends the bot.
    with suppress(NotImplementedError):
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, life.cancel)
        if hasattr(signal, "SIGHUP"):
            loop.add_signal_handler(signal.SIGHUP, reload)
    try:
        async with bot, companions:
            await life
    except asyncio.CancelledError:
        return
