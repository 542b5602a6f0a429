"""The control page in front of the simulated Discord, in the words of somebody who uses it."""

from dataclasses import dataclass
from typing import Self

from playwright.async_api import BrowserContext, Locator, Page, ViewportSize, expect

from tests.end_to_end.pages import PATIENCE_MS, SIZE_TOLD, Channel, until

# Holds the longest message of which a picture is taken.
WHOLE_MESSAGE: ViewportSize = {"width": 1280, "height": 1500}


@dataclass(frozen=True)
class Control:
    """The control page in front of it."""

    page: Page

    @classmethod
    async def visited(cls, browser: BrowserContext, address: str) -> Self:
        """Open the page at ``address``."""
        page = await browser.new_page()
        await page.goto(address)
        await page.wait_for_selector("body.ready")
        return cls(page)

    @property
    def lines(self) -> Locator:
        return self.page.locator("#lines > li")

    @property
    def status(self) -> Locator:
        return self.page.locator("#status")

    async def tour(self, key: str) -> None:
        await self.page.locator(f"#tour-{key}").click()

    async def open_channel(self) -> Channel:
        """Open the watched place as Discord, in a tab of its own."""
        async with self.page.context.expect_page() as opened:
            await self.page.locator(".chat-head button").click()
        tab = await opened.value
        tab.set_default_timeout(PATIENCE_MS)
        await until(tab, SIZE_TOLD)
        return Channel(tab)

    async def go(self, place: str, who: str) -> Channel:
        """Open ``place`` as ``who`` sees it, in a tab of its own that holds a whole message.

        The page does one thing after the other.
        """
        await self.idle()
        await self.be(who)
        await self.idle()
        rows = self.page.locator("#places li").filter(has_text=place)
        await rows.locator("button.name").first.click()
        await expect(self.page.locator("#chat-title")).to_contain_text(place)
        await self.idle()
        channel = await self.open_channel()
        await channel.page.set_viewport_size(WHOLE_MESSAGE)
        return channel

    async def wait(self, label: str) -> None:
        """Let time pass with the button called ``label``, until it has."""
        await self.idle()
        await self.press(label)
        await self.idle()

    async def idle(self) -> None:
        """Wait until what was wished for last is done."""
        await until(self.page, "document.body.ariaBusy !== 'true'")

    async def watch(self, name: str) -> None:
        # Beside the name may stand how many messages are new.
        await self.page.locator("#places button.name").filter(has_text=name).click()
        await expect(self.page.locator("#chat-title")).to_have_text(name)

    async def be(self, name: str) -> None:
        await self.page.locator("#people").get_by_text(name, exact=True).click()

    async def press(self, label: str) -> None:
        await self.page.get_by_role("button", name=label, exact=True).click()

    async def says(self, text: str) -> None:
        await expect(self.status).to_have_text(text, timeout=PATIENCE_MS)
