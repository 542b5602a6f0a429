"""Brings a database to the newest schema, and says plainly when it cannot."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.storage.engine import UnusableDatabase

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic is imported only where there is something to migrate: it takes 12 MB of memory, for good.
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
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


async def upgrade(engine: AsyncEngine, revision: str = "head") -> None:
    """Apply every migration up to ``revision``, in one transaction.

    Raises:
        NewerDatabase: the database is ahead of this version.
        UnusableDatabase: it cannot be opened, or is something else than a database.
    """
    try:
        async with engine.connect():
            pass
    except (DBAPIError, OSError) as fault:
        words = str(fault.orig if isinstance(fault, DBAPIError) else fault).splitlines()[0]
        raise UnusableDatabase(
            f"the database cannot be opened ({words}): check DATABASE_URL, that its folder or "
            "server is there, and that this account may write to it"
        ) from fault
    if revision == "head":
        async with engine.connect() as connection:
            if await connection.run_sync(_is_current):
                return
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade, revision)


async def downgrade(engine: AsyncEngine, revision: str) -> None:
    """Take migrations back down to ``revision`` (``base`` empties the schema)."""
    async with engine.begin() as connection:
        await connection.run_sync(_downgrade, revision)


def newest_revision() -> str:
    """Return the newest step's revision, which begins its file's name."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("*.py"))


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return list(found) == [newest_revision()]


def _upgrade(connection: Connection, revision: str) -> None:
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    if connection.dialect.name == "postgresql":
        # Several processes may start at once; SQLite's BEGIN IMMEDIATE already queues them.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
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
