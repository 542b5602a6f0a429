"""Alembic's entry: runs on the connection that the bot hands it, or opens the configured one."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from bot.app import METADATA
from bot.settings import load_settings
from bot.storage.engine import open_engine


def migrate(connection: Connection) -> None:
    """Run the migrations on ``connection``."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        compare_type=True,
        # SQLite cannot change a column in place: Alembic copies the table instead.
        render_as_batch=connection.dialect.name == "sqlite",
        # SQLite's schema changes are transactional once BEGIN is ours (storage/engine.py).
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def migrate_configured_database() -> None:
    """Open the database of the settings; the way of the plain ``alembic`` command."""
    engine = open_engine(load_settings().database_url.get_secret_value())
    async with engine.begin() as connection:
        await connection.run_sync(migrate)
    await engine.dispose()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    asyncio.run(migrate_configured_database())
