"""What the buttons and forms of appeals, suggestions, the inbox and the statistics do."""

from collections.abc import Callable

from bot.answers import service as questions
from bot.answers.asked import ConceptGone
from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.faces import guild_of, member_of
from bot.discord_ui.people import names_of
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import Press, Route
from bot.ids import GuildId, MemberId
from bot.posts.announce.power import moderated
from bot.quiz.desk import appeals, buttons, inbox, suggestions
from bot.quiz.desk.forms import draft_in
from bot.quiz.desk.model import Appeal, Case, CaseKind, DraftKind, Page, Suggestion
from bot.quiz.desk.show.appeal import appeal_modal, appeal_screen
from bot.quiz.desk.show.inbox import (
    alias_modal,
    decided_words,
    done_words,
    gaps_screen,
    inbox_screen,
)
from bot.quiz.desk.show.suggestion import suggested_screen, suggestion_modal
from bot.quiz.report import reports
from bot.quiz.show.statistics import statistics_screen
from bot.storage.work import Storage, Work


class DeskPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage`` and the present ``library``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._library = library
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.APPEAL, 1, self.appeal),
            Route(buttons.APPEALED, 1, self.take_appeal),
            Route(buttons.SUGGESTED, 2, self.take_suggestion),
            Route(buttons.OPEN_CASE, 2, self.open_case),
            Route(buttons.ACCEPT, 2, self.accept),
            Route(buttons.DECLINE, 2, self.decline),
            Route(buttons.EDIT, 2, self.edit),
            Route(buttons.EDITED, 2, self.take_edit),
            Route(buttons.GAPS, 1, self.show_gaps),
            Route(buttons.STATS, 1, self.show_stats),
        )

    async def appeal(self, press: Press) -> None:
        """Open the form for an appeal; who sent one sees how it stands."""
        guild, member = guild_of(press.interaction), member_of(press.interaction)
        async with self._storage.reading() as work:
            answered, sent = await appeals.appeal_of(work, guild, press.ids[0], member)
        if sent is not None:
            await replies.answer(press.interaction, appeal_screen(sent, press.say))
            return
        given = str(answered.answer.given)
        await replies.ask(press.interaction, appeal_modal(press.ids[0], given, press.say))

    async def take_appeal(self, press: Press) -> None:
        """Bring the answer before the moderators."""
        guild, member = guild_of(press.interaction), member_of(press.interaction)
        sentence = press.field(buttons.SENTENCE)
        async with self._storage.work() as work:
            sent = await appeals.send(
                work, guild, press.ids[0], member, sentence, now=self._clock.now()
            )
            await work.commit()
        await replies.answer(press.interaction, appeal_screen(sent, press.say))

    async def take_suggestion(self, press: Press) -> None:
        """Bring an item before the moderators."""
        kind = _draft_kind(press.ids[0])
        concept = self._library().concept_by_number(press.ids[1])
        if concept is None:
            raise ConceptGone
        draft = draft_in(press.fields or {}, kind, concept.id)
        guild, member = guild_of(press.interaction), member_of(press.interaction)
        async with self._storage.work() as work:
            await suggestions.send(work, guild, member, draft, now=self._clock.now())
            await work.commit()
        await replies.answer(press.interaction, suggested_screen(draft, press.say))

    async def open_case(self, press: Press) -> None:
        """Turn to a case."""
        await _acknowledge(press)
        kind, number = _case_kind(press.ids[0]), press.ids[1]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            page = await inbox.page(work, self._library(), guild, kind, number)
        await self._turn(press, page)

    async def accept(self, press: Press) -> None:
        """Accept the case, then turn to the next."""
        kind, number = _case_kind(press.ids[0]), press.ids[1]
        await _acknowledge(press)
        members, now = 0, self._clock.now()
        async with self._storage.work() as work:
            guild, by = await _moderator(work, press)
            case: Case
            if kind is CaseKind.APPEAL:
                judged = await appeals.accept(work, guild, number, by, now=now)
                case, is_new, members = judged.case, judged.is_new, judged.members
            else:
                library = self._library()
                weighed = await suggestions.accept(work, library, guild, number, by, now=now)
                case, is_new = weighed.case, weighed.is_new
            await work.commit()
        self._wake()
        await self._decided(press, guild, case, members, is_new=is_new)

    async def decline(self, press: Press) -> None:
        """Decline the case, then turn to the next."""
        kind, number = _case_kind(press.ids[0]), press.ids[1]
        await _acknowledge(press)
        async with self._storage.work() as work:
            guild, by = await _moderator(work, press)
            decline = appeals.decline if kind is CaseKind.APPEAL else suggestions.decline
            done = await decline(work, guild, number, by, now=self._clock.now())
            await work.commit()
        await self._decided(press, guild, done.case, 0, is_new=done.is_new)

    async def edit(self, press: Press) -> None:
        """Open the form that changes the case."""
        kind, number = _case_kind(press.ids[0]), press.ids[1]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            case = await inbox.one(work, guild, kind, number)
        if case.decision is not None:
            await _acknowledge(press)
            await self._decided(press, guild, case, 0, is_new=False)
        elif isinstance(case, Appeal):
            await replies.ask(press.interaction, alias_modal(case, press.say))
        else:
            concept = self._library().concept(case.draft.concept)
            title = concept.title.into(press.say.language) if concept else case.draft.concept
            sent = buttons.edited(kind, number)
            modal = suggestion_modal(case.draft.kind, sent, title, press.say, case.draft)
            await replies.ask(press.interaction, modal)

    async def take_edit(self, press: Press) -> None:
        """Change the case, and show it again."""
        kind, number = _case_kind(press.ids[0]), press.ids[1]
        await _acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            before = await inbox.one(work, guild, kind, number)
            case: Case
            if isinstance(before, Suggestion):
                draft = draft_in(press.fields or {}, before.draft.kind, before.draft.concept)
                weighed = await suggestions.rewrite(work, guild, number, draft)
                case, is_new = weighed.case, weighed.is_new
            else:
                alias = press.field(buttons.ALIAS)
                judged = await appeals.rename(work, guild, number, alias)
                case, is_new = judged.case, judged.is_new
            await work.commit()
        if not is_new:
            await self._decided(press, guild, case, 0, is_new=False)
            return
        async with self._storage.reading() as work:
            page = await inbox.page(work, self._library(), guild, kind, number)
        await self._turn(press, page, note=press.say("inbox-edited"))

    async def show_gaps(self, press: Press) -> None:
        """Show the questions that the notes could not answer."""
        await _acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            gaps = await questions.gaps(work, guild)
        await replies.turn(press.interaction, gaps_screen(gaps, press.ids[0], press.say))

    async def show_stats(self, press: Press) -> None:
        """Turn to a page of how the items went."""
        await _acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
        found = await reports(self._storage, guild)
        await replies.turn(press.interaction, statistics_screen(found, press.ids[0], press.say))

    async def _decided(
        self, press: Press, guild: GuildId, case: Case, members: int, *, is_new: bool
    ) -> None:
        async with self._storage.reading() as work:
            page = await inbox.page(work, self._library(), guild, case.kind)
        if is_new:
            await self._turn(press, page, note=done_words(case, members, press.say))
            return
        by = case.decision.by if case.decision else MemberId(0)
        names = await names_of(press.interaction.guild, [by], press.say)
        await self._turn(press, page, note=decided_words(case, names.get(by, ""), press.say))

    async def _turn(self, press: Press, page: Page, *, note: str = "") -> None:
        names = await names_of(press.interaction.guild, _people(page), press.say)
        await replies.turn(press.interaction, inbox_screen(page, names, press.say, note=note))


async def _acknowledge(press: Press) -> None:
    """Take the press; what it shows comes in place of the private message that was pressed.

    Raises:
        OldButton: the message is public, where these buttons never stand.
    """
    message = press.interaction.message
    if message is None or not message.flags.ephemeral:
        raise OldButton
    await press.interaction.response.defer()


async def _moderator(work: Work, press: Press) -> tuple[GuildId, MemberId]:
    settings = await moderated(work, press.interaction)
    return settings.guild, member_of(press.interaction)


def _people(page: Page) -> list[MemberId]:
    """Return whom the page names: who suggests an item, never who appeals."""
    return [page.case.member] if isinstance(page.case, Suggestion) else []


def _case_kind(number: int) -> CaseKind:
    if number > max(CaseKind):
        raise OldButton
    return CaseKind(number)


def _draft_kind(number: int) -> DraftKind:
    if number > max(DraftKind):
        raise OldButton
    return DraftKind(number)
