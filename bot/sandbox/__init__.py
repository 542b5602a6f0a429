"""The bot in a simulated Discord, in the browser, without a token."""

import asyncio
import signal
import sys
import webbrowser
from contextlib import AsyncExitStack, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.app import DoranBot, create_bot
from bot.clock import Clock, SystemClock
from bot.ops.logs import set_up_logs
from bot.sandbox.control import ControlPage
from bot.sandbox.journal import Journal
from bot.sandbox.loopback import serving
from bot.sandbox.notes_watch import watch_notes
from bot.sandbox.stage import Stage, keep_time, study_time
from bot.settings import SQLITE_PREFIX, load_settings

KEPT_DATABASE = Path("data") / "demo.db"
OPENED = (
    "도란의 모의 디스코드를 열었어요. 브라우저에서 아래 주소로 들어가세요. (끝내기: Ctrl-C)\n"
    "Doran's simulated Discord is open: visit this address in your browser. (Ctrl-C ends it)"
)
CLOSED = "도란을 닫았어요. / Doran is closed."


async def serve(*, keep: bool, port: int, open_browser: bool) -> None:
    """Serve one simulated Discord until the process is told to stop (Ctrl-C, SIGTERM).

    Prints the control page's address on standard output, on a line of its own.

    Args:
        keep: use ``data/demo.db``, and leave it there; otherwise a database that goes away.
        port: 0 for any free one.

    Raises:
        BadSettings: a setting is malformed, or the port is taken.
        BrokenContent: the notes have faults.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C cancels this task, which ends as cleanly.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        if keep:
            database = KEPT_DATABASE
            database.parent.mkdir(parents=True, exist_ok=True)
        else:
            database = Path(stack.enter_context(TemporaryDirectory(prefix="doran-"))) / "demo.db"
        # The real bot's settings, but never its database.
        url = SecretStr(f"{SQLITE_PREFIX}{database}")
        own = load_settings()
        settings = own.model_copy(update={"database_url": url, "member_burst": 0})
        set_up_logs(settings.log_format, settings.log_level)

        def make_bot(clock: Clock) -> DoranBot:
            # The notes' meaning outlives a database that goes away: it holds nothing else.
            return create_bot(settings, clock=clock, vectors=own.vectors_file)

        stage = await stack.enter_async_context(Stage(make_bot, _entered_at(keep=keep)))
        journal = Journal()
        page = ControlPage(stage, journal, kept=keep)
        address = await stack.enter_async_context(serving(page.app(), port)) + page.path
        print(OPENED, file=sys.stderr)
        print(address, flush=True)
        if open_browser:
            # Starting a browser may block for seconds; it is none of the event loop's business.
            await asyncio.to_thread(_open_window, address)
        async with asyncio.TaskGroup() as group:
            going_on = [
                group.create_task(work) for work in (keep_time(stage), watch_notes(stage, journal))
            ]
            await stop.wait()
            for task in going_on:
                task.cancel()
    print(CLOSED, file=sys.stderr)


def _open_window(address: str) -> None:
    """Open the page where there are windows; a browser in the terminal would hide our lines."""
    with suppress(webbrowser.Error):
        browser = webbrowser.get()
        if type(browser) not in (webbrowser.GenericBrowser, webbrowser.Elinks):
            browser.open(address)


def _entered_at(*, keep: bool) -> datetime:
    now = SystemClock().now()
    # Ids of messages follow from the time: over kept records they must not come a second time.
    return now if keep else study_time(now)
