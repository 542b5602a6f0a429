"""What members learn at their next private reply: which of their answers became right."""

from collections.abc import Collection

from bot.ids import GuildId, MemberId
from bot.quiz.desk.store import aliases
from bot.quiz.model import AskedItem
from bot.quiz.store import asked
from bot.storage.work import Work

# A member in a server.
Who = tuple[GuildId, MemberId]


async def take_news(work: Work, members: Collection[Who]) -> dict[Who, tuple[AskedItem, ...]]:
    """Return the items on which answers of ``members`` became right; each is told once.

    Who has no news is left out. Two queries, and one more for each server that has news.
    """
    changed = await aliases.take_news(work, members)
    guilds = {guild for guild, _ in changed}
    items: dict[tuple[GuildId, int], AskedItem] = {}
    for guild in guilds:
        numbers = {
            number for who, numbers in changed.items() if who[0] == guild for number in numbers
        }
        found = await asked.some(work, guild, numbers)
        items |= {(guild, number): item for number, item in found.items()}
    return {
        who: tuple(items[who[0], number] for number in numbers if (who[0], number) in items)
        for who, numbers in changed.items()
    }
