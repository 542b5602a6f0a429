"""A run of the tests has one PostgreSQL server, and leaves nothing of it however it ends."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.postgres import ROOT

PATIENCE_S = 60
USE = """
import sys
from tests.support import postgres
print(postgres.server(), flush=True)
sys.stdin.read()
"""


@contextmanager
def user(run: str, folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process of the run that uses its server, and the address it was given."""
    with subprocess.Popen(
        [sys.executable, "-c", USE],
        cwd=ROOT,
        env={**os.environ, "PYTEST_XDIST_TESTRUNUID": run, "TMPDIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.mark.usefixtures("postgres_server")
def test_workers_share_a_server_that_ends_with_the_last_even_if_killed() -> None:
    # Not tmp_path: only root's own account may enter it, and PostgreSQL runs under another.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with user("shared", folder) as (first, address), user("shared", folder) as (_, other):
            first.kill()
            first.wait()
            still_there = list(folder.glob("doran-pg-*/address"))
        deadline = time.monotonic() + PATIENCE_S
        while any(folder.iterdir()):
            assert time.monotonic() < deadline, list(folder.rglob("*"))[:20]
            time.sleep(0.02)

    assert address == other != ""
    assert len(still_there) == 1
