"""Brings a database to the newest schema, and says plainly when it cannot."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.storage.engine import UnusableDatabase
from bot.storage.sqlite_file import TRY_WRITING

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic is imported only where there is something to migrate: it takes 12 MB of memory, for good.
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
# SQLite's own words (https://www.sqlite.org/rescode.html), and what they mean for the operator.
_ADVICE = {
    "file is not a database": "check DATABASE_URL; that file was left as it is",
    "malformed": "it is damaged: stop the bot and restore a backup, "
    "`python -m bot db restore FILE --force`, which keeps the damaged file",
    "readonly": "this account may only read it: let it write to the file and its folder",
    "disk is full": "nothing was changed: make room on the disk and start again",
    "is locked": "another program holds it: end that one, then start again",
    "disk i/o error": "nothing was changed: look at the disk, then start again",
}
# Any number will do, as long as every process of ours takes the same one.
_MIGRATION_LOCK = 0x0D0_4A17


class NewerDatabase(UnusableDatabase):
    """The database was written by a newer version of the bot than this one."""

    def __init__(self, revision: str) -> None:
        """Remember the ``revision`` that this version does not know."""
        super().__init__(
            f"the database is at revision {revision}, which this version does not know: "
            "install the newer version again, or restore a backup from before it"
        )


def migration_config(connection: Connection | None = None) -> "Config":
    """Return Alembic's configuration, bound to ``connection`` where one is given."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


class ForeignDatabase(UnusableDatabase):
    """The SQLite file holds another program's tables."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "the database holds tables that are not Doran's: check DATABASE_URL; "
            "that file was left as it is"
        )


async def upgrade(engine: AsyncEngine, revision: str = "head") -> None:
    """Apply every migration up to ``revision``, in one transaction.

    Raises:
        NewerDatabase: the database is ahead of this version.
        ForeignDatabase: it is another program's.
        UnusableDatabase: it cannot be opened, written, or is something else than a database.
    """
    try:
        with _faults_told():
            async with engine.connect():
                pass
    except (DBAPIError, OSError) as fault:
        words = str(fault.orig if isinstance(fault, DBAPIError) else fault).splitlines()[0]
        raise UnusableDatabase(
            f"the database cannot be opened ({words}): check DATABASE_URL, that its folder or "
            "server is there, and that this account may write to it"
        ) from fault
    with _faults_told():
        if revision == "head":
            async with engine.connect() as connection:
                if await connection.run_sync(_is_current):
                    await connection.run_sync(_try_writing)
                    return
        async with engine.begin() as connection:
            await connection.run_sync(upgrade_within, revision)


async def downgrade(engine: AsyncEngine, revision: str) -> None:
    """Take migrations back down to ``revision`` (``base`` empties the schema)."""
    async with engine.begin() as connection:
        await connection.run_sync(_downgrade, revision)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Turn a fault of the file or the disk into a line for the operator."""
    try:
        yield
    except DBAPIError as fault:
        words = str(fault.orig).splitlines()[0]
        for known, advice in _ADVICE.items():
            if known in words.lower():
                raise UnusableDatabase(
                    f"the database cannot be used ({words}): {advice}"
                ) from fault
        raise


def known_revisions() -> frozenset[str]:
    """Return every step's revision, which begins its file's name."""
    return frozenset(
        path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")
    )


def newest_revision() -> str:
    """Return the newest step's revision."""
    return max(known_revisions())


def _try_writing(connection: Connection) -> None:
    # Better told at the start than to the first member who presses a button. It is rolled back;
    # SQLite begins a transaction even where it may not write.
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(TRY_WRITING)


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return list(found) == [newest_revision()]


def upgrade_within(connection: Connection, revision: str = "head") -> None:
    """Apply every migration up to ``revision`` in the transaction of ``connection``.

    Raises:
        NewerDatabase: the database is ahead of this version.
        ForeignDatabase: it is another program's.
    """
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    if connection.dialect.name == "postgresql":
        # Several processes may start at once; SQLite's BEGIN IMMEDIATE already queues them.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
    elif (
        not inspect(connection).has_table("alembic_version")
        and inspect(connection).get_table_names()
    ):
        raise ForeignDatabase
    config = migration_config(connection)
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    current = MigrationContext.configure(connection).get_current_heads()
    for head in current:
        if head not in known:
            raise NewerDatabase(head)
    if set(current) != set(scripts.get_heads()) or revision != "head":
        command.upgrade(config, revision)


def _downgrade(connection: Connection, revision: str) -> None:
    from alembic import command

    command.downgrade(migration_config(connection), revision)


def drift(connection: Connection, metadata: MetaData) -> list[object]:
    """Return how the migrated schema differs from ``metadata`` (empty: they agree)."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))
