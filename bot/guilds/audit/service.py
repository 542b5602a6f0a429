"""Keeping what moderators did, and reading it page by page."""

from bot.guilds.audit import store
from bot.guilds.audit.model import PAGE, Act, Page
from bot.ids import GuildId
from bot.storage.work import Work


async def keep(work: Work, act: Act) -> None:
    """Remember ``act`` with whatever else the unit of work does, or not at all."""
    await store.keep(work, act)


async def page(work: Work, guild: GuildId, number: int) -> Page:
    """Return the page ``number`` of what was done in ``guild``; beyond the last, the last."""
    total = await store.count(work, guild)
    pages = max(1, -(-total // PAGE))
    at = min(number, pages - 1)
    acts = await store.newest(work, guild, skip=at * PAGE, limit=PAGE)
    return Page(tuple(acts), at, pages, total)
