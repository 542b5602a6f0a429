"""What the buttons of moderators do: confirm a step, post again, discuss a question of the quiz."""

from collections.abc import Awaitable, Callable, Mapping

from bot.clock import Clock
from bot.content.model import Text
from bot.discord_ui import replies
from bot.discord_ui.faces import member_of
from bot.discord_ui.pressed import acknowledge, kind_of
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.discussion import buttons, service
from bot.discussion.buttons import Decision
from bot.discussion.from_item import snapshot_of
from bot.discussion.phases import require_phase
from bot.discussion.presses.pressing import channel_of, require_host
from bot.discussion.service import Start
from bot.discussion.show.listing import again_screen, decided_screen, going_screen, started_screen
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.quiz import buttons as quiz_buttons
from bot.quiz import service as quiz
from bot.quiz.model import AskedGone
from bot.storage.work import Storage

# Returns what the concepts of a server are called, by content's ids.
TitlesOf = Callable[[GuildId], Awaitable[Mapping[str, Text]]]


class ModeratorPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(
        self, storage: Storage, clock: Clock, wake: Callable[[], None], titles_of: TitlesOf
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._clock = clock
        self._wake = wake
        self._titles_of = titles_of

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.DECIDE, 3, self.decide, MODERATOR),
            Route(buttons.AGAIN, 1, self.post_again, MODERATOR),
            Route(quiz_buttons.DISCUSS, 2, self.discuss_item, MODERATOR),
        )

    async def decide(self, press: Press) -> None:
        """Do what was confirmed, if the discussion is still in the phase that was shown."""
        said, number, phase = press.ids
        decision, made_for = kind_of(Decision, said), buttons.phase_of(phase)
        await acknowledge(press)
        now = self._clock.now()
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
        titles = await self._titles_of(guild)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            match decision:
                case Decision.NEXT:
                    moved = await service.go_on(
                        work, guild, number, made_for=made_for, now=now, titles=titles
                    )
                case Decision.CLOSE:
                    moved = await service.close(
                        work, guild, number, made_for=made_for, now=now, titles=titles
                    )
                case _:
                    require_phase(await service.discussion(work, guild, number), made_for)
                    moved = await service.cancel(work, guild, number, now=now)
            await work.commit()
        self._wake()
        await replies.turn(press.interaction, decided_screen(moved, press.say))

    async def post_again(self, press: Press) -> None:
        """Post the present phase's messages once more."""
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            found = await service.post_again(work, guild, press.ids[0], now=self._clock.now())
            await work.commit()
        self._wake()
        await replies.turn(press.interaction, again_screen(found, press.say))

    async def discuss_item(self, press: Press) -> None:
        """Start a debate on a question of the quiz that many got wrong; once at a time."""
        number = press.ids[1]
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            item = (await quiz.items_asked(work, guild, [number])).get(number)
        if item is None:
            raise AskedGone
        prompt = snapshot_of(item.snapshot)
        channel = channel_of(press.interaction)
        require_host(press.interaction, channel, press.say)
        async with self._storage.work() as work:
            await moderated(work, press.interaction)
            before = await service.latest_on(work, guild, prompt.topic, prompt.prompt)
            if before is not None and before[0].phase.is_open:
                screen = going_screen(before[0], press.say)
            else:
                wish = Start(
                    guild, channel, prompt, anonymous=False, started_by=member_of(press.interaction)
                )
                started = await service.start(work, wish, now=self._clock.now())
                await work.commit()
                screen = started_screen(started, press.say)
        self._wake()
        await replies.answer(press.interaction, screen)
