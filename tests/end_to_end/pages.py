"""The preview of the simulated Discord, in the words of somebody who uses it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import FloatRect, Locator, Page, expect
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

# A new tab of the preview starts several scripts; a busy machine takes its time.
PATIENCE_MS = 60_000
# Playwright's own five seconds are too few for that.
expect.set_options(timeout=PATIENCE_MS)
# The preview drops what is done to it while it draws, tells its server its size, or has yet to show
# what came of the last thing.
READY = (
    "window.simcordPreview.ready && "
    "simcordPreview.publishedRevision >= (simcordPreview.awaitingRevision ?? 0)"
)
# It waits for 180 ms before it asks for what a menu has, and for 250 before it asks what to
# suggest; timers of one page fire in order.
ASKED = "new Promise(done => setTimeout(done, 300))"
TRIES = 6
RETRY_MS = 3_000
SIZE_TOLD = "window.simcordPreview?.lastAction"
# What the preview says of the newest thing that was done to it: which it was, and "refused".
LAST = "[simcordPreview.lastAction?.requestId ?? '', simcordPreview.lastAction?.rejected === true]"
GLANCE_SECONDS = 0.05
REST_SECONDS = 0.5
# As wide as an embed: beside it there is nothing.
MESSAGE_PX = 520.0


async def until(page: Page, expression: str) -> None:
    """Wait for something true (`wait_for_function` evaluates text, which both pages forbid)."""
    look = f"({expression}) ? done() : setTimeout(look, 50)"
    async with asyncio.timeout(PATIENCE_MS / 1000):
        await page.evaluate(f"new Promise(done => {{ const look = () => {look}; look(); }})")


@dataclass(frozen=True)
class Channel:
    """A place of the simulated Discord, open in its own tab."""

    page: Page

    @property
    def messages(self) -> Locator:
        return self.page.locator("#channel-message-list")

    def button(self, label: str) -> Locator:
        """The newest button called `label`."""
        return self.messages.get_by_role("button", name=label, exact=True).last

    async def say(self, text: str) -> None:
        await until(self.page, READY)
        await self.page.locator("#channel-composer-input").fill(text)
        await self.page.locator("#send-message").click()

    async def ask(self, text: str, shows: str) -> None:
        """Say ``text``, until a newer message has ``shows``; again only where it was refused."""

        async def send() -> None:
            await self.page.locator("#channel-composer-input").fill(text)
            await self.page.locator("#send-message").click()

        await self.until_shown(shows, send)

    async def run_command(self, name: str, argument: str | None = None) -> None:
        """Choose a command in the picker, and give its first option, if it has any."""
        await until(self.page, READY)
        await self.page.locator("#channel-composer-input").press_sequentially(f"/{name}")
        await self.page.locator(".command-popup").get_by_text(f"/{name}", exact=True).click()
        if argument is None:
            await self.page.locator("#send-message").click()
            return
        option = self.page.locator("input.command-option-input").first
        await option.press_sequentially(argument)
        # Suggestions that come later would take the key that sends it.
        await self._asked()
        # Leaves the suggestions, and keeps what was typed.
        await option.press("Escape")
        await option.press("Enter")

    async def press(self, label: str) -> None:
        await until(self.page, READY)
        await self.button(label).click()

    async def press_until_seen(self, label: str, text: str) -> None:
        """Press again until `text` shows.

        The preview refuses what is pressed before it has noticed that another bot runs.
        """
        for _ in range(TRIES):
            await self.press(label)
            with suppress(AssertionError):
                await expect(self.messages.get_by_text(text).last).to_be_visible(timeout=RETRY_MS)
                return
        raise AssertionError(f"{TRIES} presses of {label!r} never showed {text!r}")

    async def sees(self, text: str) -> None:
        await expect(self.messages.get_by_text(text).last).to_be_visible(timeout=PATIENCE_MS)

    @property
    def articles(self) -> Locator:
        """Every message with everything that belongs to it."""
        return self.messages.locator("article.channel-message")

    @property
    def newest(self) -> Locator:
        """The newest of them."""
        return self.articles.last

    async def picture(self, path: Path) -> None:
        """Take a picture of the newest message, as wide as its embed."""
        await self.page.mouse.move(0, 0)
        await self.newest.scroll_into_view_if_needed()
        await self.page.screenshot(path=path, clip=await self._still())

    async def _still(self) -> FloatRect:
        """Where the newest message is, once it is drawn and has come to rest there."""
        before = None
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while True:
                await until(self.page, READY)
                box = await self.newest.bounding_box()
                if box is not None and box == before:
                    return {**box, "width": min(box["width"], MESSAGE_PX)}
                before = box
                await asyncio.sleep(REST_SECONDS)

    async def saved(self, folder: Path) -> Path:
        """Download the newest message's file into ``folder``."""
        async with self.page.expect_download(timeout=PATIENCE_MS) as started:
            await self.newest.locator("button.file-download").click()
        download = await started.value
        file = folder / download.suggested_filename
        await download.save_as(file)
        return file

    @property
    def form(self) -> Locator:
        """The form that is open."""
        return self.page.get_by_role("dialog")

    async def be(self, name: str) -> None:
        """See the place, and act in it, as somebody else."""
        await until(self.page, READY)
        [viewer] = await self.page.locator("#viewer-picker").select_option(label=name)
        await until(self.page, f"{READY} && simcordPreview.viewerId === '{viewer}'")

    async def command(
        self,
        name: str,
        shows: str,
        *,
        typed: Mapping[str, str] | None = None,
        chosen: Mapping[str, str] | None = None,
        files: Mapping[str, Path] | None = None,
    ) -> None:
        """Give a command with its required options, until the newest message has ``shows``.

        Args:
            typed: option → its text.
            chosen: option → a part of the suggestion to take.
            files: option → the file to attach.
        """
        await until(self.page, READY)
        await self.page.locator("#channel-composer-input").press_sequentially(f"/{name}")
        await self.page.locator(".command-popup").get_by_text(f"/{name}", exact=True).click()
        for option, file in (files or {}).items():
            picker = self.page.locator(f'.command-file-input[data-option="{option}"]')
            await picker.set_input_files(file)
        for option, text in (typed or {}).items():
            field = self.page.locator(f'.command-option-input[data-option="{option}"]')
            await field.press_sequentially(text)
            await field.press("Escape")
        for option, text in (chosen or {}).items():
            await self._take_suggestion(option, text)
        await self.until_shown(shows, self.page.locator("#send-message").click)

    async def _take_suggestion(self, option: str, text: str) -> None:
        """Type ``text`` until it is suggested: the preview asks for suggestions as one types."""
        field = self.page.locator(f'.command-option-input[data-option="{option}"]')
        suggested = self.page.locator(".command-suggestion").filter(has_text=text).first
        for _ in range(TRIES):
            await until(self.page, READY)
            await field.fill("")
            await field.press_sequentially(text)
            with suppress(PlaywrightTimeoutError):
                await suggested.click(timeout=RETRY_MS)
                return
        raise AssertionError(f"{TRIES} times nothing like {text!r} was suggested for {option!r}")

    async def push(self, label: str, shows: str) -> None:
        """Press the newest button called ``label``, until the newest message has ``shows``."""
        await self.until_shown(shows, self.button(label).click)

    async def push_once(self, label: str, shows: str) -> None:
        """Press what must not be pressed twice, until any message has ``shows``."""
        await self.until_shown(shows, self.button(label).click, within=self.messages)

    async def choose(self, menu: str, option: str, shows: str) -> None:
        """Choose from the newest menu called ``menu``, until the newest message has ``shows``."""
        choice = self.messages.get_by_role("option", name=option).last
        await self.until_shown(
            shows, choice.click, prepare=lambda: self._open(menu), again=self._reload
        )

    async def choose_several(self, menu: str, options: Sequence[str], shows: str) -> None:
        """Choose ``options`` from the newest menu called ``menu``, then close it, as ``choose``."""

        async def tick() -> None:
            await self._open(menu)
            for each in options:
                option = self.messages.get_by_role("option", name=each).last
                # What the preview refused stays ticked.
                if await option.get_attribute("aria-selected") != "true":
                    await option.click()

        await self.until_shown(shows, self._menu(menu).click, prepare=tick)

    def _menu(self, name: str) -> Locator:
        return self.messages.get_by_role("combobox", name=name, exact=True).last

    async def _open(self, menu: str) -> None:
        if await self._menu(menu).get_attribute("aria-expanded") != "true":
            await self._menu(menu).click()
        # A menu of channels or roles asks for them when it opens, and takes nothing meanwhile.
        await self._asked()

    async def _asked(self) -> None:
        """Wait until the preview has what it asks its server for in a moment."""
        await self.page.evaluate(ASKED)
        await until(self.page, f"{READY} && !simcordPreview.pendingQuery")

    async def _reload(self) -> None:
        """Forget what was chosen: a choice that was dropped stays, and again it does nothing."""
        await self.page.reload()
        await until(self.page, f"window.simcordPreview && {READY}")

    async def fill(self, opens: str, fields: Mapping[str, str], shows: str) -> None:
        """Press what opens a form, fill it in and send it, until the newest message has ``shows``.

        Args:
            fields: label → what is written there.
        """
        for _ in range(TRIES):
            await self.press(opens)
            with suppress(AssertionError):
                await expect(self.form).to_be_visible(timeout=RETRY_MS)
                break
        for label, text in fields.items():
            await self.form.get_by_label(label, exact=False).first.fill(text)
        await self.until_shown(shows, self.form.get_by_role("button", name="Submit").click)

    async def until_shown(
        self,
        text: str,
        act: Callable[[], Awaitable[None]],
        *,
        prepare: Callable[[], Awaitable[None]] | None = None,
        again: Callable[[], Awaitable[None]] | None = None,
        within: Locator | None = None,
    ) -> None:
        """Act until the newest message, or one that came since, has ``text``; or else ``within``.

        Act again only where the preview refused, as it does on a page that is older than the last
        moment of the world.

        Args:
            prepare: what comes before each try and is no deed itself, but may ask the preview for
                something: opening a menu.
            again: what comes between two tries.
        """
        try:
            async with asyncio.timeout(PATIENCE_MS / 1000):
                while True:
                    await until(self.page, READY)
                    if prepare is not None:
                        await prepare()
                    if await self._took(act, text, within):
                        return
                    if again is not None:
                        await again()
        except TimeoutError:
            newest = await self.newest.inner_text()
            last = await self.page.evaluate("JSON.stringify(simcordPreview.lastAction)")
            raise AssertionError(f"never showed {text!r} after {last}, but: {newest}") from None

    async def _shown(self, within: Locator | None, earlier: int) -> str:
        # What the bot posts of its own accord may come below its answer.
        if within is not None:
            return await within.inner_text()
        return "\n".join((await self.articles.all_inner_texts())[earlier:])

    async def _took(
        self, act: Callable[[], Awaitable[None]], text: str, within: Locator | None
    ) -> bool:
        """Act once; return whether ``text`` showed, or False where nothing came of the act."""
        await until(self.page, READY)
        before, _ = await self.page.evaluate(LAST)
        earlier = max(await self.articles.count() - 1, 0)
        await act()
        looks = 0
        while True:
            await until(self.page, READY)
            last, refused = await self.page.evaluate(LAST)
            if text in await self._shown(within, earlier):
                return True
            is_dropped = last == before and looks * GLANCE_SECONDS * 1000 > RETRY_MS
            if is_dropped or (refused and last != before):
                return False
            looks += 1
            await asyncio.sleep(GLANCE_SECONDS)
