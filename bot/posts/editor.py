"""Edits messages one after another: at most so often, the last state wins, nothing is forgotten."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from bot.clock import Clock
from bot.discord_ui.screens import Screen
from bot.ids import ChannelId, MessageId
from bot.posts.delivery import Delivery, Gone
from bot.posts.model import retry_pause
from bot.posts.outcomes import NotNow, Refused, Unknown
from bot.posts.pace import Pace

log = structlog.get_logger("doran.posts")

SPACING = timedelta(seconds=3)
# Discord limits edits of messages over an hour old (docs: error 30046).
OLD = timedelta(hours=1)
OLD_SPACING = timedelta(minutes=15)
# https://discord.com/developers/docs/reference#snowflakes
DISCORD_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)

Draw = Callable[[], Awaitable[Screen | None]]
Done = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Edit:
    """What a message is to show: drawn when its turn comes (None: nothing), then ``done``."""

    draw: Draw
    done: Done


@dataclass(slots=True)
class _Line:
    """One message's edits: the last one wanted, and when the one before was made."""

    wanted: Edit | None
    last: datetime | None = None
    task: asyncio.Task[None] | None = None
    in_request: bool = False

    def take(self) -> Edit | None:
        """Return the wanted edit, which is then nobody else's."""
        edit, self.wanted = self.wanted, None
        return edit

    def give_back(self, edit: Edit) -> None:
        """Want ``edit`` again, unless something newer is wanted by now."""
        self.wanted = self.wanted or edit


class Editor:
    """Keeps one line of edits for each message that changes."""

    def __init__(self, delivery: Delivery, clock: Clock, pace: Pace) -> None:
        """Edit through ``delivery`` at the common ``pace``."""
        self._delivery = delivery
        self._clock = clock
        self._pace = pace
        self._lines: dict[tuple[ChannelId, MessageId], _Line] = {}
        self._last: dict[MessageId, datetime] = {}
        self._flushing = False

    def show(self, channel: ChannelId, message: MessageId, edit: Edit) -> None:
        """Make ``message`` show ``edit`` when its turn comes, in place of what waited."""
        key = (channel, message)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = _Line(edit, last=self._last.get(message))
            line.task = asyncio.create_task(self._work_off(key, line), name=f"edit-{message}")
        else:
            line.wanted = edit

    async def flush(self) -> None:
        """Show the last wanted state of every message now, once; what fails is only logged."""
        self._flushing = True
        lines = dict(self._lines)
        for line in lines.values():
            if line.task and not line.in_request:
                line.task.cancel()
        tasks = [line.task for line in lines.values() if line.task]
        await asyncio.gather(*tasks, return_exceptions=True)
        for (channel, message), line in lines.items():
            if edit := line.take():
                try:
                    await self._try(channel, message, edit)
                except Exception:
                    log.exception("last edit failed", message=message)

    async def _work_off(self, key: tuple[ChannelId, MessageId], line: _Line) -> None:
        channel, message = key
        tries = 0
        try:
            while line.wanted is not None and not self._flushing:
                await asyncio.sleep(self._wait(message, line).total_seconds())
                edit = line.take()
                if edit is None:
                    break
                line.in_request = True
                pause = await self._try(channel, message, edit)
                line.in_request = False
                line.last = self._last[message] = self._clock.now()
                if pause is None:
                    tries = 0
                    continue
                tries += 1
                line.give_back(edit)
                if not self._flushing:
                    await asyncio.sleep(max(pause, retry_pause(tries)).total_seconds())
        except Exception:
            # A fault of ours with one message; the ledger keeps the wish for the next start.
            log.exception("edit failed", message=message)
        finally:
            self._forget(key, line)

    async def _try(self, channel: ChannelId, message: MessageId, edit: Edit) -> timedelta | None:
        """Edit once; return how long to wait before another try, or None if there is no need."""
        screen = await edit.draw()
        if screen is None:
            await edit.done()
            return None
        await self._pace.turn()
        match await self._delivery.edit(channel, message, screen):
            case NotNow(wait):
                return wait
            case Unknown():
                return timedelta(0)
            case Refused(why):
                log.warning("edit refused", message=message, why=why)
            case Gone():
                log.info("message to edit is gone", message=message)
            case None:
                pass
        await edit.done()
        return None

    def _wait(self, message: MessageId, line: _Line) -> timedelta:
        if line.last is None:
            return timedelta(0)
        now = self._clock.now()
        spacing = OLD_SPACING if now - written_at(message) > OLD else SPACING
        return max(line.last + spacing - now, timedelta(0))

    def _forget(self, key: tuple[ChannelId, MessageId], line: _Line) -> None:
        if self._lines.get(key) is line:
            del self._lines[key]
        # Only what can still hold back an edit is worth remembering.
        now = self._clock.now()
        self._last = {m: at for m, at in self._last.items() if now - at < OLD_SPACING}


def written_at(message: MessageId) -> datetime:
    """Return when ``message`` was written: its id carries Discord's own clock."""
    return DISCORD_EPOCH + timedelta(milliseconds=message >> 22)
