"""The table that remembers which commands Discord was last told of, and who is telling it."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, String
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, UtcDateTime
from bot.storage.work import Work

# Long enough for Discord's slowest answer; after it, whoever took the turn is taken for dead.
TURN = timedelta(minutes=2)


class CommandSyncRow(Base):
    """One application's commands, as last synced."""

    __tablename__ = "command_sync"

    application_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    payload_hash: Mapped[str | None] = mapped_column(String(64))
    turn_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


async def take_turn(work: Work, application: int, payload_hash: str, *, now: datetime) -> bool:
    """Return whether the caller is the one to sync; then the turn is taken.

    False where Discord already has this payload, or another process is telling it.
    """
    row = await work.session.get(CommandSyncRow, application, with_for_update=True)
    if row is None:
        row = CommandSyncRow(application_id=application)
        try:
            async with work.session.begin_nested():
                work.session.add(row)
        except IntegrityError:
            # There was no row to lock yet, and another process was first to write it.
            return False
    elif row.payload_hash == payload_hash or (row.turn_until and row.turn_until > now):
        return False
    row.turn_until = now + TURN
    await work.session.flush()
    return True


async def end_turn(work: Work, application: int, payload_hash: str | None) -> None:
    """Give the turn back; ``payload_hash`` is what Discord has now (None: it failed)."""
    row = await work.session.get_one(CommandSyncRow, application)
    row.turn_until = None
    row.payload_hash = payload_hash or row.payload_hash
    await work.session.flush()
