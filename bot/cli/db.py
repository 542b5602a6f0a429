"""``python -m bot db``: the database's upkeep: upgrade, copy, restore, check, move."""

import asyncio
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.settings import BadSettings, database_address, load_settings
from bot.storage.backup import NoBackup, back_up, folder_beside

app = typer.Typer(no_args_is_help=True)
FAULTY_EXIT_CODE = 1


@app.command()
def upgrade() -> None:
    """Apply every migration that the database does not have yet."""
    from bot import app as composition
    from bot.storage.engine import UnusableDatabase
    from bot.storage.upgrade import upgrade as apply
    from bot.storage.work import Storage

    async def bring_up_to_date() -> None:
        async with Storage(_address()) as storage:
            await apply(storage.engine)

    try:
        asyncio.run(bring_up_to_date())
    except UnusableDatabase as unusable:
        raise BadSettings(str(unusable)) from None
    print(f"The database has every one of the {len(composition.METADATA.tables)} tables.")


@app.command()
def backup(
    to: Annotated[
        Path | None, typer.Option(help="The folder that the copy goes to; BACKUP_DIR if not given.")
    ] = None,
) -> None:
    """Copy the SQLite database, while the bot may be running, and check the copy."""
    settings = load_settings()
    url = settings.database_url.get_secret_value()
    try:
        folder = to or settings.backup_dir or folder_beside(url)
        copy = back_up(url, folder, now=SystemClock().now())
    except NoBackup as reason:
        raise BadSettings(str(reason)) from None
    print("There is no database yet, so nothing to copy." if copy is None else f"Copied to {copy}.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    force: Annotated[
        bool, typer.Option("--force", help="Set a database that is there aside, and keep it.")
    ] = False,
) -> None:
    """Put a backup in the database's place. Stop the bot first."""
    from bot.storage.restore import NoRestore
    from bot.storage.restore import restore as put_back

    try:
        restored = put_back(_address(), file, force=force, now=SystemClock().now())
    except NoRestore as reason:
        raise BadSettings(str(reason)) from None
    print(f"{restored.file} is the backup {file}, at revision {restored.revision}.")
    if restored.kept is not None:
        print(f"What was there before is {restored.kept}.")


@app.command()
def check() -> None:
    """Look the database over: whole, newest revision, tables as in the code, no row astray."""
    from bot.app import METADATA
    from bot.storage.check import look_over
    from bot.storage.engine import UnusableDatabase

    try:
        looked = asyncio.run(look_over(_address(), METADATA))
    except UnusableDatabase as unusable:
        raise BadSettings(str(unusable)) from None
    for each in looked:
        print(f"{'✓' if each.is_well else '✗'} {each.name}: {each.found}")
    if not all(each.is_well for each in looked):
        raise typer.Exit(FAULTY_EXIT_CODE)


@app.command()
def move(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The SQLite file.")],
    target: Annotated[
        str,
        typer.Argument(
            metavar="TO",
            help='postgresql://USER:PASSWORD@HOST/NAME, or "-" to read it from standard input.',
        ),
    ],
) -> None:
    """Copy a SQLite database into an empty PostgreSQL. Stop the bot first."""
    from bot.app import METADATA
    from bot.cli.db_progress import counted
    from bot.storage.move import NoMove
    from bot.storage.move import move as carry

    given = _typed() if target == "-" else target
    try:
        with counted() as progress:
            sizes = asyncio.run(
                carry(_file_address(source), database_address(given), METADATA, progress)
            )
    except NoMove as reason:
        raise BadSettings(str(reason)) from None
    print(f"Moved {sum(sizes.values())} rows in {len(sizes)} tables; every count agrees.")
    print("Now set DATABASE_URL to the new address and start the bot; the old file is as it was.")


def _address() -> str:
    return load_settings().database_url.get_secret_value()


def _typed() -> str:
    """Read an address where neither `ps` nor the shell's history shows its password."""
    if sys.stdin.isatty():
        return getpass("The address of the PostgreSQL (it is not shown): ").strip()
    return sys.stdin.readline().strip()


def _file_address(source: str) -> str:
    return database_address(source if ":///" in source else f"sqlite:///{source}")
