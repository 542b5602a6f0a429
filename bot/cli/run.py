"""``python -m bot run``: the bot on the real Discord."""

import asyncio
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from bot.settings import BadSettings, load_settings

if TYPE_CHECKING:
    from bot.app import DoranBot

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
        bot = create_bot(settings)
        asyncio.run(_live(bot, token))
    except BrokenContent as broken:
        raise told(broken, settings.content_dir) from None
    except discord.LoginFailure:
        raise BadSettings(
            "Discord refused DISCORD_TOKEN: reset it in the developer portal and paste the new one"
        ) from None
    except UnusableDatabase as unusable:
        print(f"doran: {unusable}", file=sys.stderr)
        raise typer.Exit(REFUSED_EXIT_CODE) from None


async def _live(bot: "DoranBot", token: str) -> None:
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
        async with bot:
            await life
    except asyncio.CancelledError:
        return
