"""What the buttons of plans do: start the session whose time is near, cancel a plan."""

from collections.abc import Callable

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.pressed import acknowledge, who
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.posts.announce.power import writable
from bot.sessions import buttons, plans
from bot.sessions.power import NEEDED
from bot.sessions.refusals import PlanGone
from bot.sessions.service import Sessions, Start
from bot.sessions.show.plan import plans_screen
from bot.sessions.show.told import started_screen
from bot.storage.work import Storage


class PlanPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(
        self, storage: Storage, sessions: Sessions, clock: Clock, wake: Callable[[], None]
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._sessions = sessions
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that plans carry."""
        return (
            Route(buttons.START, 3, self.start, MODERATOR),
            Route(buttons.CANCEL_PLAN, 1, self.cancel, MODERATOR),
        )

    async def start(self, press: Press) -> None:
        """Start the session that was planned for now."""
        _, number, occurrence = press.ids
        guild, member = who(press)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            plan = await plans.one(work, guild, number)
            if plan.occurrence != occurrence:
                raise PlanGone
            writable(press.interaction, plan.channel, press.say, NEEDED)
            wish = Start(guild, plan.channel, member, plan.topic, plan=plan.number)
            started = await self._sessions.start(work, wish, now=self._clock.now())
            await plans.begun(work, plan)
            await work.commit()
        self._wake()
        await replies.answer(press.interaction, started_screen(started, press.say))

    async def cancel(self, press: Press) -> None:
        """Cancel a plan, and list what is left."""
        await acknowledge(press)
        guild, _ = who(press)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            await plans.cancel(work, guild, press.ids[0], now=self._clock.now())
            left = await plans.open_of(work, guild)
            await work.commit()
        self._wake()
        await replies.turn(press.interaction, plans_screen(left, press.say))
