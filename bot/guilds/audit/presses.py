"""What the buttons under the audit do."""

from bot.discord_ui import replies
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.audit import buttons, service
from bot.guilds.audit.show import audit_screen
from bot.guilds.power import moderated
from bot.storage.personal import NOBODY
from bot.storage.work import Storage


class AuditPresses:
    """Reads, then shows, privately."""

    def __init__(self, storage: Storage) -> None:
        """Read from ``storage``."""
        self._storage = storage

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (Route(buttons.PAGE, 1, self.turn, MODERATOR),)

    async def turn(self, press: Press) -> None:
        """Show another page."""
        await acknowledge(press)
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            page = await service.page(work, guild, press.ids[0])
        who = {act.member for act in page.acts} - {NOBODY}
        names = await names_of(press.interaction.guild, who, press.say)
        await replies.turn(press.interaction, audit_screen(page, names, press.say))
