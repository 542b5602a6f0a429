"""What the buttons, the menu and the form of teaching do; each checks anew who moderates."""

from collections.abc import Callable, Sequence

from bot.answers.asked import ConceptGone
from bot.answers.asking import Asking, finding_of
from bot.answers.model import Question
from bot.answers.notes import Edition
from bot.answers.suggestions import suggested
from bot.answers.teaching import buttons, service, waiting
from bot.answers.teaching.model import Case, MissedGone, NoSuchConcept
from bot.answers.teaching.show.cases import case_screen, taught_words, type_modal
from bot.answers.teaching.show.lessons import lessons_screen, undone_words
from bot.answers.teaching.show.wishes import stopped_screen, unwished_screen, wished_screen
from bot.clock import Clock
from bot.content.model import Concept
from bot.discord_ui import replies
from bot.discord_ui.faces import guild_of, member_of
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.storage.work import Storage

MAX_LIKELY = 24
# Of a concept's number, which fits a custom id.
MAX_DIGITS = 19


class TeachingPresses:
    """Asks the service, then shows, privately."""

    def __init__(
        self,
        storage: Storage,
        asking: Asking,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Teach about each server's own edition; ``wake`` tells the scheduler."""
        self._storage = storage
        self._overlays = asking.overlays
        self._editions = asking.editions
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.CASE, 1, self.open_case, MODERATOR),
            Route(buttons.TEACH, 1, self.teach, MODERATOR),
            Route(buttons.TYPE, 1, self.type_concept, MODERATOR),
            Route(buttons.TYPED, 1, self.teach_typed, MODERATOR),
            Route(buttons.OUTSIDE, 1, self.refuse, MODERATOR),
            Route(buttons.LESSONS, 1, self.show_lessons, MODERATOR),
            Route(buttons.UNDO, 1, self.undo, MODERATOR),
            Route(buttons.WISH, 1, self.wish),
            Route(buttons.UNWISH, 1, self.unwish),
            Route(buttons.STOP, 2, self.stop),
            # Of the list that stood here before there was anything to teach.
            Route(buttons.GAPS, 1, self.open_first, MODERATOR),
        )

    async def open_case(self, press: Press) -> None:
        """Turn to a case; one that was settled gives way to the first."""
        await acknowledge(press)
        await self._turn(press, press.ids[0])

    async def open_first(self, press: Press) -> None:
        """Show the first case."""
        await acknowledge(press)
        await self._turn(press, buttons.OLDEST)

    async def teach(self, press: Press) -> None:
        """Teach the chosen concept, then turn to the next case."""
        await acknowledge(press)
        chosen = press.values[0] if press.values else ""
        if not (chosen.isascii() and chosen.isdigit() and len(chosen) <= MAX_DIGITS):
            raise OldButton
        edition = await self._editions.of(guild_of(press.interaction))
        concept = edition.library.concept_by_number(int(chosen))
        if concept is None:
            raise ConceptGone
        await self._teach(press, concept)

    async def type_concept(self, press: Press) -> None:
        """Open the form in which a concept is typed."""
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            case = await service.case_of(work, guild, press.ids[0])
        await replies.ask(press.interaction, type_modal(case, press.say))

    async def teach_typed(self, press: Press) -> None:
        """Teach the typed concept."""
        await acknowledge(press)
        typed = press.field(buttons.NAME).strip()
        edition = await self._editions.of(guild_of(press.interaction))
        found = suggested(edition, typed, 1) if typed else ()
        if not found:
            raise NoSuchConcept(typed)
        await self._teach(press, found[0])

    async def refuse(self, press: Press) -> None:
        """Teach that our notes don't cover the case."""
        await acknowledge(press)
        await self._teach(press, None)

    async def show_lessons(self, press: Press) -> None:
        """Turn to a page of what was taught."""
        await acknowledge(press)
        await self._turn_to_lessons(press, press.ids[0])

    async def undo(self, press: Press) -> None:
        """Take a lesson back, and show the others."""
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            lesson, is_new = await service.undo(work, guild, press.ids[0], now=self._clock.now())
            await work.commit()
        note = undone_words(lesson, press.say, is_new=is_new)
        await self._turn_to_lessons(press, 0, note=note)

    async def wish(self, press: Press) -> None:
        """Keep that who asked wants to be told; pressed twice, it says so once more."""
        guild, member = guild_of(press.interaction), member_of(press.interaction)
        async with self._storage.work() as work:
            await waiting.wish(work, guild, member, press.ids[0], now=self._clock.now())
            await work.commit()
        await replies.answer(press.interaction, wished_screen(press.ids[0], press.say))

    async def unwish(self, press: Press) -> None:
        """Forget it."""
        guild, member = guild_of(press.interaction), member_of(press.interaction)
        async with self._storage.work() as work:
            await waiting.unwish(work, guild, member, press.ids[0])
            await work.commit()
        await replies.turn(press.interaction, unwished_screen(press.say))

    async def stop(self, press: Press) -> None:
        """Forget every wish of who presses in that server, from the message that answered one."""
        guild, member = GuildId(press.ids[1]), member_of(press.interaction)
        async with self._storage.work() as work:
            count = await waiting.stop(work, guild, member)
            await work.commit()
        await replies.answer(press.interaction, stopped_screen(count, press.say))

    async def _teach(self, press: Press, concept: Concept | None) -> None:
        edition = await self._editions.of(guild_of(press.interaction))
        try:
            async with self._storage.work() as work:
                guild = (await moderated(work, press.interaction)).guild
                lesson = await service.teach(
                    work,
                    edition,
                    guild,
                    press.ids[0],
                    concept.id if concept else None,
                    member_of(press.interaction),
                    now=self._clock.now(),
                )
                await work.commit()
        except MissedGone:
            # Pressed twice, or somebody was quicker: nothing to do, the next one waits.
            await self._turn(press, buttons.OLDEST, note=press.say("teach-settled-before"))
            return
        self._wake()
        note = taught_words(lesson, concept, press.say)
        await self._turn(press, buttons.OLDEST, note=note, undo=lesson.number)

    async def _turn(
        self, press: Press, question: int, *, note: str = "", undo: int | None = None
    ) -> None:
        edition = await self._editions.of(guild_of(press.interaction))
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            cases = await service.open_cases(work, guild)
        place = _place_of(cases, question)
        likely: Sequence[Concept] = ()
        now: Concept | None = None
        if cases:
            likely, now = await self._likely(edition, guild, cases[place])
        screen = case_screen(cases, place, likely, now, press.say, note=note, undo=undo)
        await replies.turn(press.interaction, screen)

    async def _likely(
        self, edition: Edition, guild: GuildId, case: Case
    ) -> tuple[Sequence[Concept], Concept | None]:
        """The concepts that a case may be about, best first, and the one that answers it by now."""
        async with self._storage.reading() as work:
            overlay = await self._overlays.of(work, guild, edition)
        newest = case.missed[0]
        found = await finding_of(edition, overlay, Question(newest.text, newest.previous))
        names = [*(ranked.concept for ranked in found.ranked), *found.near]
        library = edition.library
        ranked = [concept for name in names if (concept := library.concept(name))]
        rest = [concept for concept in library.concepts if concept not in ranked]
        wrong = set(case.wrongly_answered_with)
        likely = [each for each in (*ranked, *rest) if each.id not in wrong][:MAX_LIKELY]
        now = None if found.concept in wrong else library.concept(found.concept or "")
        return likely, now

    async def _turn_to_lessons(self, press: Press, page: int, *, note: str = "") -> None:
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            lessons = await service.taught(work, guild)
        names = await names_of(
            press.interaction.guild, list({lesson.by for lesson in lessons}), press.say
        )
        library = (await self._editions.of(guild_of(press.interaction))).library
        screen = lessons_screen(lessons, page, library, names, press.say, note=note)
        await replies.turn(press.interaction, screen)


def _place_of(cases: Sequence[Case], question: int) -> int:
    for place, case in enumerate(cases):
        if any(each.number == question for each in case.missed):
            return place
    return 0
