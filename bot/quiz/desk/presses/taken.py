"""What moderators do with the items that their server took: look at them, withdraw, take back."""

from collections.abc import Callable

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.faces import member_of
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.discord_ui.screens import Screen
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.quiz.desk import buttons, suggestions
from bot.quiz.desk.model import Suggestion
from bot.quiz.desk.show.taken import taken_screen
from bot.quiz.service import library_of
from bot.storage.work import Storage

FIRST = 0


class TakenPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage, library: Callable[[], Library], clock: Clock) -> None:
        """Work on ``storage`` and the present ``library``."""
        self._storage = storage
        self._library = library
        self._clock = clock

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.TAKEN, 1, self.show, MODERATOR),
            Route(buttons.WITHDRAW, 1, self.withdraw, MODERATOR),
            Route(buttons.RESTORE, 1, self.restore, MODERATOR),
        )

    async def show(self, press: Press) -> None:
        """Turn to an item that the server took; the first comes in a message of its own."""
        number = press.ids[0]
        if number == FIRST:
            # Names come over the gateway, which may take longer than Discord waits for an answer.
            await press.interaction.response.defer(ephemeral=True, thinking=True)
        else:
            await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
        screen = await self._screen(press, guild, number)
        if number == FIRST:
            await replies.answer(press.interaction, screen)
        else:
            await replies.turn(press.interaction, screen)

    async def withdraw(self, press: Press) -> None:
        """Ask the item no longer, then turn to the next."""
        await acknowledge(press)
        number = press.ids[0]
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            by = member_of(press.interaction)
            gone = await suggestions.withdraw(work, guild, number, by, now=self._clock.now())
            await work.commit()
        note = "taken-withdrawn" if gone.is_new else "taken-already"
        await self._turn(press, guild, note=note, gone=gone.case if gone.is_new else None)

    async def restore(self, press: Press) -> None:
        """Ask a withdrawn item again, and show it."""
        await acknowledge(press)
        number = press.ids[0]
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            by = member_of(press.interaction)
            await suggestions.restore(work, guild, number, by, now=self._clock.now())
            await work.commit()
        await self._turn(press, guild, number, note="taken-restored")

    async def _turn(
        self,
        press: Press,
        guild: GuildId,
        number: int = FIRST,
        *,
        note: str,
        gone: Suggestion | None = None,
    ) -> None:
        screen = await self._screen(press, guild, number, note=press.say(note), gone=gone)
        await replies.turn(press.interaction, screen)

    async def _screen(
        self,
        press: Press,
        guild: GuildId,
        number: int,
        *,
        note: str = "",
        gone: Suggestion | None = None,
    ) -> Screen:
        async with self._storage.reading() as work:
            library = await library_of(work, self._library(), guild)
            page = await suggestions.taken(work, library, guild, number)
        people = [page.case.member] if page.case else []
        names = await names_of(press.interaction.guild, people, press.say)
        return taken_screen(page, names, press.say, note=note, gone=gone)
