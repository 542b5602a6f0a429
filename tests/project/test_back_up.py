"""The backup before an update: with next to nothing installed, and never on top of anything."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.filled import filled, members_in

ROOT = Path(__file__).resolve().parents[2]
# What any version since the first has installed; the standard library comes beside it.
OLDEST = ("pydantic_settings", "pydantic", "dotenv", "typing_extensions", "annotated_types")
ALONE = f"""
import importlib.abc, sys
class Refused(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        allowed = {{*sys.stdlib_module_names, "bot", "tools", "pydantic_core", "typing_inspection",
                    *{OLDEST!r}}}
        if not name.startswith("_") and name.partition(".")[0] not in allowed:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refused())
from tools.back_up import main
sys.exit(main())
"""


def backed_up(folder: Path, url: str) -> subprocess.CompletedProcess[str]:
    """Run the backup in ``folder`` as if nothing newer were installed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": url}
    return subprocess.run(
        [sys.executable, "-c", ALONE],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


async def test_the_backup_needs_no_package_of_the_new_version(tmp_path: Path) -> None:
    await filled(tmp_path)

    ended = backed_up(tmp_path, "sqlite:///doran.db")

    assert ended.returncode == 0, ended.stderr
    (copy,) = (tmp_path / "backups").iterdir()
    assert members_in(copy) == 3
    assert copy.name in ended.stdout


def test_an_update_stops_where_the_backup_fails(tmp_path: Path) -> None:
    (tmp_path / "doran.db").write_text("이건 데이터베이스가 아니에요.")

    ended = backed_up(tmp_path, "sqlite:///doran.db")

    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1


def test_postgresql_does_not_stop_an_update(tmp_path: Path) -> None:
    ended = backed_up(tmp_path, "postgresql://doran:hunter2@localhost/doran")

    assert ended.returncode == 0
    assert "pg_dump" in ended.stdout
    assert "hunter2" not in ended.stdout + ended.stderr
