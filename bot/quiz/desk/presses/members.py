"""What members do at the desk: hold that their answer is right, suggest an item."""

from collections.abc import Callable

from bot.answers.asked import ConceptGone
from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.pressed import kind_of, who
from bot.discord_ui.router import Press, Route
from bot.quiz.desk import appeals, buttons, suggestions
from bot.quiz.desk.forms import draft_in
from bot.quiz.desk.model import DraftKind
from bot.quiz.desk.show.appeal import appeal_modal, appeal_screen
from bot.quiz.desk.show.suggestion import suggested_screen
from bot.quiz.service import library_of
from bot.storage.work import Storage


class MemberPresses:
    """Asks the service, then shows, privately."""

    def __init__(self, storage: Storage, library: Callable[[], Library], clock: Clock) -> None:
        """Work on ``storage`` and the present ``library``."""
        self._storage = storage
        self._library = library
        self._clock = clock

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.APPEAL, 1, self.appeal),
            Route(buttons.APPEALED, 1, self.take_appeal),
            Route(buttons.SUGGESTED, 2, self.take_suggestion),
        )

    async def appeal(self, press: Press) -> None:
        """Open the form for an appeal; who sent one sees how it stands."""
        guild, member = who(press)
        async with self._storage.reading() as work:
            answered, sent = await appeals.appeal_of(work, guild, press.ids[0], member)
        if sent is not None:
            await replies.answer(press.interaction, appeal_screen(sent, press.say))
            return
        given = str(answered.answer.given)
        await replies.ask(press.interaction, appeal_modal(press.ids[0], given, press.say))

    async def take_appeal(self, press: Press) -> None:
        """Bring the answer before the moderators."""
        guild, member = who(press)
        sentence = press.field(buttons.SENTENCE)
        async with self._storage.work() as work:
            sent = await appeals.send(
                work, guild, press.ids[0], member, sentence, now=self._clock.now()
            )
            await work.commit()
        await replies.answer(press.interaction, appeal_screen(sent, press.say))

    async def take_suggestion(self, press: Press) -> None:
        """Bring an item before the moderators."""
        kind = kind_of(DraftKind, press.ids[0])
        guild, member = who(press)
        async with self._storage.work() as work:
            library = await library_of(work, self._library(), guild)
            concept = library.concept_by_number(press.ids[1])
            if concept is None:
                raise ConceptGone
            draft = draft_in(press.fields or {}, kind, concept.id)
            await suggestions.send(work, guild, member, draft, now=self._clock.now())
            await work.commit()
        await replies.answer(press.interaction, suggested_screen(draft, press.say))
