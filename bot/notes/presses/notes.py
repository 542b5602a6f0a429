"""What the buttons and menus of published notes do."""

from bot.discord_ui import replies
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.notes import buttons, exporting, publishing, service
from bot.notes.presses.parts import chosen
from bot.notes.show import note as show
from bot.storage.work import Storage


class NotePresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage) -> None:
        """Work on ``storage``."""
        self._storage = storage

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.PICK_NOTE, 0, self.pick, MODERATOR),
            Route(buttons.SHOW, 2, self.turn, MODERATOR),
            Route(buttons.EXPORT, 1, self.export, MODERATOR),
            Route(buttons.WITHDRAW, 1, self.ask_withdraw, MODERATOR),
            Route(buttons.WITHDRAWN, 1, self.withdraw, MODERATOR),
        )

    async def pick(self, press: Press) -> None:
        """Show the note that was chosen."""
        await acknowledge(press)
        await self._show(press, chosen(press), 0)

    async def turn(self, press: Press) -> None:
        """Show a page of a note."""
        await acknowledge(press)
        await self._show(press, *press.ids)

    async def export(self, press: Press) -> None:
        """Attach the note as files."""
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            note = await service.one(work, guild, press.ids[0])
            items = await service.accepted_items(work, note)
        content = exporting.zipped(note, items)
        screen = show.export_screen(note, exporting.folder_of(note), content, press.say)
        await replies.answer(press.interaction, screen)

    async def ask_withdraw(self, press: Press) -> None:
        """Ask once before a note is taken down."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            note = await service.one(work, guild, press.ids[0])
        await replies.turn(press.interaction, show.withdraw_screen(note, press.say))

    async def withdraw(self, press: Press) -> None:
        """Take a note down."""
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            note = await publishing.withdraw(work, guild, press.ids[0])
            await work.commit()
        await replies.turn(press.interaction, show.withdrawn_screen(note, press.say))

    async def _show(self, press: Press, number: int, page: int) -> None:
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            note = await service.one(work, guild, number)
            items = len(await service.accepted_items(work, note))
        names = await names_of(press.interaction.guild, [note.member], press.say)
        await replies.turn(press.interaction, show.note_screen(note, items, page, names, press.say))
