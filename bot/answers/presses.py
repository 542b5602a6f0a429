"""What the buttons and the modal of an answer do."""

from bot.answers import buttons, service, show
from bot.answers.asked import Asked, ConceptGone, Judged, PromptGone, Verdict
from bot.answers.asking import Asking
from bot.clock import Clock
from bot.content.library import Library
from bot.content.model import Concept
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, actor_of, member_of, place_of, public_voice
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.guilds.power import moderated
from bot.storage.batch import Batch
from bot.storage.work import Storage


class AnswerPresses:
    """Asks the service, then shows: in place for who asked, as a private copy for others."""

    def __init__(
        self,
        storage: Storage,
        asking: Asking,
        languages: Languages,
        clock: Clock,
    ) -> None:
        """Work on ``storage``, and show what ``asking`` answers from."""
        self._storage = storage
        self._asking = asking
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
            Route(buttons.ASK_ABOUT, 2, self.ask_about),
            Route(buttons.ASK_ABOUT_SENT, 2, self.answer_about),
            Route(buttons.WHY, 1, self.tell_why, MODERATOR),
            Route(buttons.SHARE, 3, self.share),
            Route(buttons.SHARE_PAIR, 3, self.share_pair),
            Route(buttons.SHARE_PROMPT, 2, self.share_prompt),
        )

    async def turn_page(self, press: Press) -> None:
        """Show a page of a concept."""
        number, concept_number, page = press.ids
        asked = await self._asked(press, number)
        library = await self._library(press)
        concept = _concept(library, concept_number)
        message = press.interaction.message
        in_server = asked.place.guild is not None
        private = in_server and (message is None or message.flags.ephemeral)
        own = asked.member == member_of(press.interaction)
        say = press.say
        if own and in_server and not private:
            # What stands in the channel stays in the language that everyone there reads.
            say = await public_voice(self._languages, asked.place.guild, asked.member)
        await self._asking.look_at(
            place_of(press.interaction), member_of(press.interaction), concept.id
        )
        screen = show.concept_screen(
            number, concept, library, say, page=page, private=private or not own
        )
        if in_server and (await self._moderates(press) or (own and not private)):
            screen = show.with_why(screen, number, say)
        if own:
            await replies.turn(press.interaction, screen)
        else:
            await replies.answer(press.interaction, screen)

    async def open_concept(self, press: Press, number: int) -> None:
        """Show a concept that another part of the bot points to, as if it had been asked for."""
        library = await self._library(press)
        concept = _concept(library, number)
        answer = await self._asking.ask(
            place_of(press.interaction), member_of(press.interaction), concept.title.ko
        )
        screen = show.concept_screen(
            answer.number, concept, library, press.say, page=0, private=True
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
        sent = buttons.ask_on_sent(press.ids[0])
        await replies.ask(press.interaction, show.ask_on_modal(sent, press.say))

    async def ask_about(self, press: Press) -> None:
        """Open the modal for a further question about the concept that is shown."""
        await self._asked(press, press.ids[0])
        sent = buttons.ask_about_sent(*press.ids)
        await replies.ask(press.interaction, show.ask_on_modal(sent, press.say))

    async def answer_on(self, press: Press) -> None:
        """Answer what was typed into the modal, as going on from the question before."""
        await self._answer_on(press, None)

    async def answer_about(self, press: Press) -> None:
        """Answer what was typed into the modal, as going on from the concept that was shown."""
        shown = (await self._library(press)).concept_by_number(press.ids[1])
        await self._answer_on(press, shown)

    async def tell_why(self, press: Press) -> None:
        """Tell a moderator why the question got its answer.

        Raises:
            NotModerator: somebody else.
        """
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            asked = await service.asked(work, press.ids[0], guild)
        finding = await self._asking.again(guild, asked)
        library = await self._library(press)
        screen = show.why_screen(asked, finding, library, press.say)
        await replies.answer(press.interaction, screen)

    async def share(self, press: Press) -> None:
        """Show the concept to the channel."""
        number, concept_number, page = press.ids
        say = await self._channel_voice(press)
        library = await self._library(press)
        concept = _concept(library, concept_number)
        screen = show.concept_screen(number, concept, library, say, page=page, private=False)
        await self._share(press, screen, say)

    async def share_pair(self, press: Press) -> None:
        """Show the comparison to the channel."""
        number, left, right = press.ids
        say = await self._channel_voice(press)
        library = await self._library(press)
        pair = (_concept(library, left), _concept(library, right))
        screen = show.comparison_screen(number, *pair, library, say, private=False)
        await self._share(press, screen, say)

    async def share_prompt(self, press: Press) -> None:
        """Show the discussion prompt to the channel."""
        number, prompt_number = press.ids
        say = await self._channel_voice(press)
        library = await self._library(press)
        prompt = library.prompt_by_number(prompt_number)
        if prompt is None:
            raise PromptGone
        screen = show.prompt_screen(number, prompt, library, say, private=False)
        await self._share(press, screen, say)

    async def _answer_on(self, press: Press, shown: Concept | None) -> None:
        answer = await self._asking.ask(
            place_of(press.interaction),
            member_of(press.interaction),
            press.field(buttons.QUESTION_FIELD),
            after=press.ids[0],
            about=None if shown is None else shown.id,
        )
        private = press.interaction.guild_id is not None
        found = show.answer_screen(answer, press.say, private=private)
        place = place_of(press.interaction)
        screen = await self._asking.with_discussion(answer, place, found, press.say)
        if await self._moderates(press):
            screen = show.with_why(screen, answer.number, press.say)
        await replies.answer(press.interaction, screen, private=private)

    async def _moderates(self, press: Press) -> bool:
        guild = place_of(press.interaction).guild
        return await self._asking.is_moderated_by(actor_of(press.interaction), guild)

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
        good, can_wait = verdict is Verdict.UP, False
        if not good and press.interaction.guild_id is not None:
            asked = await self._asked(press, press.ids[0])
            can_wait = asked.member == member_of(press.interaction)
        screen = show.judged_screen(press.ids[0], press.say, good=good, can_wait=can_wait)
        await replies.answer(press.interaction, screen)

    async def _asked(self, press: Press, number: int) -> Asked:
        async with self._storage.reading() as work:
            return await service.asked(work, number, place_of(press.interaction).guild)

    async def _library(self, press: Press) -> Library:
        return (await self._asking.editions.of(place_of(press.interaction).guild)).library


def _concept(library: Library, number: int) -> Concept:
    concept = library.concept_by_number(number)
    if concept is None:
        raise ConceptGone
    return concept
