"""Puts a backup in the database's place, and keeps what stood there."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.storage.backup import STAMP, settle
from bot.storage.sqlite_file import faults_in, file_of, reading, revision_of
from bot.storage.upgrade import known_revisions

_LOGS = ("-wal", "-shm")


class NoRestore(Exception):
    """Nothing was restored and nothing changed; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The database's file, the step it is at, and where the old file is (None: there was none)."""

    file: Path
    revision: str
    kept: Path | None


def restore(url: str, backup: Path, *, force: bool, now: datetime) -> Restored:
    """Make ``backup`` the SQLite database at ``url``. The bot must be stopped.

    With ``force`` a database that is there is set aside under another name; nothing is deleted.

    Raises:
        NoRestore: the backup is not whole or of a newer version, a database is there, or in use.
    """
    file = file_of(url)
    if file is None:
        raise NoRestore("only SQLite is restored here: use pg_restore for PostgreSQL")
    if file.exists() and backup.exists() and backup.samefile(file):
        raise NoRestore(f"{backup} is the database itself")
    revision = _checked(backup)
    if file.exists() and not force:
        raise NoRestore(
            f"{file} is there already: stop the bot, then use --force, which keeps the old file"
        )
    unfinished = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(reading(backup)) as taken, closing(sqlite3.connect(unfinished)) as made:
            taken.backup(made)
            # The copy stands alone before it gets its name; the bot turns its log on by itself.
            made.execute("PRAGMA journal_mode = DELETE")
        kept = _set_aside(file, now) if file.exists() else None
        settle(unfinished, file)
    except (sqlite3.Error, OSError) as fault:
        raise NoRestore(f"{backup} could not be restored: {fault}") from fault
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Restored(file, revision, kept)


def _checked(backup: Path) -> str:
    if not backup.is_file():
        raise NoRestore(f"{backup} is not there")
    try:
        with closing(reading(backup)) as opened:
            faults, revision = faults_in(opened), revision_of(opened)
    except sqlite3.Error as fault:
        raise NoRestore(f"{backup} is not a whole database ({fault})") from fault
    if faults:
        raise NoRestore(f"{backup} is damaged ({faults[0]}): take another backup")
    if revision is None:
        raise NoRestore(f"{backup} is not a database of Doran's")
    if revision not in known_revisions():
        raise NoRestore(
            f"{backup} is at revision {revision}, which this version does not know: "
            "install the newer version first"
        )
    return revision


def _set_aside(file: Path, now: datetime) -> Path:
    _refuse_while_in_use(file)
    kept = file.with_name(f"{file.stem}-replaced-{now.strftime(STAMP)}{file.suffix}")
    if kept.exists():
        raise NoRestore(f"{kept} is there already: wait a second and try again")
    for ending in _LOGS:
        log = file.with_name(file.name + ending)
        if log.exists():
            log.rename(kept.with_name(kept.name + ending))
    try:
        # A second name, not a new one: at no moment is the database's own name without a file.
        kept.hardlink_to(file)
    except OSError:
        file.rename(kept)
    return kept


def _refuse_while_in_use(file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=0)) as old:
        try:
            # Only whoever is alone with a database may turn its log off.
            alone = old.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
        except sqlite3.OperationalError as busy:
            # A file that cannot be read, or written, is no reason to stop: it is only renamed.
            alone = "locked" not in str(busy)
        except sqlite3.DatabaseError:
            alone = True
    if not alone:
        raise NoRestore(f"{file} is in use: stop the bot first")
