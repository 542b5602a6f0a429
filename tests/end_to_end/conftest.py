"""A sandbox and a browser of its own for each end-to-end test."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext

from tests.end_to_end.browsers import opened
from tests.end_to_end.control import Control
from tests.end_to_end.sandbox import Sandbox, started

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser; without one the tests say what to install, and in CI they fail."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        advice = "the end-to-end tests need Chromium: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(advice)
        pytest.skip(advice)
    return found


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[Sandbox]:
    async with started(ROOT, tmp_path / "sandbox.log") as running:
        yield running


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[BrowserContext]:
    async with opened(chromium) as context:
        yield context


@pytest.fixture
async def control(sandbox: Sandbox, browser: BrowserContext) -> Control:
    return await Control.visited(browser, sandbox.address)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go: into the documentation only when that is asked for."""
    if os.environ.get("DORAN_SCREENSHOTS") == "1":
        return ROOT / "docs" / "images"
    return tmp_path_factory.mktemp("screenshots")
