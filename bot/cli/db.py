"""``python -m bot db``: bring the database up to date, copy it."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.settings import BadSettings, load_settings

app = typer.Typer(no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """Apply every migration that the database does not have yet."""
    from bot import app as composition
    from bot.storage.engine import UnusableDatabase
    from bot.storage.upgrade import upgrade as apply
    from bot.storage.work import Storage

    async def bring_up_to_date() -> None:
        async with Storage(load_settings().database_url.get_secret_value()) as storage:
            await apply(storage.engine)

    try:
        asyncio.run(bring_up_to_date())
    except UnusableDatabase as unusable:
        raise BadSettings(str(unusable)) from None
    print(f"The database has every one of the {len(composition.METADATA.tables)} tables.")


@app.command()
def backup(
    to: Annotated[Path, typer.Option(help="The folder that the copy goes to.")] = Path(
        "data/backups"
    ),
) -> None:
    """Copy the SQLite database, while the bot may be running, and check the copy."""
    from bot.storage.backup import NoBackup, back_up

    try:
        copy = back_up(load_settings().database_url.get_secret_value(), to, now=SystemClock().now())
    except NoBackup as reason:
        raise BadSettings(str(reason)) from None
    print("There is no database yet, so nothing to copy." if copy is None else f"Copied to {copy}.")
