"""What the buttons, menus and forms of discussions do."""

from collections.abc import Callable, Collection, Mapping

from bot.clock import Clock
from bot.content.model import Text
from bot.discord_ui.router import Route
from bot.discussion import service
from bot.discussion.presses.arguing import ArguePresses, EditionOf
from bot.discussion.presses.moderating import ModeratorPresses
from bot.discussion.presses.proposing import ProposalPresses
from bot.discussion.presses.voting import VotePresses
from bot.ids import GuildId
from bot.posts.adopting import Adopting
from bot.quiz.counting import LiveCounts
from bot.storage.work import Storage, Work

__all__ = ["DiscussionPresses"]


class DiscussionPresses:
    """Every press of discussions, a part of them a file."""

    def __init__(
        self, storage: Storage, clock: Clock, wake: Callable[[], None], edition_of: EditionOf
    ) -> None:
        """Work on ``storage`` and each server's edition; ``wake`` tells the scheduler."""
        self._edition_of = edition_of
        adopting = Adopting(storage, service.adopt)
        self._counts = LiveCounts(storage, wake, show=service.show_count)
        self._fresh_reasons = LiveCounts(storage, wake, show=_show_reasons)
        self._votes = VotePresses(
            storage, clock, adopting, self._counts, self._fresh_reasons, self.titles_of
        )
        self._argument = ArguePresses(storage, clock, adopting, self._fresh_reasons, edition_of)
        self._moderators = ModeratorPresses(storage, clock, wake, self.titles_of)
        self._proposals = ProposalPresses(storage, clock)

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that discussions carry."""
        return (
            *self._votes.routes(),
            *self._argument.routes(),
            *self._moderators.routes(),
            *self._proposals.routes(),
        )

    async def titles_of(self, guild: GuildId) -> Mapping[str, Text]:
        """Return what the concepts of ``guild`` are called, by content's ids."""
        library = (await self._edition_of(guild)).library
        return {concept.id: concept.title for concept in library.concepts}

    async def stop(self) -> None:
        """Have nothing more drawn anew."""
        await self._counts.stop()
        await self._fresh_reasons.stop()


async def _show_reasons(work: Work, touched: Collection[tuple[GuildId, int]]) -> None:
    for guild, number in touched:
        await service.show_reasons(work, guild, number)
