import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import create_bot
from bot.sandbox.journal import Entry, Journal
from bot.sandbox.notes_watch import watch_notes
from bot.sandbox.stage import Stage
from bot.settings import SQLITE_PREFIX, Settings
from tests.sandbox.conftest import CONTENT, ENTERED


async def what_is_told(edit: Callable[[Path], None], tmp_path: Path) -> tuple[list[Entry], bool]:
    """Edit a copy of the notes once; return what was told, and whether the notes were replaced."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    url = SecretStr(f"{SQLITE_PREFIX}{tmp_path / 'demo.db'}")
    # With the model, its notes too take the place of those before.
    settings = Settings(_env_file=None, database_url=url, content_dir=folder, answers_model="off")
    looks = 0

    async def edit_then_end(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            edit(folder)
        if looks == 3:
            raise asyncio.CancelledError

    journal = Journal()
    async with Stage(lambda clock: create_bot(settings, clock=clock), ENTERED) as stage:
        before = stage.bot.notes.edition
        with pytest.raises(asyncio.CancelledError):
            await watch_notes(stage, journal, sleep=edit_then_end)
        return list(journal.entries), stage.bot.notes.edition is not before


def hypervisor(folder: Path) -> Path:
    return next(folder.rglob("concepts/hypervisor.md"))


def corrected(folder: Path) -> None:
    path = hypervisor(folder)
    path.write_text(path.read_text("utf-8").replace("플랫폼", "바탕"), "utf-8")


def broken(folder: Path) -> None:
    hypervisor(folder).write_text("---\nid: [\n", "utf-8")


async def test_an_edit_is_read_at_once_and_told_once(tmp_path: Path) -> None:
    told, replaced = await what_is_told(corrected, tmp_path)

    assert [(entry.word, entry.state) for entry in told] == [("log_notes", "done")]
    assert replaced


async def test_a_broken_edit_keeps_the_old_notes_and_names_the_file(tmp_path: Path) -> None:
    told, replaced = await what_is_told(broken, tmp_path)

    assert [(entry.word, entry.state) for entry in told] == [("log_notes", "failed")]
    assert "hypervisor.md" in told[0].facts["ko"]
    assert not replaced
