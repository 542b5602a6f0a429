"""One PostgreSQL server for a whole run of the tests, on loopback, shared by its workers.

Whoever needs it first starts a keeper (``postgres_keeper``). Each process that uses it holds a
lock on a file, which the operating system gives up for it however it ends; once nobody holds one,
the keeper stops the server and removes its files. So nothing is left of an interrupted run.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
# xdist's name for the run that its workers share; without it this process is the whole run.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex
START_TIMEOUT_S = 120
ADDRESS, USERS, STARTING, LOG = "address", "users", "starting", "log"
# Open for as long as this process lives: that is what the keeper watches.
_KEPT: list[IO[str]] = []


class NoPostgres(RuntimeError):
    """No server is installed, or it did not start."""


def binaries() -> Path | None:
    """Return the folder of the newest server's binaries, or None where none is installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb")
    if versions:
        return versions[-1].parent
    return Path(found).parent if found else None


@cache
def server() -> str:
    """Return the run's server, as ``postgresql+asyncpg://user@host:port``; start it if need be.

    Raises:
        NoPostgres: there is none to start, or it does not start.
    """
    folder = binaries()
    if folder is None:
        raise NoPostgres("no PostgreSQL here: install Debian's package postgresql")
    home = Path(tempfile.gettempdir()) / f"doran-pg-{RUN}"
    _KEPT.append(_use(home))
    with (home / STARTING).open("w") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        address = home / ADDRESS
        if not address.exists():
            _start_keeper(folder, home)
        return address.read_text()


def _use(home: Path) -> IO[str]:
    """Hold the lock that says that this process uses the server."""
    while True:
        home.mkdir(exist_ok=True)
        # PostgreSQL's account has to reach its own folder inside.
        home.chmod(0o755)
        # A keeper that has just ended may have removed the folder: begin again.
        with suppress(FileNotFoundError):
            users = (home / USERS).open("a")
            fcntl.flock(users, fcntl.LOCK_SH)
            if os.fstat(users.fileno()).st_ino == (home / USERS).stat().st_ino:
                return users


def _start_keeper(folder: Path, home: Path) -> None:
    with (home / LOG).open("w") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.support.postgres_keeper", str(folder), str(home)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Ctrl-C is for the tests; the keeper tidies up after them.
            start_new_session=True,
        )
    deadline = time.monotonic() + START_TIMEOUT_S
    while not (home / ADDRESS).exists():
        if keeper.poll() is not None or time.monotonic() > deadline:
            said = (home / LOG).read_text()
            shutil.rmtree(home)
            raise NoPostgres(f"the server did not start:\n{said}")
        time.sleep(0.02)
    # Not ours to wait for: it outlives this process, if only for a moment.
    keeper.returncode = 0
