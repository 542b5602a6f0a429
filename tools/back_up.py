"""Backs a SQLite database up before an update, with what the version before had installed.

Needs nothing but pydantic-settings: what the new version needs beside it is not there yet.
"""

import sys

from bot.clock import SystemClock
from bot.settings import BadSettings, load_settings
from bot.storage.backup import NoBackup, back_up, folder_beside
from bot.storage.sqlite_file import file_of

FAILED = 2


def main() -> int:
    """Copy the database; return the exit code."""
    try:
        settings = load_settings()
        url = settings.database_url.get_secret_value()
        if file_of(url) is None:
            print("The database is PostgreSQL: copy it with pg_dump (docs/operating.md).")
            return 0
        copy = back_up(url, settings.backup_dir or folder_beside(url), now=SystemClock().now())
    except (BadSettings, NoBackup) as reason:
        print(f"doran: {reason}", file=sys.stderr)
        return FAILED
    print("There is no database yet, so nothing to copy." if copy is None else f"Copied to {copy}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
