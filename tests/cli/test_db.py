"""``python -m bot db`` at the terminal: each command says what it did, in lines for a person."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.filled import asked

PASSWORD = "hunter2-never-shown"


@pytest.fixture
def made(command: CommandLine) -> CommandLine:
    """The command line with a database and a backup of it."""
    command("db", "upgrade")
    command("db", "backup")
    return command


def backup_of(command: CommandLine) -> Path:
    """Return the backup that is there."""
    (copy,) = (command.home / "data" / "backups").iterdir()
    return copy


def test_a_backup_goes_beside_the_database_unless_a_folder_is_set(made: CommandLine) -> None:
    assert backup_of(made).name.startswith("doran-")

    made.set("BACKUP_DIR", "elsewhere")
    ended = made("db", "backup")

    (copy,) = (made.home / "elsewhere").iterdir()
    assert ended.out == f"Copied to {Path('elsewhere') / copy.name}.\n"


def test_a_restore_says_what_it_kept(made: CommandLine) -> None:
    refused = made("db", "restore", str(backup_of(made)))
    restored = made("db", "restore", str(backup_of(made)), "--force")

    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "--force" in refused.err
    assert restored.code == 0
    (kept,) = (made.home / "data").glob("doran-replaced-*.db")
    assert f"What was there before is {kept.relative_to(made.home)}." in restored.out


def test_a_check_is_a_line_each_and_its_exit_code_says_whether_all_is_well(
    made: CommandLine,
) -> None:
    well = made("db", "check")
    asked(made.home / "data" / "doran.db", "DROP INDEX ix_post_redraw")
    ill = made("db", "check")

    assert (well.code, ill.code) == (0, 1)
    assert [line[0] for line in well.out.splitlines()] == ["✓"] * 4
    assert [line for line in ill.out.splitlines() if line.startswith("✗ tables")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere.db", f"postgresql://doran:{PASSWORD}@127.0.0.1:1/doran"),
        ("data/doran.db", f"postgresql://doran:{PASSWORD}@127.0.0.1:1/doran"),
        ("data/doran.db", f"mysql://doran:{PASSWORD}@127.0.0.1/doran"),
        ("data/doran.db", f"postgresql://doran:{PASSWORD}@127.0.0.1:port/doran"),
        ("data/doran.db", "other.db"),
    ],
)
def test_a_move_that_cannot_be_made_is_one_line_without_the_password(
    made: CommandLine, arguments: tuple[str, str]
) -> None:
    ended = made("db", "move", *arguments)

    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert PASSWORD not in ended.everything
    assert "Traceback" not in ended.everything


FAULTS = ("read-only", "locked", "truncated", "foreign", "newer", "no database")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ["upgrade", "check", "backup"])
def test_a_database_that_cannot_be_used_is_told_in_a_line_and_left_as_it_is(
    made: CommandLine, fault: str, name: str
) -> None:
    file = made.home / "data" / "doran.db"
    with closing(sqlite3.connect(file)) as quiet:
        # No log beside the file, so that all there is can be compared.
        quiet.execute("PRAGMA journal_mode = DELETE")
    other = sqlite3.connect(file, isolation_level=None)
    if fault == "read-only":
        made.set("DATABASE_URL", "sqlite:///file:data/doran.db?mode=ro&uri=true")
    elif fault == "locked":
        other.execute("BEGIN EXCLUSIVE")
    elif fault == "truncated":
        file.write_bytes(file.read_bytes()[:9000])
    elif fault == "foreign":
        file.unlink()
        asked(file, "CREATE TABLE tunes (name TEXT)")
    elif fault == "newer":
        asked(file, "UPDATE alembic_version SET version_num = 'ffff'")
    else:
        file.write_text("이건 데이터베이스가 아니에요. " * 100)
    before = file.read_bytes()

    ended = made("db", name)
    other.close()

    assert "Traceback" not in ended.everything
    assert PASSWORD not in ended.everything
    if ended.code:
        assert ended.err.count("\n") == (0 if ended.out else 1)
    else:
        # Reading is enough to copy a read-only, and to look over one that nobody changes.
        assert fault in {"read-only", "newer"}
    if fault in {"truncated", "foreign", "newer", "no database"}:
        assert file.read_bytes()[100:] == before[100:]
