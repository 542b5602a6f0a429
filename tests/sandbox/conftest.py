"""The real bot, over a database of its own, on the sandbox's stage."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import DoranBot, create_bot
from bot.clock import Clock
from bot.sandbox.stage import Stage
from bot.settings import SQLITE_PREFIX, Settings

ENTERED = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
CONTENT = Path(__file__).parents[2] / "content"

MakeBot = Callable[[Clock], DoranBot]


@pytest.fixture
def make_bot(tmp_path: Path) -> MakeBot:
    url = SecretStr(f"{SQLITE_PREFIX}{tmp_path / 'demo.db'}")
    settings = Settings(_env_file=None, database_url=url, content_dir=CONTENT, answers_model="off")
    return lambda clock: create_bot(settings, clock=clock)


@pytest.fixture
async def stage(make_bot: MakeBot) -> AsyncIterator[Stage]:
    async with Stage(make_bot, ENTERED) as entered:
        yield entered
