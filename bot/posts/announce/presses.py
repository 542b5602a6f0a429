"""What the modal and the buttons of announcements do."""

from collections.abc import Callable

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.faces import guild_of, member_of
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.ids import ChannelId
from bot.posts.announce import buttons, service, show
from bot.posts.announce.model import Draft
from bot.posts.announce.power import writable
from bot.posts.wallclock import Rule
from bot.storage.work import Storage


class AnnouncePresses:
    """Asks the service, then shows; wakes the scheduler after each change."""

    def __init__(self, storage: Storage, clock: Clock, wake: Callable[[], None]) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that announcements carry."""
        return (
            Route(buttons.WRITE_NOW, 2, self.post_now, MODERATOR),
            Route(buttons.WRITE_ONCE, 3, self.post_once, MODERATOR),
            Route(buttons.WRITE_WEEKLY, 4, self.post_weekly, MODERATOR),
            Route(buttons.CANCEL, 1, self.cancel, MODERATOR),
            Route(buttons.RESUME, 1, self.resume, MODERATOR),
        )

    async def post_now(self, press: Press) -> None:
        """Post what was written now."""
        await self._announce(press, None)

    async def post_once(self, press: Press) -> None:
        """Keep what was written for a time."""
        await self._announce(press, _rule(lambda: buttons.once_of(press.ids[2])))

    async def post_weekly(self, press: Press) -> None:
        """Keep what was written for every week."""
        await self._announce(press, _rule(lambda: buttons.weekly_of(*press.ids[2:])))

    async def cancel(self, press: Press) -> None:
        """Cancel, and show the list without it."""
        guild = guild_of(press.interaction)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            await service.cancel(work, guild, press.ids[0])
            left = await service.waiting(work, guild)
            await work.commit()
        self._wake()
        await replies.turn(press.interaction, show.list_screen(left, press.say))

    async def resume(self, press: Press) -> None:
        """Let a paused one go on, if what held it up was mended."""
        guild = guild_of(press.interaction)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            found = await service.resume(work, guild, press.ids[0], now=self._clock.now())
            writable(press.interaction, found.channel, press.say)
            await work.commit()
        self._wake()
        await replies.answer(press.interaction, show.resumed_screen(found, press.say))

    async def _announce(self, press: Press, rule: Rule | None) -> None:
        channel, silent = press.ids[:2]
        draft = Draft(
            guild=guild_of(press.interaction),
            channel=ChannelId(channel),
            author=member_of(press.interaction),
            text=press.field(buttons.TEXT_FIELD),
            silent=bool(silent),
            rule=rule,
        )
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            writable(press.interaction, channel, press.say)
            kept = await service.announce(work, draft, now=self._clock.now())
            await work.commit()
        self._wake()
        await replies.answer(press.interaction, show.kept_screen(kept, press.say))


def _rule(read: Callable[[], Rule]) -> Rule:
    try:
        return read()
    except (ValueError, OverflowError):
        # Only a forged id carries a day or a time that does not exist.
        raise OldButton from None
