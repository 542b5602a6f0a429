"""What the buttons and forms of appeals, suggestions, the inbox and the statistics do."""

from collections.abc import Callable

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui.router import Route
from bot.quiz.desk.presses.cases import CasePresses
from bot.quiz.desk.presses.members import MemberPresses
from bot.quiz.desk.presses.taken import TakenPresses
from bot.storage.work import Storage


class DeskPresses:
    """Every press of the desk: members' own, and those of moderators."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage`` and the present ``library``; ``wake`` tells the scheduler."""
        self._members = MemberPresses(storage, library, clock)
        self._cases = CasePresses(storage, library, clock, wake)
        self._taken = TakenPresses(storage, library, clock)

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (*self._members.routes(), *self._cases.routes(), *self._taken.routes())
