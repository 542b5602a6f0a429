"""A PostgreSQL server of the tests' own, on loopback, where its binaries are installed."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUPERUSER = "doran"
# initdb refuses to run as root; Debian's package brings this account.
SERVICE_ACCOUNT = "postgres"
START_TIMEOUT_S = 60


def binaries() -> Path | None:
    """Return the folder of the newest server's binaries, or None where none is installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb")
    if versions:
        return versions[-1].parent
    return Path(found).parent if found else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a server on ``folder``; yield its address as ``postgresql+asyncpg://user@host:port``."""
    home = tempfile.mkdtemp(prefix="doran-pg-")
    data = Path(home) / "data"
    account = _account()
    if account is not None:
        os.chown(home, pwd.getpwnam(account).pw_uid, pwd.getpwnam(account).pw_gid)
    port = _free_port()
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home}"
    try:
        _run(folder / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-N", "-E", "UTF8")
        _run(
            folder / "pg_ctl", "start", "-w", "-t", START_TIMEOUT_S, "-D", data,
            "-l", Path(home) / "log", "-o", f"{options} -c fsync=off",
        )  # fmt: skip
        try:
            yield f"postgresql+asyncpg://{SUPERUSER}@127.0.0.1:{port}"
        finally:
            _run(folder / "pg_ctl", "stop", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _account() -> str | None:
    return SERVICE_ACCOUNT if getpass.getuser() == "root" else None


def _run(*command: object) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        user=_account(),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout.decode(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
