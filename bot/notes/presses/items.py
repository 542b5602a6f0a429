"""What the buttons and forms of drafted items in the inbox do."""

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.faces import member_of
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.notes import approving, buttons
from bot.notes.forms import written
from bot.notes.model import ItemState
from bot.notes.show import item as show
from bot.storage.work import Storage


class ItemPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Work on ``storage``."""
        self._storage = storage
        self._clock = clock

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.ITEM, 1, self.turn, MODERATOR),
            Route(buttons.ACCEPT, 1, self.accept, MODERATOR),
            Route(buttons.DECLINE, 1, self.decline, MODERATOR),
            Route(buttons.EDIT, 1, self.edit, MODERATOR),
            Route(buttons.EDITED, 1, self.take_edit, MODERATOR),
        )

    async def turn(self, press: Press) -> None:
        """Show an item that waits."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
        await self._show(press, guild, press.ids[0], "")

    async def accept(self, press: Press) -> None:
        """Let the server be asked the item, then turn to the next."""
        await self._decide(press, approving.accept)

    async def decline(self, press: Press) -> None:
        """Leave the item out, then turn to the next."""
        await self._decide(press, approving.decline)

    async def edit(self, press: Press) -> None:
        """Open the form that changes an item."""
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            own = await approving.one(work, guild, press.ids[0])
        if own.state is not ItemState.OPEN and not own.is_aside:
            await acknowledge(press)
            words = show.decided_words(own, press.say, is_new=False)
            await self._show(press, guild, approving.OLDEST, words)
            return
        await replies.ask(press.interaction, show.item_modal(own, press.say))

    async def take_edit(self, press: Press) -> None:
        """Change an item, and show it again."""
        await acknowledge(press)
        number = press.ids[0]
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            before = await approving.one(work, guild, number)
            item = written(before.drafted.item, press.fields or {})
            done = await approving.rewrite(work, guild, number, item)
            await work.commit()
        if done.is_new:
            words = press.say("inbox-edited")
        else:
            words = show.decided_words(done.item, press.say, is_new=False)
        await self._show(press, guild, number, words)

    async def _decide(self, press: Press, decide: approving.Deciding) -> None:
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            done = await decide(
                work, guild, press.ids[0], member_of(press.interaction), now=self._clock.now()
            )
            await work.commit()
        words = show.decided_words(done.item, press.say, is_new=done.is_new)
        await self._show(press, guild, approving.OLDEST, words)

    async def _show(self, press: Press, guild: GuildId, number: int, words: str) -> None:
        async with self._storage.reading() as work:
            case = await approving.case(work, guild, number)
        await replies.turn(press.interaction, show.item_screen(case, press.say, note=words))
