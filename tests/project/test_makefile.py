"""The Makefile explains itself, and only asks for what is there."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROMISED = {
    "demo",
    "run",
    "test",
    "test-postgres",
    "check",
    "bench",
    "soak",
    "update",
    "lock",
    "format",
    "clean",
    "help",
}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", MAKEFILE, re.MULTILINE))


def test_every_promised_target_is_there() -> None:
    assert targets() == PROMISED


def test_help_lists_every_target_with_a_line() -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert set(re.findall(r"^  make ([a-z-]+) +\S", shown, re.MULTILINE)) == targets()


def test_no_target_is_taken_for_a_file() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)

    assert phony is not None
    assert set(phony[1].split()) == targets()


def test_an_update_backs_up_before_it_installs_and_migrates_last() -> None:
    recipe = MAKEFILE.partition("\nupdate:")[2].partition("\n\n")[0].splitlines()[1:]
    steps = [line.strip("\t@") for line in recipe]

    assert steps == [
        '$(python) -c "import pydantic_settings" 2>/dev/null || sh tools/prepare run $(WITH)',
        "$(python) -m tools.back_up",
        "$(prepare) run $(WITH)",
        "$(python) -m bot db upgrade",
    ]


def test_every_lock_that_a_target_sets_up_is_there() -> None:
    locks = re.findall(r"^\t\$\(prepare\) (\w+)", MAKEFILE, re.MULTILINE)

    assert locks
    assert all((ROOT / "requirements" / f"{lock}.txt").is_file() for lock in locks)
