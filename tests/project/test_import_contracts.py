"""Each import contract of pyproject.toml is kept, and is shown to catch what it is there for."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
PRIVATE_ROOMS = ("store", "presses", "cog")


@dataclass(frozen=True)
class Offence:
    """A line that `contract` forbids in `module`; `through` is a module it goes through, if any."""

    contract: str
    module: str
    line: str
    through: tuple[str, str] | None = None


OFFENCES = [
    Offence("floors", "bot.storage.planted", "import bot.app"),
    Offence("floors", "bot.korean.planted", "import bot.content.model"),
    Offence("floors", "bot.clock", "import bot.settings"),
    Offence("floors", "bot.utils", ""),
    Offence("rooms", "bot.answers.model", "import bot.answers.store"),
    Offence("rooms", "bot.answers.show", "import bot.answers.service"),
    Offence("rooms", "bot.guilds.service", "import bot.guilds.cog"),
    Offence(
        "rooms",
        "bot.answers.model",
        "import bot.answers.planted",
        through=("bot.answers.planted", "import bot.answers.store"),
    ),
    Offence("metrics-in-ops", "bot.discord_ui.planted", "import prometheus_client"),
    Offence("answers-private", "bot.sandbox.planted", "import bot.answers.store"),
    Offence("answers-private", "bot.sandbox.planted", "import bot.answers.cog"),
    Offence("answers-private", "bot.sandbox.planted", "import bot.answers.teaching.store.wishes"),
    Offence("answers-private", "bot.sandbox.planted", "import bot.answers.conversation.store"),
    Offence("teaching-rooms", "bot.answers.teaching.model", "import bot.answers.teaching.service"),
    Offence("guilds-private", "bot.answers.planted", "import bot.guilds.store"),
    Offence("guilds-private", "bot.answers.planted", "import bot.guilds.cog"),
    Offence("guilds-private", "bot.answers.planted", "import bot.guilds.audit.store"),
    Offence("posts-private", "bot.sandbox.planted", "import bot.posts.store"),
    Offence("posts-private", "bot.answers.planted", "import bot.posts.announce.store"),
    Offence("announce-rooms", "bot.posts.announce.show", "import bot.posts.announce.presses"),
    Offence("announce-rooms", "bot.posts.announce.model", "import bot.posts.announce.store"),
    Offence("inbox-private", "bot.quiz.planted", "import bot.inbox.presses"),
    Offence("inbox-private", "bot.quiz.planted", "import bot.inbox.cog"),
    Offence("notes-private", "bot.answers.planted", "import bot.notes.store.notes"),
    Offence("notes-private", "bot.answers.planted", "import bot.notes.presses"),
    Offence("notes-private", "bot.quiz.planted", "import bot.notes.cog"),
    Offence("privacy-private", "bot.sandbox.planted", "import bot.privacy.store"),
    Offence("setup-private", "bot.sandbox.planted", "import bot.setup.store"),
    Offence("review-private", "bot.sandbox.planted", "import bot.review.store.cards"),
    Offence("review-private", "bot.sandbox.planted", "import bot.review.cog"),
    Offence("quiz-private", "bot.sandbox.planted", "import bot.quiz.store.asked"),
    Offence("quiz-private", "bot.sandbox.planted", "import bot.quiz.cog.quiz"),
    Offence("quiz-private", "bot.sandbox.planted", "import bot.quiz.desk.presses"),
    Offence("rounds-private", "bot.quiz.planted", "import bot.quiz.rounds.store"),
    Offence("rounds-private", "bot.sandbox.planted", "import bot.quiz.rounds.presses"),
    Offence("rounds-rooms", "bot.quiz.rounds.show.item", "import bot.quiz.rounds.presses"),
    Offence("rounds-rooms", "bot.quiz.rounds.model", "import bot.quiz.rounds.phases"),
    Offence("desk-rooms", "bot.quiz.desk.show.inbox", "import bot.quiz.desk.presses"),
    Offence("desk-rooms", "bot.quiz.desk.model", "import bot.quiz.desk.appeals"),
    Offence("discussion-private", "bot.sandbox.planted", "import bot.discussion.store.votes"),
    Offence("models-pure", "bot.discussion.phases", "import bot.discussion.store.votes"),
    Offence("sessions-private", "bot.sandbox.planted", "import bot.sessions.store.plans"),
    Offence("sessions-private", "bot.privacy.planted", "import bot.sessions.presses.study"),
    Offence("models-pure", "bot.sessions.phases", "import bot.sessions.store.members"),
    Offence("discord-ui-private", "bot.answers.planted", "import bot.discord_ui.store"),
    Offence("models-pure", "bot.content.model", "import discord"),
    Offence("models-pure", "bot.korean.planted", "import sqlalchemy"),
    Offence(
        "models-pure",
        "bot.answers.model",
        "import bot.discord_ui.planted",
        through=("bot.discord_ui.planted", "import discord"),
    ),
    Offence("discord-at-the-face", "bot.answers.planted", "import discord"),
    Offence("sql-in-stores", "bot.answers.planted", "import sqlalchemy"),
    Offence("run-without-sandbox", "bot.cli.run", "import bot.sandbox"),
    Offence(
        "run-without-sandbox",
        "bot.cli.run",
        "import bot.cli.planted",
        through=("bot.cli.planted", "import bot.sandbox"),
    ),
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(checkout: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", *options],
        cwd=checkout,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def plant(checkout: Path, module: str, line: str) -> None:
    """Append the line to the module, making the module (and a room that isn't built yet) first."""
    path = checkout.joinpath(*module.split(".")).with_suffix(".py")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    if imported := re.match(r"import (bot\.\w+\.\w+)$", line):
        checkout.joinpath(*imported[1].split(".")).with_suffix(".py").touch()


def contracts() -> list[dict[str, object]]:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = pyproject["tool"]["importlinter"]["contracts"]
    return found


def test_the_code_keeps_every_contract(checkout: Path) -> None:
    linted = lint(checkout)

    assert linted.returncode == 0, linted.stdout
    assert f"Contracts: {len(contracts())} kept, 0 broken." in linted.stdout


@pytest.mark.parametrize(
    "offence",
    OFFENCES,
    ids=[f"{offence.contract}: {offence.module} {offence.line}" for offence in OFFENCES],
)
def test_a_contract_catches_its_offence(checkout: Path, offence: Offence) -> None:
    plant(checkout, offence.module, offence.line)
    if offence.through is not None:
        plant(checkout, *offence.through)

    linted = lint(checkout, "--contract", offence.contract)

    assert linted.returncode == 1
    assert "Contracts: 0 kept, 1 broken." in linted.stdout
    assert offence.module in linted.stdout


def test_every_contract_has_an_offence_that_it_catches() -> None:
    assert {contract["id"] for contract in contracts()} == {o.contract for o in OFFENCES}


def test_every_capability_keeps_its_private_rooms_to_itself() -> None:
    protected = {
        module
        for contract in contracts()
        if contract["type"] == "protected"
        for module in contract["protected_modules"]  # type: ignore[attr-defined]
    }

    private = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for room in PRIVATE_ROOMS
        # A room that grew is a folder.
        for path in [*(ROOT / "bot").rglob(f"{room}.py"), *(ROOT / "bot").rglob(f"{room}/")]
    }

    assert private == {module for module in protected if module.startswith("bot.")}
