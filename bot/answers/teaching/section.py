"""The inbox's section of questions that got no answer, or a wrong one."""

from bot.answers.teaching import buttons, service
from bot.ids import GuildId
from bot.inbox.model import Waiting
from bot.storage.work import Work


class MissedSection:
    """Questions for which moderators may teach an answer."""

    name = "gaps"

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how many different questions wait."""
        cases = await service.open_cases(work, guild)
        return Waiting(len(cases), min((case.first for case in cases), default=None))

    def opens(self) -> str:
        """Return the press that shows the first case."""
        return buttons.case(buttons.OLDEST)
