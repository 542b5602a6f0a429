"""What the button back to the overview does."""

from bot.discord_ui import replies
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.inbox import buttons
from bot.inbox.sections import Sections
from bot.inbox.show import overview_screen
from bot.storage.work import Storage


class InboxPresses:
    """Asks the sections, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage, sections: Sections) -> None:
        """Work on ``storage``."""
        self._storage = storage
        self._sections = sections

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (Route(buttons.HOME, 0, self.home, MODERATOR),)

    async def home(self, press: Press) -> None:
        """Show the overview in place of a section's screen."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            lines = await self._sections.lines(work, guild)
        await replies.turn(press.interaction, overview_screen(lines, press.say))
