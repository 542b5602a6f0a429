"""The section of the inbox with items that were drafted from the server's own notes."""

from bot.ids import GuildId
from bot.inbox.model import Waiting
from bot.notes import approving, buttons
from bot.storage.work import Work


class DraftedItemsSection:
    """Drafted items that no moderator decided on, and those whose concept changed since."""

    name = "note-items"

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how many wait."""
        return Waiting(*await approving.waiting(work, guild))

    def opens(self) -> str:
        """Return the press that shows the one that waits longest."""
        return buttons.item(approving.OLDEST)
