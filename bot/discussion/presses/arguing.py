"""What the buttons of an argument do: read and mark reasons, ask, answer."""

from collections.abc import Awaitable, Callable, Iterable

from bot.answers.model import Question
from bot.answers.notes import Edition
from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.cutting import sound
from bot.discord_ui.faces import actor_of, guild_of
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge, kind_of
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.discord_ui.screens import Screen
from bot.discussion import arguing, buttons, service
from bot.discussion.model import Discussion, Mark, Mine, OpenQuestion, Phase, Voter
from bot.discussion.phases import require_phase
from bot.discussion.presses.pressing import person
from bot.discussion.reasons import Marks, in_turn, marks_of, strongest_against
from bot.discussion.refusals import ReasonGone, StillHidden, VoteFirst
from bot.discussion.show.parts import Names
from bot.discussion.show.questions import (
    answer_modal,
    ask_modal,
    asked_screen,
    questions_screen,
)
from bot.discussion.show.reasons import ON_A_PAGE, against_screen, page_of, reasons_page_screen
from bot.discussion.voters import KeyDestroyed
from bot.discussion.voting import require_person
from bot.guilds import service as guilds
from bot.guilds.power import moderated
from bot.ids import GuildId, MemberId
from bot.posts.adopting import Adopting
from bot.quiz.counting import LiveCounts
from bot.quiz.desk.model import UnknownConcept
from bot.quiz.desk.suggestions import concept_named
from bot.storage.work import Storage, Work

# Returns what questions in a server are answered from.
EditionOf = Callable[[GuildId | None], Awaitable[Edition]]


class ArguePresses:
    """Asks the service, then shows, privately."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        adopting: Adopting,
        fresh_reasons: LiveCounts,
        edition_of: EditionOf,
    ) -> None:
        """Work on ``storage``; what shows the reasons is told of each change."""
        self._storage = storage
        self._clock = clock
        self._adopting = adopting
        self._fresh_reasons = fresh_reasons
        self._edition_of = edition_of

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.REASONS, 2, self.show_reasons),
            Route(buttons.TURN, 2, self.turn_page),
            Route(buttons.MARK, 4, self.mark),
            Route(buttons.HIDE, 3, self.hide, MODERATOR),
            Route(buttons.UNHIDE, 3, self.unhide, MODERATOR),
            Route(buttons.AGAINST, 2, self.show_against),
            Route(buttons.ASK, 1, self.ask),
            Route(buttons.ASKED, 1, self.take_question),
            Route(buttons.QUESTIONS, 1, self.show_questions),
            Route(buttons.QUESTION, 2, self.turn_questions),
            Route(buttons.ANSWER, 2, self.answer),
            Route(buttons.ANSWERED, 2, self.take_answer),
        )

    async def show_reasons(self, press: Press) -> None:
        """Open every reason, in a message of its own."""
        post, number = press.ids
        # Names come over the gateway, which may take longer than Discord waits for an answer.
        await press.interaction.response.defer(ephemeral=True, thinking=True)
        await self._adopting.adopt(press, post, number)
        await replies.answer(press.interaction, await self._page(press, number, 0))

    async def turn_page(self, press: Press) -> None:
        """Turn to a page of the reasons."""
        await acknowledge(press)
        await replies.turn(press.interaction, await self._page(press, *press.ids))

    async def mark(self, press: Press) -> None:
        """Keep what the member thinks of a reason, and show its page as it is by now."""
        number, reason, said, page = press.ids
        thought = kind_of(Mark, said)
        await acknowledge(press)
        guild, who, now = guild_of(press.interaction), person(press), self._clock.now()
        async with self._storage.work() as work:
            await arguing.mark(work, guild, number, reason, who, thought, now=now)
            await work.commit()
        self._fresh_reasons.touched(guild, number)
        note = press.say("discuss-marked")
        await replies.turn(press.interaction, await self._page(press, number, page, note=note))

    async def hide(self, press: Press) -> None:
        """Take a reason from everybody's sight: a moderator's decision."""
        await self._hide(press, hidden=True)

    async def unhide(self, press: Press) -> None:
        """Bring back a reason that was taken from sight: a moderator's decision."""
        await self._hide(press, hidden=False)

    async def _hide(self, press: Press, *, hidden: bool) -> None:
        number, reason, page = press.ids
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            await arguing.hide_reason(work, guild, number, reason, hidden=hidden)
            await work.commit()
        self._fresh_reasons.touched(guild, number)
        note = press.say("discuss-hidden" if hidden else "discuss-unhidden")
        hid = reason if hidden else None
        screen = await self._page(press, number, page, note=note, hid=hid)
        await replies.turn(press.interaction, screen)

    async def show_against(self, press: Press) -> None:
        """Show the strongest reason against the member's own stance."""
        post, number = press.ids
        await press.interaction.response.defer(ephemeral=True, thinking=True)
        await self._adopting.adopt(press, post, number)
        guild, who = guild_of(press.interaction), person(press)
        async with self._storage.reading() as work:
            found = await service.discussion(work, guild, number)
            require_phase(found, None)
            told = await service.material(work, guild, number)
            mine = await service.mine(work, guild, number, who)
        held = mine.second or mine.first
        if not held:
            raise VoteFirst
        reason = strongest_against(held, told.reasons, told.markings, told.votes, mine.voter)
        marks = marks_of(told.markings).get(reason.id, Marks()) if reason else Marks()
        names = await self._names(press, found, [reason.voter] if reason else [])
        screen = against_screen(found, reason, marks, press.say, names)
        await replies.answer(press.interaction, screen)

    async def ask(self, press: Press) -> None:
        """Open the form for a question."""
        guild, who = guild_of(press.interaction), person(press)
        async with self._storage.reading() as work:
            require_person(who, self._clock.now())
            found = await service.discussion(work, guild, press.ids[0])
            require_phase(found, None)
        await replies.ask(press.interaction, ask_modal(found, press.say))

    async def take_question(self, press: Press) -> None:
        """Keep the question."""
        number = press.ids[0]
        guild, who, now = guild_of(press.interaction), person(press), self._clock.now()
        text = sound(press.field(buttons.TEXT))
        async with self._storage.work() as work:
            question = await arguing.ask_question(work, guild, number, who, text, now=now)
            await work.commit()
        self._fresh_reasons.touched(guild, number)
        await replies.answer(press.interaction, asked_screen(question, press.say))

    async def show_questions(self, press: Press) -> None:
        """Open the questions, in a message of their own."""
        await press.interaction.response.defer(ephemeral=True, thinking=True)
        await replies.answer(press.interaction, await self._questions(press, press.ids[0], 0))

    async def turn_questions(self, press: Press) -> None:
        """Turn to a page of the questions."""
        await acknowledge(press)
        await replies.turn(press.interaction, await self._questions(press, *press.ids))

    async def answer(self, press: Press) -> None:
        """Open the form for an answer; one that came first is shown instead."""
        number, wanted = press.ids
        guild, who = guild_of(press.interaction), person(press)
        async with self._storage.reading() as work:
            require_person(who, self._clock.now())
            found = await service.discussion(work, guild, number)
            require_phase(found, None)
            question = await _question(work, guild, found, wanted)
        if question.is_open:
            await replies.ask(press.interaction, answer_modal(found, question, press.say))
            return
        await acknowledge(press)
        note = press.say("discuss-answered-before")
        await replies.turn(press.interaction, await self._questions(press, number, 0, note=note))

    async def take_answer(self, press: Press) -> None:
        """Keep the answer: a concept, words, or both."""
        number, wanted = press.ids
        await acknowledge(press)
        guild, who, now = guild_of(press.interaction), person(press), self._clock.now()
        typed = sound(press.field(buttons.CONCEPT)).strip()
        concept = await self._concept(guild, typed) if typed else None
        text = sound(press.field(buttons.ANSWER_TEXT))
        async with self._storage.work() as work:
            before = await service.discussion(work, guild, number)
            was_open = (await _question(work, guild, before, wanted)).is_open
            await arguing.answer_question(
                work, guild, number, wanted, who, now=now, text=text, concept=concept
            )
            await work.commit()
        self._fresh_reasons.touched(guild, number)
        note = press.say("discuss-answered" if was_open else "discuss-answered-before")
        await replies.turn(press.interaction, await self._questions(press, number, 0, note=note))

    async def _page(
        self, press: Press, number: int, page: int, *, note: str = "", hid: int | None = None
    ) -> Screen:
        guild, who = guild_of(press.interaction), person(press)
        actor = actor_of(press.interaction)
        mine: Mine | None = None
        async with self._storage.reading() as work:
            found = await service.discussion(work, guild, number)
            told = await service.material(work, guild, number)
            settings = await guilds.settings(work, guild)
            try:
                mine = await service.mine(work, guild, number, who)
            except KeyDestroyed:
                mine = None
        ordered = in_turn(told.reasons, told.markings)
        page, _ = page_of(page, len(ordered))
        shown = [each.voter for each in ordered[page * ON_A_PAGE :][:ON_A_PAGE]]
        return reasons_page_screen(
            found,
            ordered,
            marks_of(told.markings),
            mine,
            page,
            press.say,
            names=await self._names(press, found, shown),
            moderates=settings.is_moderated_by(
                manages_server=actor.manages_server, roles=actor.roles
            ),
            note=note,
            hid=hid,
        )

    async def _questions(self, press: Press, number: int, page: int, *, note: str = "") -> Screen:
        guild = guild_of(press.interaction)
        async with self._storage.reading() as work:
            found = await service.discussion(work, guild, number)
            questions = (await service.material(work, guild, number)).questions
        library = (await self._edition_of(guild)).library
        titles = {
            each.concept: title.title
            for each in questions
            if each.concept and (title := library.concept(each.concept))
        }
        people = [who for each in questions for who in (each.voter, each.answered_by) if who]
        names = await self._names(press, found, people)
        return questions_screen(found, questions, page, titles, press.say, names=names, note=note)

    async def _names(self, press: Press, discussion: Discussion, voters: Iterable[Voter]) -> Names:
        """Return the nicknames of ``voters``; of an anonymous discussion none, whoever asks."""
        if discussion.anonymous:
            return {}
        members = {MemberId(int(voter)) for voter in voters if voter.isdecimal()}
        found = await names_of(press.interaction.guild, members, press.say)
        return {Voter(str(member)): name for member, name in found.items()}

    async def _concept(self, guild: GuildId, typed: str) -> str:
        """Return the id of the concept that is called ``typed``, else of the one it asks about.

        Raises:
            UnknownConcept: there is none.
        """
        edition = await self._edition_of(guild)
        try:
            return concept_named(edition.library, typed)
        except UnknownConcept:
            found = await edition.found(Question(typed))
            if found.concept is None:
                raise
            return found.concept


async def _question(
    work: Work, guild: GuildId, discussion: Discussion, number: int
) -> OpenQuestion:
    if discussion.phase is Phase.FIRST_VOTE:
        raise StillHidden
    questions = (await service.material(work, guild, discussion.id)).questions
    for each in questions:
        if each.id == number:
            return each
    raise ReasonGone
