"""The inbox's section of what to study next."""

from collections.abc import Callable

from bot.clock import Clock
from bot.content.library import Library
from bot.ids import GuildId
from bot.inbox.model import Waiting
from bot.sessions import buttons, studying
from bot.storage.work import Work


class StudySection:
    """Unanswered questions, wrong or split items, open questions and unclear concepts, ranked."""

    name = "study"

    def __init__(self, library: Callable[[], Library], clock: Clock) -> None:
        """Look at what ``clock``'s season brought."""
        self._library = library
        self._clock = clock

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how many cases there are."""
        cases = await studying.open_cases(work, self._library(), guild, self._clock.now())
        since = [case.since for case in cases if case.since is not None]
        return Waiting(len(cases), min(since, default=None), is_advice=True)

    def opens(self) -> str:
        """Return the press that shows the most pressing."""
        return buttons.study(buttons.FIRST)
