"""The browser that looks at the sandbox."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import BrowserContext, async_playwright

CHROMIUM_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def opened(chromium: str) -> AsyncIterator[BrowserContext]:
    """Open the browser at the path ``chromium``, as somebody in Korea has it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        context = await browser.new_context(
            viewport={"width": 1280, "height": 960}, locale="ko-KR", color_scheme="light"
        )
        yield context
        await context.close()
        await browser.close()
