"""What waits for a server's moderators, a case a page."""

from dataclasses import replace

from bot.answers import service as questions
from bot.content.library import Library
from bot.ids import GuildId
from bot.quiz.desk import appeals as appeal_service
from bot.quiz.desk import suggestions as suggestion_service
from bot.quiz.desk.model import Appeal, Case, CaseKind, CaseState, Page
from bot.quiz.desk.store import appeals, suggestions
from bot.quiz.store import asked
from bot.storage.work import Work

# Enough for any moderator's evening; what is older comes first.
MAX_CASES = 200
OLDEST = 0


async def page(
    work: Work, library: Library, guild: GuildId, kind: CaseKind, number: int = OLDEST
) -> Page:
    """Return the page of one case; number 0 or a case that was decided: of the oldest open one.

    Raises:
        CaseGone: there is no such case in this server.
    """
    waiting: list[Case] = [
        *await appeals.waiting(work, guild, MAX_CASES),
        *await suggestions.waiting(work, guild, MAX_CASES),
    ]
    waiting.sort(key=lambda case: (case.sent_at, case.kind, case.number))
    gaps = len(await questions.gaps(work, guild))
    if not waiting:
        return Page(None, gaps=gaps)
    at = 0
    if number != OLDEST and (await one(work, guild, kind, number)).state is CaseState.OPEN:
        found = (i for i, c in enumerate(waiting) if (c.kind, c.number) == (kind, number))
        at = next(found, 0)
    case = waiting[at]
    before = waiting[at - 1] if at > 0 else None
    after = waiting[at + 1] if at + 1 < len(waiting) else None
    there = Page(case, at + 1, len(waiting), gaps, before=before, after=after)
    return await _told(work, library, guild, there)


async def one(work: Work, guild: GuildId, kind: CaseKind, number: int) -> Case:
    """Return a case, open or decided.

    Raises:
        CaseGone: there is no such case in this server.
    """
    if kind is CaseKind.APPEAL:
        return await appeal_service.one(work, guild, number)
    return await suggestion_service.one(work, guild, number)


async def _told(work: Work, library: Library, guild: GuildId, page: Page) -> Page:
    case = page.case
    if isinstance(case, Appeal):
        item = (await asked.some(work, guild, [case.asked])).get(case.asked)
        if item is None:
            return page
        return replace(page, stem=item.snapshot.stem, key=item.snapshot.key)
    concept = library.concept(case.draft.concept) if case else None
    return replace(page, concept=concept.title if concept else None)
