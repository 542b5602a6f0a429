"""What only one process may do at a time, on a database that several share."""

import hashlib

from sqlalchemy import text

from bot.storage.work import Work


async def alone(work: Work, name: str) -> None:
    """Wait until no other process's transaction does what is called ``name``; ends with ``work``.

    SQLite needs nothing: its BEGIN IMMEDIATE already lets in one writer at a time.
    """
    if work.session.get_bind().dialect.name != "postgresql":
        return
    digest = hashlib.sha256(f"doran {name}".encode()).digest()
    number = int.from_bytes(digest[:8], "big", signed=True)
    await work.session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": number})
