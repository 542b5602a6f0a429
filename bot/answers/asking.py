"""Asks for a member: reads what it goes on from, finds with nothing locked, then keeps it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.answers import service
from bot.answers.asked import Answer, Asked
from bot.answers.conversation import service as conversation
from bot.answers.conversation.model import Asker, Topic
from bot.answers.discussed import Discussed
from bot.answers.editions import Editions
from bot.answers.model import Finding, Question
from bot.answers.notes import Edition, Notes
from bot.answers.teaching import service as teaching
from bot.answers.teaching.overlay import Overlay, Taught
from bot.answers.teaching.overlays import Overlays
from bot.answers.teaching.store import lessons
from bot.answers.teaching.store.lessons import NOTHING_TAUGHT, Stamp
from bot.clock import Clock
from bot.discord_ui.faces import Actor
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.guilds import service as guilds
from bot.ids import GuildId, MemberId, Place
from bot.storage.batch import Batch
from bot.storage.together import Together
from bot.storage.work import Storage, Work


@dataclass(frozen=True, slots=True)
class _Found:
    """A question with what was found, to be kept; settled by the ``lesson`` that decided it."""

    edition: Edition
    place: Place
    member: MemberId
    question: Question
    finding: Finding
    at: datetime
    lesson: Taught | None


async def _keep(work: Work, found: Sequence[_Found]) -> list[Answer | Exception]:
    kept: list[Answer | Exception] = []
    for each in found:
        answer = await service.keep(
            work, each.edition, each.place, each.member, each.question, each.finding, now=each.at
        )
        if each.lesson is not None:
            await teaching.settle(work, each.lesson, answer.number)
        kept.append(answer)
    return kept


class Asking:
    """The one way from a typed question to a kept answer."""

    def __init__(self, storage: Storage, notes: Notes, clock: Clock) -> None:
        """Answer from each server's edition of ``notes``, and from what it taught."""
        self._storage = storage
        self.notes = notes
        self.editions = Editions(storage, notes, notes.edition_of)
        self._clock = clock
        self.overlays = Overlays()
        self._known = Together(storage, self._read_known, name="conversation")
        self._settings = Together(storage, guilds.settings_of, name="settings")
        self._keeping: Batch[_Found, Answer] = Batch(storage, _keep)
        # Brought by discussions, which stand above.
        self.discussed: Discussed | None = None

    async def ask(
        self,
        place: Place,
        member: MemberId,
        typed: str,
        *,
        after: int | None = None,
        about: str | None = None,
    ) -> Answer:
        """Find what the notes have for ``typed``, and keep the question with its outcome.

        ``about`` is the concept that it goes on from, or ``after`` the question, where either is
        known; otherwise it is what the member talked about in this place, if recently.

        Raises:
            NothingAsked: there is nothing in ``typed``.
        """
        text = service.text_of(typed)
        edition, now = await self.editions.of(place.guild), self._clock.now()
        topic, stamp = await self._known.of((place, member))
        if about is not None and edition.library.concept(about) is not None:
            topic = Topic((about,))
        elif after is not None:
            async with self._storage.reading() as work:
                topic = await service.topic_of(work, edition, after, place.guild)
        overlay = await self._overlay(place.guild, edition, stamp)
        question = Question(text, None if topic is None else topic.said(edition.library))
        found = await finding_of(edition, overlay, question)
        lesson = None
        if overlay is not None and not found.answered and found.why.taught is not None:
            # Moderators have decided already that this is not ours.
            lesson = overlay.lesson_for(question, found)
        return await self._keeping.add(_Found(edition, place, member, question, found, now, lesson))

    async def _read_known(
        self, work: Work, askers: Collection[Asker]
    ) -> dict[Asker, tuple[Topic | None, Stamp]]:
        topics = await conversation.topics_of(work, askers, now=self._clock.now())
        guilds_ = {place.guild for place, _ in askers}
        stamps = {
            guild: NOTHING_TAUGHT if guild is None else await lessons.stamp(work, guild)
            for guild in guilds_
        }
        return {asker: (topics.get(asker), stamps[asker[0].guild]) for asker in askers}

    async def _overlay(
        self, guild: GuildId | None, edition: Edition, stamp: Stamp
    ) -> Overlay | None:
        try:
            return self.overlays.kept(guild, edition, stamp)
        except LookupError:
            async with self._storage.reading() as work:
                return await self.overlays.of(work, guild, edition)

    async def again(self, guild: GuildId | None, asked: Asked) -> Finding:
        """Find anew what was ``asked``, with what is known now; nothing is kept."""
        edition = await self.editions.of(guild)
        async with self._storage.reading() as work:
            overlay = await self.overlays.of(work, guild, edition)
        return await finding_of(edition, overlay, Question(asked.text, asked.previous))

    async def is_moderated_by(self, actor: Actor, guild: GuildId | None) -> bool:
        """Tell whether ``actor`` moderates ``guild``, and may know why an answer was chosen."""
        if guild is None:
            return False
        settings = await self._settings.of(guild)
        return settings.is_moderated_by(manages_server=actor.manages_server, roles=actor.roles)

    async def with_discussion(
        self, answer: Answer, place: Place, found: Screen, say: Say
    ) -> Screen:
        """Return ``found``, or what the group made of the prompt that it shows."""
        prompt = answer.edition.library.prompt(answer.finding.prompt or "")
        if prompt is None or place.guild is None or self.discussed is None:
            return found
        return await self.discussed.over(place.guild, prompt, found, say)

    async def cite(self, answer: Answer, place: Place) -> None:
        """Note for the discussion in ``place``, if there is one, which concept answered there."""
        if answer.finding.concept is not None and self.discussed is not None:
            await self.discussed.cited(place, answer.finding.concept)

    async def look_at(self, place: Place, member: MemberId, concept: str) -> None:
        """Keep that ``member`` looks at ``concept``, so that a short question goes on from it."""
        async with self._storage.work() as work:
            await conversation.look_at(work, place, member, concept, now=self._clock.now())
            await work.commit()


async def finding_of(edition: Edition, overlay: Overlay | None, question: Question) -> Finding:
    """Find in the shared index, then let what the server taught decide, if it has a say.

    In a thread of its own: a long question must not hold up the others.
    """
    found = await edition.found(question)
    return found if overlay is None else overlay.over(question, found)
