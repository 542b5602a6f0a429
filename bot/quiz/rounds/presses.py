"""What the buttons of rounds do; items are answered as the daily ones are."""

from collections.abc import Callable

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.pressed import kind_of, who
from bot.discord_ui.refusals import NotModerator
from bot.discord_ui.router import Power, Press, Route
from bot.guilds.power import moderated
from bot.quiz.rounds import buttons, service
from bot.quiz.rounds.model import Move
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.show.controls import steered_screen
from bot.quiz.rounds.show.table import own_screen
from bot.quiz.rounds.values import Steering
from bot.storage.work import Storage, Work


class RoundPresses:
    """Asks the service, then shows, privately; what everyone sees the scheduler draws."""

    def __init__(
        self, storage: Storage, rounds: Rounds, clock: Clock, wake: Callable[[], None]
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._rounds = rounds
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that rounds carry."""
        return (
            Route(buttons.STEER, 4, self.steer, Power.OWNER),
            Route(buttons.RESULT, 2, self.show_result),
        )

    async def steer(self, press: Press) -> None:
        """Pause, go on, skip or stop."""
        _, number, turn, said = press.ids
        move = kind_of(Move, said)
        guild, member = who(press)
        async with self._storage.work() as work:
            is_moderator = await _is_moderator(work, press)
            steering = Steering(member, is_moderator, move, turn)
            done = await self._rounds.steer(work, guild, number, steering, now=self._clock.now())
            await work.commit()
        self._wake()
        screen = steered_screen(move, press.say, is_new=done.is_new)
        await replies.answer(press.interaction, screen)

    async def show_result(self, press: Press) -> None:
        """Show the member's own place."""
        guild, member = who(press)
        async with self._storage.reading() as work:
            own = await service.result_of(work, guild, press.ids[1], member)
        screen = own_screen(own.round, own.mine, len(own.rows), press.say)
        await replies.answer(press.interaction, screen)


async def _is_moderator(work: Work, press: Press) -> bool:
    try:
        await moderated(work, press.interaction)
    except NotModerator:
        return False
    return True
