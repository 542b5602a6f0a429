"""What the buttons of a draft as a whole do."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.faces import member_of
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.notes import buttons, changing, publishing, uploading
from bot.notes.show import draft as show
from bot.storage.work import Storage

AfterPublish = Callable[[GuildId], Awaitable[object]]


class DraftPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage, clock: Clock, after_publish: AfterPublish) -> None:
        """Work on ``storage``; ``after_publish`` looks at what somebody in the server waits for."""
        self._storage = storage
        self._clock = clock
        self._after_publish = after_publish

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.DRAFT, 2, self.turn, MODERATOR),
            Route(buttons.REMARKS, 2, self.remarks, MODERATOR),
            Route(buttons.TITLE, 1, self.title, MODERATOR),
            Route(buttons.TITLED, 1, self.take_title, MODERATOR),
            Route(buttons.PUBLISH, 1, self.publish, MODERATOR),
            Route(buttons.DISCARD, 1, self.discard, MODERATOR),
        )

    async def turn(self, press: Press) -> None:
        """Show a page of the draft."""
        await acknowledge(press)
        number, page = press.ids
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await uploading.open_draft(work, guild, number)
            difference = await uploading.difference_of(work, draft)
        screen = show.draft_screen(draft, page, press.say, difference=difference)
        await replies.turn(press.interaction, screen)

    async def remarks(self, press: Press) -> None:
        """Show everything to look at."""
        await acknowledge(press)
        number, page = press.ids
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await uploading.open_draft(work, guild, number)
        await replies.turn(press.interaction, show.remarks_screen(draft, page, press.say))

    async def title(self, press: Press) -> None:
        """Open the form for the note's title."""
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await uploading.open_draft(work, guild, press.ids[0])
        await replies.ask(press.interaction, show.title_modal(draft, press.say))

    async def take_title(self, press: Press) -> None:
        """Give the note another title."""
        await acknowledge(press)
        typed = press.field(buttons.KO)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await uploading.change(
                work, guild, press.ids[0], lambda sheet: changing.renamed_note(sheet, typed)
            )
            difference = await uploading.difference_of(work, draft)
            await work.commit()
        screen = show.draft_screen(
            draft, 0, press.say, note=press.say("note-changed"), difference=difference
        )
        await replies.turn(press.interaction, screen)

    async def publish(self, press: Press) -> None:
        """Publish the draft to this server."""
        await acknowledge(press)
        number = press.ids[0]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            sheet = (await uploading.draft_of(work, guild, number)).sheet
        # Items are drafted before anything is locked: a long note takes a moment.
        prepared = await asyncio.to_thread(publishing.Prepared.of, sheet)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            by = member_of(press.interaction)
            done = await publishing.publish(
                work, guild, number, by, prepared, now=self._clock.now()
            )
            await work.commit()
        sheet = done.note.sheet
        screen = show.published_screen(
            sheet.title, len(sheet.entries), done.items, press.say, is_new=done.is_new
        )
        await replies.turn(press.interaction, screen)
        if done.is_new:
            await self._after_publish(guild)

    async def discard(self, press: Press) -> None:
        """Throw the draft away."""
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await uploading.drop(work, guild, press.ids[0])
            await work.commit()
        await replies.turn(press.interaction, show.discarded_screen(draft, press.say))
