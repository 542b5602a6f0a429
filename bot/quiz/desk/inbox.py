"""The desk's sections of the inbox: appeals and suggested items, a case a page."""

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Library
from bot.ids import GuildId
from bot.inbox.model import Waiting
from bot.quiz.desk import appeals as appeal_service
from bot.quiz.desk import buttons
from bot.quiz.desk import suggestions as suggestion_service
from bot.quiz.desk.model import Appeal, Case, CaseKind, Page
from bot.quiz.desk.store import appeals, suggestions
from bot.quiz.store import asked
from bot.storage.work import Work

# Enough for any moderator's evening; what is older comes first.
MAX_CASES = 200
OLDEST = 0


class AppealsSection:
    """Answers that members hold to be right."""

    name = "appeals"

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how many appeals are open."""
        return await appeals.how_many(work, guild)

    def opens(self) -> str:
        """Return the press that shows the oldest."""
        return buttons.open_case(CaseKind.APPEAL, OLDEST)


class SuggestionsSection:
    """Items that members suggest."""

    name = "suggestions"

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how many suggestions are open."""
        return await suggestions.how_many(work, guild)

    def opens(self) -> str:
        """Return the press that shows the oldest."""
        return buttons.open_case(CaseKind.SUGGESTION, OLDEST)


async def page(
    work: Work, library: Library, guild: GuildId, kind: CaseKind, number: int = OLDEST
) -> Page:
    """Return the page of one case; number 0 or a case that was decided: of the oldest open one.

    Raises:
        CaseGone: there is no such case in this server.
    """
    waiting = await _waiting(work, guild, kind)
    if waiting and number != OLDEST:
        await one(work, guild, kind, number)
    return await _told(work, library, guild, Page.of(waiting, number))


async def one(work: Work, guild: GuildId, kind: CaseKind, number: int) -> Case:
    """Return a case, open or decided.

    Raises:
        CaseGone: there is no such case in this server.
    """
    if kind is CaseKind.APPEAL:
        return await appeal_service.one(work, guild, number)
    return await suggestion_service.one(work, guild, number)


async def _waiting(work: Work, guild: GuildId, kind: CaseKind) -> Sequence[Case]:
    if kind is CaseKind.APPEAL:
        return await appeals.waiting(work, guild, MAX_CASES)
    return await suggestions.waiting(work, guild, MAX_CASES)


async def _told(work: Work, library: Library, guild: GuildId, page: Page) -> Page:
    case = page.case
    if isinstance(case, Appeal):
        item = (await asked.some(work, guild, [case.asked])).get(case.asked)
        if item is None:
            return page
        return replace(page, stem=item.snapshot.stem, key=item.snapshot.key)
    concept = library.concept(case.draft.concept) if case else None
    return replace(page, concept=concept.title if concept else None)
