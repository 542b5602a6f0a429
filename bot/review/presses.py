"""What the buttons, menus and forms of reviews, reminders and the leaderboard do."""

from collections.abc import Callable

from bot.clock import Clock
from bot.content.library import Library
from bot.content.model import ItemKind
from bot.discord_ui import replies
from bot.discord_ui.cutting import sound
from bot.discord_ui.faces import member_of
from bot.discord_ui.people import names_of
from bot.discord_ui.pressed import kind_of, number_in, who
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import Press, Route
from bot.guilds import service as guilds
from bot.quiz.buttons import ANSWER_FIELD, PRACTISE
from bot.quiz.model import MAX_GIVEN, Given, NothingGiven, Sureness
from bot.review import buttons, reminding, service, standing
from bot.review.board import Span
from bot.review.model import Mode, RunOver
from bot.review.reminder import HOURS
from bot.review.show.board import board_screen, shown_of
from bot.review.show.reminder import notify_screen, stopped_screen
from bot.review.show.turn import begun_screen, over_screen, told_screen, turn_modal, turn_screen
from bot.storage.work import Storage


class ReviewPresses:
    """Asks the service, then shows, in place of the private message that was pressed."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage`` and the present ``library``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._library = library
        self._clock = clock
        self._wake = wake

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.BEGIN, 0, self.begin),
            Route(PRACTISE, 0, self.practise),
            Route(buttons.PICK, 2, self.pick),
            Route(buttons.CHOOSE, 1, self.choose),
            Route(buttons.WRITE, 1, self.write),
            Route(buttons.WRITTEN, 1, self.take_text),
            Route(buttons.SURE, 2, self.be_sure),
            Route(buttons.NEXT, 1, self.go_on),
            Route(buttons.HOUR, 0, self.choose_hour),
            Route(buttons.OFF, 0, self.stop),
            Route(buttons.OFF_BY_MESSAGE, 2, self.stop_by_message),
            Route(buttons.BOARD, 1, self.show_board),
            Route(buttons.BE_SEEN, 2, self.be_seen),
        )

    async def begin(self, press: Press) -> None:
        """Begin a round of review, in a private message of its own."""
        guild, member = who(press)
        async with self._storage.work() as work:
            turn = await service.begin_review(
                work, self._library(), guild, member, now=self._clock.now()
            )
            await work.commit()
        screen = begun_screen(turn, press.say, asked_for=Mode.REVIEW)
        await replies.answer(press.interaction, screen)

    async def practise(self, press: Press) -> None:
        """Begin a round of practice, in a private message of its own."""
        guild, member = who(press)
        async with self._storage.work() as work:
            turn = await service.begin_practice(
                work, self._library(), guild, member, now=self._clock.now()
            )
            await work.commit()
        screen = begun_screen(turn, press.say, asked_for=Mode.PRACTICE)
        await replies.answer(press.interaction, screen)

    async def pick(self, press: Press) -> None:
        """Answer with the option of the button."""
        await self._answer(press, Given(frozenset({press.ids[1]})))

    async def choose(self, press: Press) -> None:
        """Answer with what was chosen in the menu."""
        await self._answer(press, Given(frozenset(map(number_in, press.values))))

    async def write(self, press: Press) -> None:
        """Open the form for a short answer; an item that was answered shows that."""
        guild, member = who(press)
        async with self._storage.reading() as work:
            turn = await service.turn_of(work, guild, member, press.ids[0])
        if turn.given is not None:
            await replies.turn(press.interaction, told_screen(service.told(turn), press.say))
        elif turn.snapshot.kind is not ItemKind.SHORT:
            raise OldButton
        else:
            await replies.ask(press.interaction, turn_modal(turn, press.say))

    async def take_text(self, press: Press) -> None:
        """Answer with what was typed into the form."""
        text = sound(press.field(ANSWER_FIELD)).strip()[:MAX_GIVEN]
        if not text:
            raise NothingGiven
        await self._answer(press, Given(text=text))

    async def be_sure(self, press: Press) -> None:
        """Keep how sure the member was."""
        number, said = press.ids
        sureness = kind_of(Sureness, said)
        guild, member = who(press)
        async with self._storage.work() as work:
            answered = await service.tell_sureness(work, guild, member, number, sureness)
            await work.commit()
        note = press.say("quiz-sureness-kept")
        await replies.turn(press.interaction, told_screen(answered, press.say, note=note))

    async def go_on(self, press: Press) -> None:
        """Show the next item, or how the round went."""
        guild, member = who(press)
        async with self._storage.work() as work:
            found = await service.go_on(
                work, self._library(), guild, member, press.ids[0], now=self._clock.now()
            )
            await work.commit()
        if isinstance(found, RunOver):
            screen = over_screen(found, press.say)
        elif found.given is not None:
            screen = told_screen(service.told(found), press.say)
        else:
            screen = turn_screen(found, press.say)
        await replies.turn(press.interaction, screen)

    async def choose_hour(self, press: Press) -> None:
        """Remind the member at the hour that was chosen."""
        hour = number_in(press.values[0]) if press.values else -1
        if hour not in HOURS:
            raise OldButton
        guild, member = who(press)
        async with self._storage.work() as work:
            reminder = await reminding.remind(work, guild, member, hour, now=self._clock.now())
            await work.commit()
        self._wake()
        note = press.say("notify-kept")
        screen = notify_screen(reminder, reminder.zone, press.say, note=note)
        await replies.turn(press.interaction, screen)

    async def stop(self, press: Press) -> None:
        """Remind the member no longer."""
        guild, member = who(press)
        async with self._storage.work() as work:
            reminder = await reminding.stop(work, guild, member)
            zone = (await guilds.settings(work, guild)).zone
            await work.commit()
        self._wake()
        await replies.turn(press.interaction, notify_screen(reminder, zone, press.say))

    async def stop_by_message(self, press: Press) -> None:
        """Remind the member no longer, from the message that reminded them."""
        async with self._storage.work() as work:
            await reminding.stop_own(work, press.ids[1], member_of(press.interaction))
            await work.commit()
        self._wake()
        await replies.answer(press.interaction, stopped_screen(press.say))

    async def show_board(self, press: Press) -> None:
        """Show the leaderboard, privately."""
        await self._show_board(press, kind_of(Span, press.ids[0]))

    async def be_seen(self, press: Press) -> None:
        """Put the member on the leaderboard or take them off, then show it."""
        span, seen = kind_of(Span, press.ids[0]), press.ids[1] == 1
        guild, member = who(press)
        async with self._storage.work() as work:
            await standing.be_seen(work, guild, member, seen=seen, now=self._clock.now())
            await work.commit()
        await self._show_board(press, span)

    async def _show_board(self, press: Press, span: Span) -> None:
        # Names come over the gateway, which may take longer than Discord waits for an answer.
        await press.interaction.response.defer(ephemeral=True, thinking=True)
        guild, member = who(press)
        async with self._storage.reading() as work:
            board = await standing.leaderboard(work, guild, member, span, now=self._clock.now())
        members = [each.member for each in shown_of(board, member)]
        names = await names_of(press.interaction.guild, members, press.say)
        await replies.answer(press.interaction, board_screen(board, member, names, press.say))

    async def _answer(self, press: Press, given: Given) -> None:
        guild, member = who(press)
        async with self._storage.work() as work:
            answered = await service.answer(
                work, guild, member, press.ids[0], given, now=self._clock.now()
            )
            await work.commit()
        await replies.turn(press.interaction, told_screen(answered, press.say))
