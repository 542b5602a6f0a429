"""What who asked can do while there is no answer: wish to be told, and think again."""

from datetime import datetime

from bot.answers import service as questions
from bot.answers.teaching.model import NotTheAsker, Wish
from bot.answers.teaching.store import wishes
from bot.ids import GuildId, MemberId
from bot.storage.work import Work


async def wish(
    work: Work, guild: GuildId, member: MemberId, question: int, *, now: datetime
) -> bool:
    """Keep that ``member`` wants to be told; return False where that was kept before.

    Raises:
        QuestionGone: the question is not kept any more, or is another server's.
        NotTheAsker: somebody else asked it.
    """
    asked = await questions.asked(work, question, guild)
    if asked.member != member:
        raise NotTheAsker
    return await wishes.add(work, Wish(question, guild, member, asked.text, now))


async def unwish(work: Work, guild: GuildId, member: MemberId, question: int) -> int:
    """Forget that wish; return how many were forgotten (0: none, or they were told)."""
    return await wishes.drop(work, guild, member, question)


async def stop(work: Work, guild: GuildId, member: MemberId) -> int:
    """Forget every wish of ``member`` in ``guild``; return how many were waiting."""
    return await wishes.drop(work, guild, member)
