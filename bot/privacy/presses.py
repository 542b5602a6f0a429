"""What the buttons under "delete everything?" do."""

from collections.abc import Callable

from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, member_of, private_voice
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import Power, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId, MemberId
from bot.privacy import buttons, service, show
from bot.privacy.register import Register
from bot.storage.work import Storage


class PrivacyPresses:
    """Asks the service, then shows, privately."""

    def __init__(
        self,
        storage: Storage,
        register: Register,
        languages: Languages,
        forgotten: Callable[[], None],
    ) -> None:
        """Work on ``storage``; ``forgotten`` is called after something was deleted."""
        self._storage = storage
        self._register = register
        self._languages = languages
        self._forgotten = forgotten

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.DELETE, 0, self.delete),
            Route(buttons.KEEP, 0, self.keep),
            Route(buttons.DELETE_OF, 1, self.delete_of, Power.MODERATOR),
        )

    async def delete(self, press: Press) -> None:
        """Delete everything of whoever pressed."""
        _require_private(press)
        await press.interaction.response.defer()
        guild = press.interaction.guild_id
        async with self._storage.work() as work:
            rows = await service.forget(
                work,
                self._register,
                member_of(press.interaction),
                GuildId(guild) if guild else None,
            )
            await work.commit()
        self._languages.forget()
        self._forgotten()
        # The language that they had chosen may be gone as well.
        say = await private_voice(self._languages, press.interaction)
        await replies.turn(press.interaction, show.deleted_screen(rows, say))

    async def delete_of(self, press: Press) -> None:
        """Delete everything of somebody in the server, as a moderator whom they asked to."""
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            rows = await service.forget(work, self._register, MemberId(press.ids[0]), guild)
            await work.commit()
        self._forgotten()
        await replies.turn(press.interaction, show.deleted_of_screen(rows, press.say))

    async def keep(self, press: Press) -> None:
        """Leave everything as it is."""
        _require_private(press)
        await replies.turn(press.interaction, show.unchanged_screen(press.say))


def _require_private(press: Press) -> None:
    """Let pass what was pressed where only one person can: privately.

    Raises:
        OldButton: a public message in a server.
    """
    message = press.interaction.message
    in_server = press.interaction.guild_id is not None
    if message is None or (in_server and not message.flags.ephemeral):
        raise OldButton
