"""Insert many rows where some may be there already, in either database's own words."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.work import Work

Values = Mapping[str, Any]


async def upsert(
    work: Work, table: Table, rows: Sequence[Values], *, keys: tuple[str, ...]
) -> None:
    """Store ``rows``; one whose ``keys`` are there already replaces its other columns.

    All of ``rows`` name the same columns; those that they don't name stay as they are. Of rows
    with the same keys the last one counts: PostgreSQL refuses to change a row twice.
    """
    if not rows:
        return
    latest = {tuple(row[key] for key in keys): dict(row) for row in rows}
    new = _insert(work, table)
    changed = {name: new.excluded[name] for name in rows[0] if name not in keys}
    statement = new.on_conflict_do_update(index_elements=list(keys), set_=changed)
    await work.session.execute(statement, list(latest.values()))


async def insert_new(
    work: Work, table: Table, rows: Sequence[Values], *returned: str
) -> list[Row[*tuple[Any, ...]]]:
    """Store those of ``rows`` that break no unique key; what is there already stays as it is.

    Returns the columns ``returned`` (all, where none is named) of those that are new, in no
    certain order.
    """
    if not rows:
        return []
    columns = [table.c[name] for name in returned] or list(table.c)
    statement = _insert(work, table).on_conflict_do_nothing().returning(*columns)
    return list(await work.session.execute(statement, [dict(row) for row in rows]))


def _insert(work: Work, table: Table) -> sqlite.Insert | postgresql.Insert:
    if work.session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
