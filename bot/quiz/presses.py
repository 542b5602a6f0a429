"""What the buttons, menus and forms of a quiz do."""

from collections.abc import Awaitable, Callable

from bot.clock import Clock
from bot.content.model import ItemKind
from bot.discord_ui import replies
from bot.discord_ui.cutting import sound
from bot.discord_ui.pressed import kind_of, number_in, who
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import Press, Route
from bot.ids import GuildId, MemberId
from bot.posts.adopting import Adopting
from bot.quiz import answering, buttons, service
from bot.quiz.answering import Try
from bot.quiz.counting import LiveCounts
from bot.quiz.model import MAX_GIVEN, Answered, Given, NotAnswered, NothingGiven, Sureness
from bot.quiz.show.answer import answered_screen, sureness_screen
from bot.quiz.show.question import answer_modal
from bot.storage.batch import Batch
from bot.storage.together import Together
from bot.storage.work import Storage

# Opens a concept's card for who pressed, by the concept's number; answers bring it along.
OpenConcept = Callable[[Press, int], Awaitable[None]]
# Told what who answers is called in their server.
Saw = Callable[[GuildId, MemberId, str], None]


class QuizPresses:
    """Asks the service, then shows, privately. Answers of many members are stored together."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        counts: LiveCounts,
        open_concept: OpenConcept,
        saw: Saw,
    ) -> None:
        """Work on ``storage``."""
        self._saw = saw
        self._storage = storage
        self._clock = clock
        self._counts = counts
        self._open_concept = open_concept
        self._news = Together(storage, service.have_news, name="quiz-news")
        self._answers: Batch[Try, Answered] = Batch(storage, answering.take)
        # Posts whose message is known to be recorded: only the first press on each looks.
        self._adopting = Adopting(storage, service.adopt)

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that quizzes carry."""
        return (
            Route(buttons.PICK, 3, self.pick),
            Route(buttons.CHOOSE, 2, self.choose),
            Route(buttons.WRITE, 2, self.write),
            Route(buttons.WRITTEN, 1, self.take_text),
            Route(buttons.SURE, 2, self.be_sure),
            Route(buttons.MINE, 2, self.show_mine),
            Route(buttons.CONCEPT, 2, self.show_concept),
        )

    async def pick(self, press: Press) -> None:
        """Answer with the option of the button."""
        post, asked, option = press.ids
        await self._adopting.adopt(press, post, asked)
        await self._answer(press, asked, Given(frozenset({option})))

    async def choose(self, press: Press) -> None:
        """Answer with what was chosen in the menu."""
        post, asked = press.ids
        given = Given(frozenset(map(number_in, press.values)))
        await self._adopting.adopt(press, post, asked)
        await self._answer(press, asked, given)

    async def write(self, press: Press) -> None:
        """Open the form for a short answer; who has answered sees that."""
        post, number = press.ids
        await self._adopting.adopt(press, post, number)
        guild, member = who(press)
        async with self._storage.reading() as work:
            try:
                answered = await answering.mine(work, guild, number, member)
            except NotAnswered:
                answered = None
            item = await answering.item_of(work, guild, number)
        if answered is not None:
            await self._show(press, answered)
        elif item.snapshot.kind is not ItemKind.SHORT:
            raise OldButton
        else:
            await replies.ask(press.interaction, answer_modal(item, press.say))

    async def take_text(self, press: Press) -> None:
        """Answer with what was typed into the form."""
        text = sound(press.field(buttons.ANSWER_FIELD)).strip()[:MAX_GIVEN]
        if not text:
            raise NothingGiven
        await self._answer(press, press.ids[0], Given(text=text))

    async def be_sure(self, press: Press) -> None:
        """Keep how sure the member was, in place of the answer's message."""
        number, said = press.ids
        sureness = kind_of(Sureness, said)
        guild, member = who(press)
        async with self._storage.work() as work:
            answered = await answering.tell_sureness(work, guild, number, member, sureness)
            await work.commit()
        await replies.turn(press.interaction, sureness_screen(answered, press.say))

    async def show_mine(self, press: Press) -> None:
        """Show the member's own answer."""
        guild, member = who(press)
        async with self._storage.reading() as work:
            answered = await answering.mine(work, guild, press.ids[1], member)
        await self._show(press, answered)

    async def show_concept(self, press: Press) -> None:
        """Show the concept that the item is about."""
        await self._open_concept(press, press.ids[1])

    async def _show(self, press: Press, answered: Answered) -> None:
        answer = answered.answer
        if await self._news.of((answer.guild, answer.member)):
            async with self._storage.work() as work:
                answered = await service.with_news(work, answered)
                await work.commit()
        await replies.answer(press.interaction, answered_screen(answered, press.say))

    async def _answer(self, press: Press, number: int, given: Given) -> None:
        guild, member = who(press)
        self._saw(guild, member, press.interaction.user.display_name)
        attempt = Try(guild, number, member, given, self._clock.now())
        answered = await self._answers.add(attempt)
        if answered.is_new:
            self._counts.touched(guild, number)
        await replies.answer(press.interaction, answered_screen(answered, press.say))
