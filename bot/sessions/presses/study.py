"""What the buttons of what to study next do: page, settle by a concept."""

from collections.abc import Callable

from bot.clock import Clock
from bot.content.library import Library
from bot.content.model import Concept
from bot.discord_ui import replies
from bot.discord_ui.cutting import sound
from bot.discord_ui.pressed import acknowledge, who
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.quiz import service as quiz
from bot.sessions import buttons, studying
from bot.sessions.refusals import StudyGone
from bot.sessions.show.study import studied_modal, study_screen
from bot.sessions.study import StudyCase, page_of
from bot.storage.work import Storage, Work


class StudyPresses:
    """Collects the cases anew each time: what is shown is what there is evidence for by now."""

    def __init__(self, storage: Storage, library: Callable[[], Library], clock: Clock) -> None:
        """Work on ``storage``."""
        self._storage = storage
        self._library = library
        self._clock = clock

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.STUDY, 1, self.show, MODERATOR),
            Route(buttons.STUDIED, 1, self.ask, MODERATOR),
            Route(buttons.STUDIED_SENT, 1, self.settle, MODERATOR),
        )

    async def show(self, press: Press) -> None:
        """Show a case; one that is settled by now gives way to the first."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            cases = await self._cases(work, guild)
            at = page_of(cases, press.ids[0]) or 0
            concept = await self._concept(work, guild, cases[at]) if cases else None
        await replies.turn(press.interaction, study_screen(cases, at, concept, press.say))

    async def ask(self, press: Press) -> None:
        """Open the form."""
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            cases = await self._cases(work, guild)
            at = page_of(cases, press.ids[0]) if press.ids[0] else None
            if at is None:
                raise StudyGone
            concept = await self._concept(work, guild, cases[at])
        await replies.ask(press.interaction, studied_modal(cases[at], concept, press.say))

    async def settle(self, press: Press) -> None:
        """Settle the case, and show the next."""
        guild, member = who(press)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            typed = sound(press.field(buttons.CONCEPT))
            _, answer = await studying.settle(
                work,
                self._library(),
                guild,
                press.ids[0],
                typed,
                member,
                now=self._clock.now(),
            )
            cases = await self._cases(work, guild)
            concept = await self._concept(work, guild, cases[0]) if cases else None
            await work.commit()
        told = press.say("study-settled", title=answer.title.into(press.say.language))
        await replies.turn(press.interaction, study_screen(cases, 0, concept, press.say, told))

    async def _cases(self, work: Work, guild: GuildId) -> tuple[StudyCase, ...]:
        return await studying.open_cases(work, self._library(), guild, self._clock.now())

    async def _concept(self, work: Work, guild: GuildId, case: StudyCase) -> Concept | None:
        if case.concept is None:
            return None
        library = await quiz.library_of(work, self._library(), guild)
        return library.concept(case.concept)
