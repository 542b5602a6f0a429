"""What moderators do with cases: look at one, accept, decline, change it first."""

from collections.abc import Callable

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.faces import member_of
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge, kind_of
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId, MemberId
from bot.quiz.desk import appeals, buttons, inbox, suggestions
from bot.quiz.desk.forms import draft_in
from bot.quiz.desk.model import Appeal, Case, CaseKind, Page, Suggestion
from bot.quiz.desk.show.inbox import (
    alias_modal,
    decided_words,
    done_words,
    inbox_screen,
)
from bot.quiz.desk.show.suggestion import suggestion_modal
from bot.quiz.report import reports
from bot.quiz.service import library_of
from bot.quiz.show.statistics import statistics_screen
from bot.storage.work import Storage, Work


class CasePresses:
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
            Route(buttons.OPEN_CASE, 2, self.open_case, MODERATOR),
            Route(buttons.ACCEPT, 2, self.accept, MODERATOR),
            Route(buttons.DECLINE, 2, self.decline, MODERATOR),
            Route(buttons.EDIT, 2, self.edit, MODERATOR),
            Route(buttons.EDITED, 2, self.take_edit, MODERATOR),
            Route(buttons.STATS, 1, self.show_stats, MODERATOR),
        )

    async def open_case(self, press: Press) -> None:
        """Turn to a case."""
        await acknowledge(press)
        kind, number = kind_of(CaseKind, press.ids[0]), press.ids[1]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            library = await library_of(work, self._library(), guild)
            page = await inbox.page(work, library, guild, kind, number)
        await self._turn(press, page)

    async def accept(self, press: Press) -> None:
        """Accept the case, then turn to the next."""
        kind, number = kind_of(CaseKind, press.ids[0]), press.ids[1]
        await acknowledge(press)
        members, now = 0, self._clock.now()
        async with self._storage.work() as work:
            guild, by = await _moderator(work, press)
            case: Case
            if kind is CaseKind.APPEAL:
                judged = await appeals.accept(work, guild, number, by, now=now)
                case, is_new, members = judged.case, judged.is_new, judged.members
            else:
                library = await library_of(work, self._library(), guild)
                weighed = await suggestions.accept(work, library, guild, number, by, now=now)
                case, is_new = weighed.case, weighed.is_new
            await work.commit()
        self._wake()
        await self._decided(press, guild, case, members, is_new=is_new)

    async def decline(self, press: Press) -> None:
        """Decline the case, then turn to the next."""
        kind, number = kind_of(CaseKind, press.ids[0]), press.ids[1]
        await acknowledge(press)
        async with self._storage.work() as work:
            guild, by = await _moderator(work, press)
            decline = appeals.decline if kind is CaseKind.APPEAL else suggestions.decline
            done = await decline(work, guild, number, by, now=self._clock.now())
            await work.commit()
        await self._decided(press, guild, done.case, 0, is_new=done.is_new)

    async def edit(self, press: Press) -> None:
        """Open the form that changes the case."""
        kind, number = kind_of(CaseKind, press.ids[0]), press.ids[1]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            case = await inbox.one(work, guild, kind, number)
            library = await library_of(work, self._library(), guild)
        if case.decision is not None:
            await acknowledge(press)
            await self._decided(press, guild, case, 0, is_new=False)
        elif isinstance(case, Appeal):
            await replies.ask(press.interaction, alias_modal(case, press.say))
        else:
            concept = library.concept(case.draft.concept)
            title = concept.title.into(press.say.language) if concept else case.draft.concept
            sent = buttons.edited(kind, number)
            modal = suggestion_modal(case.draft.kind, sent, title, press.say, case.draft)
            await replies.ask(press.interaction, modal)

    async def take_edit(self, press: Press) -> None:
        """Change the case, and show it again."""
        kind, number = kind_of(CaseKind, press.ids[0]), press.ids[1]
        await acknowledge(press)
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
            library = await library_of(work, self._library(), guild)
            page = await inbox.page(work, library, guild, kind, number)
        await self._turn(press, page, note=press.say("inbox-edited"))

    async def show_stats(self, press: Press) -> None:
        """Turn to a page of how the items went."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
        found = await reports(self._storage, guild)
        await replies.turn(press.interaction, statistics_screen(found, press.ids[0], press.say))

    async def _decided(
        self, press: Press, guild: GuildId, case: Case, members: int, *, is_new: bool
    ) -> None:
        async with self._storage.reading() as work:
            library = await library_of(work, self._library(), guild)
            page = await inbox.page(work, library, guild, case.kind)
        if is_new:
            await self._turn(press, page, note=done_words(case, members, press.say))
            return
        by = case.decision.by if case.decision else MemberId(0)
        names = await names_of(press.interaction.guild, [by], press.say)
        await self._turn(press, page, note=decided_words(case, names.get(by, ""), press.say))

    async def _turn(self, press: Press, page: Page, *, note: str = "") -> None:
        names = await names_of(press.interaction.guild, _people(page), press.say)
        await replies.turn(press.interaction, inbox_screen(page, names, press.say, note=note))


async def _moderator(work: Work, press: Press) -> tuple[GuildId, MemberId]:
    settings = await moderated(work, press.interaction)
    return settings.guild, member_of(press.interaction)


def _people(page: Page) -> list[MemberId]:
    """Return whom the page names: who suggests an item, never who appeals."""
    return [page.case.member] if isinstance(page.case, Suggestion) else []
