"""Every command that the documentation tells people to type is there."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
# `python -m bot content check docs/…` is the command `content check`; what follows are arguments.
BOT_COMMAND = re.compile(r"-m bot ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)?)(?=[\s`]|$)", re.MULTILINE)
MAKE_TARGET = re.compile(r"(?:^|`|\$ )make ([a-z][a-z-]*)", re.MULTILINE)


def named(command: re.Pattern[str]) -> set[str]:
    return {found for page in PAGES for found in command.findall(page.read_text(encoding="utf-8"))}


def test_the_documentation_names_the_commands_that_start_it_all() -> None:
    assert {"demo", "run", "test"} <= named(MAKE_TARGET)
    assert {"demo", "run"} <= named(BOT_COMMAND)


def test_every_make_target_in_the_documentation_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert named(MAKE_TARGET) <= set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))


@pytest.mark.parametrize("command", sorted(named(BOT_COMMAND)))
def test_every_bot_command_in_the_documentation_exists(command: str) -> None:
    asked = CliRunner().invoke(app, [*command.split(), "--help"])

    assert asked.exit_code == 0, asked.output
