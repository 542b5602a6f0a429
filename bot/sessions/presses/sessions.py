"""What the buttons of a session do: lead, attend, answer, look."""

from collections.abc import Callable

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.pressed import kind_of, who
from bot.discord_ui.refusals import NotModerator, OldButton
from bot.discord_ui.router import Power, Press, Route
from bot.guilds.power import moderated
from bot.ids import GuildId, MessageId
from bot.sessions import buttons, service
from bot.sessions.model import Move
from bot.sessions.service import Leading, Sessions
from bot.sessions.show.told import attended_screen, led_screen, said_screen, status_screen
from bot.storage.work import Storage, Work


class SessionPresses:
    """Asks the service, then shows, privately; what everyone sees the scheduler draws."""

    def __init__(
        self, storage: Storage, sessions: Sessions, clock: Clock, wake: Callable[[], None]
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._sessions = sessions
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that a session carries."""
        return (
            Route(buttons.LEAD, 4, self.lead, Power.OWNER),
            Route(buttons.ATTEND, 2, self.attend),
            Route(buttons.SAY, 3, self.say),
            Route(buttons.STATUS, 2, self.status),
        )

    async def lead(self, press: Press) -> None:
        """Go on, back, extend, pause, resume or end."""
        post, number, turn, said = press.ids
        move = kind_of(Move, said)
        guild, member = who(press)
        async with self._storage.work() as work:
            leading = Leading(member, await is_moderator(work, press), move, turn)
            done = await self._sessions.lead(work, guild, number, leading, now=self._clock.now())
            await _adopt(work, press, guild, post, number)
            await work.commit()
        self._wake()
        screen = led_screen(move, done.session, press.say, is_new=done.is_new)
        await replies.answer(press.interaction, screen)

    async def attend(self, press: Press) -> None:
        """Note that the member is there."""
        post, number = press.ids
        guild, member = who(press)
        async with self._storage.work() as work:
            standing, is_new = await self._sessions.attend(
                work, guild, number, member, now=self._clock.now()
            )
            await _adopt(work, press, guild, post, number)
            await work.commit()
        self._wake()
        screen = attended_screen(standing.present, press.say, is_new=is_new)
        await replies.answer(press.interaction, screen)

    async def say(self, press: Press) -> None:
        """Keep whether the member understands the card's concept."""
        post, number, said = press.ids
        if said not in (0, 1):
            raise OldButton
        guild, member = who(press)
        async with self._storage.work() as work:
            view = await self._sessions.say(
                work, guild, number, post, member, is_clear=bool(said), now=self._clock.now()
            )
            await _adopt(work, press, guild, post, number)
            await work.commit()
        self._wake()
        await replies.answer(press.interaction, said_screen(view, press.say, is_clear=bool(said)))

    async def status(self, press: Press) -> None:
        """Show the agenda and where the session is."""
        guild, member = who(press)
        async with self._storage.reading() as work:
            session = await service.one(work, guild, press.ids[1])
            standing = await service.standing(work, session, member)
        screen = status_screen(session, standing.present, press.say, is_there=standing.is_there)
        await replies.answer(press.interaction, screen)


async def is_moderator(work: Work, press: Press) -> bool:
    """Tell whether a moderator presses."""
    try:
        await moderated(work, press.interaction)
    except NotModerator:
        return False
    return True


async def _adopt(work: Work, press: Press, guild: GuildId, post: int, number: int) -> None:
    """Record that the pressed message shows ``post``: that it was sent may not have been told."""
    message = press.interaction.message
    if post != buttons.NO_POST and message is not None and not message.flags.ephemeral:
        await service.adopt(work, guild, post, number, MessageId(message.id))
