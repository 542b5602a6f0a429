"""``python -m tests.support.postgres_keeper BINARIES HOME``: a server for as long as it is used."""

import fcntl
import getpass
import os
import pwd
import shutil
import socket
import subprocess
import sys
from pathlib import Path

SUPERUSER = "doran"
# initdb refuses to run as root; Debian's package brings this account.
SERVICE_ACCOUNT = "postgres"
START_TIMEOUT_S = 60
# Nothing here has to outlive the tests, so the disk is asked for nothing.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


def main() -> None:
    """Start it, write down its address, wait until nobody holds the lock, and remove it all."""
    binaries, home = Path(sys.argv[1]), Path(sys.argv[2])
    data, port = home / "pg" / "data", _free_port()
    try:
        _start(binaries, data, port)
        try:
            written = home / "address.new"
            written.write_text(f"postgresql+asyncpg://{SUPERUSER}@127.0.0.1:{port}")
            written.rename(home / "address")
            # Opened for reading: a keeper that waits is no user.
            with (home / "users").open() as users:
                fcntl.flock(users, fcntl.LOCK_EX)
                (home / "address").unlink()
                _run(binaries / "pg_ctl", "stop", "-m", "immediate", "-D", data)
                shutil.rmtree(home, ignore_errors=True)
        except BaseException:
            _run(binaries / "pg_ctl", "stop", "-m", "immediate", "-D", data)
            raise
    finally:
        shutil.rmtree(home / "pg", ignore_errors=True)


def _start(binaries: Path, data: Path, port: int) -> None:
    data.parent.mkdir()
    account = _account()
    if account is not None:
        os.chown(data.parent, pwd.getpwnam(account).pw_uid, pwd.getpwnam(account).pw_gid)
    _run(binaries / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-N", "-E", "UTF8")
    options = f"-c listen_addresses=127.0.0.1 -c port={port}"
    options += f" -c unix_socket_directories={data.parent}"
    options += "".join(f" -c {name}=off" for name in CARELESS)
    _run(
        *(binaries / "pg_ctl", "start", "-w", "-t", START_TIMEOUT_S, "-D", data),
        *("-l", data.parent / "log", "-o", options),
    )


def _account() -> str | None:
    return SERVICE_ACCOUNT if getpass.getuser() == "root" else None


def _run(*command: object) -> None:
    subprocess.run(
        [str(part) for part in command],
        user=_account(),
        cwd="/",
        stdin=subprocess.DEVNULL,
        check=True,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
