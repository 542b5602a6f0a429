"""The doctor's look at the database, the disk under it and the backups."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.doctor_findings import Finding, fault, unknown, well
from bot.discord_ui.words import Say
from bot.settings import Settings
from bot.storage.backup import backups_in, folder_beside
from bot.storage.check import revision_on_server
from bot.storage.engine import UnusableDatabase
from bot.storage.sqlite_file import TRY_WRITING, file_of, revision_of
from bot.storage.upgrade import known_revisions, newest_revision

# A day's copy and a day's growth of a busy community, with room to spare.
LEAST_FREE_MB = 200
OLDEST_BACKUP = timedelta(days=3)
# Shorter than anybody waits; a running bot holds its file for milliseconds.
BUSY_S = 1.0
_MEGABYTE = 2**20


async def findings(settings: Settings, say: Say, *, now: datetime) -> list[Finding]:
    """Look at the database without changing it, at the free disk, and at the newest backup."""
    url = settings.database_url.get_secret_value()
    file = file_of(url)
    if file is None:
        try:
            found = _of_revision(await revision_on_server(url), "PostgreSQL", say)
        except UnusableDatabase as unusable:
            found = fault(say("doctor-database-faulty", fault=str(unusable)))
        return [found, unknown(say("doctor-backup-elsewhere"))]
    return [_of_file(file, say), _disk(file, say), _backups(settings, url, say, now)]


def _of_file(file: Path, say: Say) -> Finding:
    if not file.exists():
        return well(say("doctor-database-new", place=str(file)))
    try:
        with closing(sqlite3.connect(file, timeout=BUSY_S, isolation_level=None)) as opened:
            opened.execute("BEGIN IMMEDIATE")
            revision = revision_of(opened)
            opened.execute(TRY_WRITING)
            opened.execute("ROLLBACK")
    except sqlite3.OperationalError as failure:
        if "locked" in str(failure):
            return unknown(say("doctor-database-busy"))
        return fault(say("doctor-database-faulty", fault=f"{file}: {failure}"))
    except sqlite3.DatabaseError as failure:
        return fault(say("doctor-database-faulty", fault=f"{file}: {failure}"))
    return _of_revision(revision, str(file), say)


def _of_revision(revision: str | None, place: str, say: Say) -> Finding:
    newest = newest_revision()
    if revision == newest:
        return well(say("doctor-database-fine", place=place, revision=revision))
    if revision is None or revision in known_revisions():
        if revision is None:
            return well(say("doctor-database-new", place=place))
        return well(say("doctor-database-behind", place=place, revision=revision, newest=newest))
    return fault(say("doctor-database-faulty", fault=f"{place}: {revision} is newer than {newest}"))


def _disk(file: Path, say: Say) -> Finding:
    folder = next(path for path in (file.absolute(), *file.absolute().parents) if path.is_dir())
    free = shutil.disk_usage(folder).free // _MEGABYTE
    if free < LEAST_FREE_MB:
        return fault(say("doctor-disk-short", free=str(free), needed=str(LEAST_FREE_MB)))
    return well(say("doctor-disk-fine", free=str(free)))


def _backups(settings: Settings, url: str, say: Say, now: datetime) -> Finding:
    if not settings.backup_days:
        return unknown(say("doctor-backup-off"))
    folder = settings.backup_dir or folder_beside(url)
    newest = next(iter(backups_in(url, folder)), None)
    if newest is None:
        return unknown(say("doctor-backup-none", folder=str(folder)))
    age = now - newest[0]
    if age > OLDEST_BACKUP:
        return fault(say("doctor-backup-old", days=str(age.days)))
    return well(say("doctor-backup-fine", file=str(newest[1])))
