"""Insert or replace many rows in one statement, in either database's own words."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.work import Work


async def upsert(
    work: Work, table: Table, rows: Sequence[Mapping[str, Any]], *, keys: tuple[str, ...]
) -> None:
    """Store ``rows``; a row whose ``keys`` are there already replaces the other columns.

    Of rows with the same keys the last one counts: PostgreSQL refuses to change a row twice.
    """
    if not rows:
        return
    latest = {tuple(row[key] for key in keys): dict(row) for row in rows}
    dialect = work.session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = insert(table).values(list(latest.values()))
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    await work.session.execute(
        statement.on_conflict_do_update(index_elements=list(keys), set_=changed)
    )
