"""What the buttons and the modal of an answer do."""

from bot.answers import buttons, service, show
from bot.answers.asked import Asked, ConceptGone, Judged, PromptGone, Verdict
from bot.answers.notes import Notes
from bot.clock import Clock
from bot.content.model import Concept
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, member_of, place_of, public_voice
from bot.discord_ui.router import Press, Route
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.storage.batch import Batch
from bot.storage.work import Storage


class AnswerPresses:
    """Asks the service, then shows: in place for who asked, as a private copy for others."""

    def __init__(self, storage: Storage, notes: Notes, languages: Languages, clock: Clock) -> None:
        """Work on ``storage`` and the present edition of ``notes``."""
        self._storage = storage
        self._notes = notes
        self._languages = languages
        self._clock = clock
        self._verdicts = Batch(storage, service.judge)

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that answers carry."""
        return (
            Route(buttons.CONCEPT, 3, self.turn_page),
            Route(buttons.UP, 1, self.judge_good),
            Route(buttons.DOWN, 1, self.judge_bad),
            Route(buttons.ASK_ON, 1, self.ask_on),
            Route(buttons.ASK_ON_SENT, 1, self.answer_on),
            Route(buttons.SHARE, 3, self.share),
            Route(buttons.SHARE_PAIR, 3, self.share_pair),
            Route(buttons.SHARE_PROMPT, 2, self.share_prompt),
        )

    async def turn_page(self, press: Press) -> None:
        """Show a page of a concept."""
        number, concept_number, page = press.ids
        asked = await self._asked(press, number)
        concept = self._concept(concept_number)
        library = self._notes.edition.library
        message = press.interaction.message
        in_server = asked.place.guild is not None
        private = in_server and (message is None or message.flags.ephemeral)
        own = asked.member == member_of(press.interaction)
        say = press.say
        if own and in_server and not private:
            # What stands in the channel stays in the language that everyone there reads.
            say = await public_voice(self._languages, asked.place.guild, asked.member)
        screen = show.concept_screen(
            number, concept, library, say, page=page, private=private or not own
        )
        if own:
            await replies.turn(press.interaction, screen)
        else:
            await replies.answer(press.interaction, screen)

    async def open_concept(self, press: Press, number: int) -> None:
        """Show a concept that another part of the bot points to, as if it had been asked for."""
        concept = self._concept(number)
        async with self._storage.work() as work:
            answer = await service.answer(
                work,
                self._notes.edition,
                place_of(press.interaction),
                member_of(press.interaction),
                concept.title.ko,
                now=self._clock.now(),
            )
            await work.commit()
        screen = show.concept_screen(
            answer.number, concept, self._notes.edition.library, press.say, page=0, private=True
        )
        await replies.answer(press.interaction, screen)

    async def judge_good(self, press: Press) -> None:
        """Keep a 👍."""
        await self._judge(press, Verdict.UP)

    async def judge_bad(self, press: Press) -> None:
        """Keep a 👎."""
        await self._judge(press, Verdict.DOWN)

    async def ask_on(self, press: Press) -> None:
        """Open the modal for a further question."""
        await self._asked(press, press.ids[0])
        await replies.ask(press.interaction, show.ask_on_modal(press.ids[0], press.say))

    async def answer_on(self, press: Press) -> None:
        """Answer what was typed into the modal, as going on from the question before."""
        async with self._storage.work() as work:
            answer = await service.answer(
                work,
                self._notes.edition,
                place_of(press.interaction),
                member_of(press.interaction),
                press.field(buttons.QUESTION_FIELD),
                now=self._clock.now(),
                after=press.ids[0],
            )
            await work.commit()
        private = press.interaction.guild_id is not None
        screen = show.answer_screen(answer, press.say, private=private)
        await replies.answer(press.interaction, screen, private=private)

    async def share(self, press: Press) -> None:
        """Show the concept to the channel."""
        number, concept_number, page = press.ids
        say = await self._channel_voice(press)
        concept, library = self._concept(concept_number), self._notes.edition.library
        screen = show.concept_screen(number, concept, library, say, page=page, private=False)
        await self._share(press, screen, say)

    async def share_pair(self, press: Press) -> None:
        """Show the comparison to the channel."""
        number, left, right = press.ids
        say = await self._channel_voice(press)
        pair, library = (self._concept(left), self._concept(right)), self._notes.edition.library
        screen = show.comparison_screen(number, *pair, library, say, private=False)
        await self._share(press, screen, say)

    async def share_prompt(self, press: Press) -> None:
        """Show the discussion prompt to the channel."""
        number, prompt_number = press.ids
        say = await self._channel_voice(press)
        library = self._notes.edition.library
        prompt = library.prompt_by_number(prompt_number)
        if prompt is None:
            raise PromptGone
        screen = show.prompt_screen(number, prompt, library, say, private=False)
        await self._share(press, screen, say)

    async def _channel_voice(self, press: Press) -> Say:
        asked = await self._asked(press, press.ids[0])
        return await public_voice(self._languages, asked.place.guild, asked.member)

    async def _share(self, press: Press, found: Screen, say: Say) -> None:
        screen = show.shared_screen(press.interaction.user.display_name, found, say)
        await replies.answer(press.interaction, screen, private=False)

    async def _judge(self, press: Press, verdict: Verdict) -> None:
        # A whole group may press within seconds: what comes together is committed together.
        await self._verdicts.add(
            Judged(
                question=press.ids[0],
                guild=place_of(press.interaction).guild,
                member=member_of(press.interaction),
                verdict=verdict,
                at=self._clock.now(),
            )
        )
        good = verdict is Verdict.UP
        await replies.answer(
            press.interaction, show.judged_screen(press.ids[0], press.say, good=good)
        )

    async def _asked(self, press: Press, number: int) -> Asked:
        async with self._storage.reading() as work:
            return await service.asked(work, number, place_of(press.interaction).guild)

    def _concept(self, number: int) -> Concept:
        concept = self._notes.edition.library.concept_by_number(number)
        if concept is None:
            raise ConceptGone
        return concept
