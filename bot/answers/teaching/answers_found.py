"""Tells who waits for an answer: a source of posts, private, once for each question."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.answers.asking import Asking, finding_of
from bot.answers.model import Question
from bot.answers.notes import Edition, Notes
from bot.answers.teaching import own_card
from bot.answers.teaching.model import Wish
from bot.answers.teaching.show.wishes import found_screen
from bot.answers.teaching.store import wishes
from bot.clock import Clock
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say, voice
from bot.guilds import service as guilds
from bot.ids import GuildId
from bot.notes import service as own_notes
from bot.notes.assembling import together
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.storage.work import Storage, Work

KIND = "answer-found"
OCCURRENCE = "found"
# An answer is worth having days later, too.
GRACE = timedelta(days=3)
AT_ONCE = 25
# Looked at in one go after the notes changed.
LOOKED_AT = 50


class AnswersFound:
    """The source of private answers to questions that had none."""

    kind = KIND

    def __init__(self, notes: Notes) -> None:
        """Show what ``notes`` say, or the server's own note where that has the answer."""
        self._notes = notes

    async def earliest(self, work: Work) -> datetime | None:
        """Return since when an answer waits to be told."""
        return await wishes.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Claim a message for each wish that has an answer."""
        come = await wishes.ready(work, min(limit, AT_ONCE))
        if not come:
            return ()
        await wishes.tell(work, [each.question for each in come], now)
        languages = await guilds.languages_of(work, {each.member for each in come})
        own = await self._own_cards(work, come)
        return [
            _claim(each, languages.get(each.member), own.get((each.guild, each.concept)), now)
            for each in come
        ]

    async def _own_cards(
        self, work: Work, come: Sequence[Wish]
    ) -> dict[tuple[GuildId, str | None], own_card.Card]:
        """The cards of concepts that are in no shared note: a post is drawn without a look-up."""
        shared = self._notes.edition.library
        wanted = {(each.guild, each.concept) for each in come if each.concept}
        own = {(guild, name) for guild, name in wanted if name and shared.concept(name) is None}
        found: dict[tuple[GuildId, str | None], own_card.Card] = {}
        for guild in {guild for guild, _ in own}:
            library = together(shared, await own_notes.shelf(work, guild))
            for each, name in own:
                if each == guild and (concept := library.concept(name)) is not None:
                    found[guild, name] = own_card.kept(concept, library)
        return found

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Let it be: their direct messages are closed, and nobody else is told what they asked."""
        del work, post, refused, now

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Let it be: asking again brings the answer."""
        del work, posts, now

    def render(self, post: Post, say: Say) -> Screen:
        """Show the answer, in the member's own language, else in the server's."""
        kept, library = post.claim.snapshot, self._notes.edition.library
        words = voice(kept["language"]) if kept["language"] else say
        concept = library.concept(kept["concept"])
        # Posts of an earlier version have no card.
        if concept is None and (card := kept.get("card")) is not None:
            concept, library = own_card.shown(card)
        return found_screen(post.id, post.claim.guild, kept["text"], concept, library, words)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Return None: it stays as it is."""
        del work, post, say
        return None


class Recheck:
    """Looks whether the present notes answer what somebody waits for."""

    def __init__(
        self,
        storage: Storage,
        asking: Asking,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Look in each server's edition of the notes; ``wake`` tells the scheduler."""
        self._storage = storage
        self._overlays = asking.overlays
        self._editions = asking.editions
        self._clock = clock
        self._wake = wake
        self._looked: Edition | None = None
        # By meaning more is answered than by words, which had to do until then.
        asking.notes.when_learnt(self.look)

    async def look(self) -> int:
        """Look at every wish once for each edition of the notes; return how many have an answer.

        Notes that were read again make an edition, and so does a model that has finished loading.
        """
        shared = self._editions.shared
        if self._looked is shared:
            return 0
        self._looked = shared
        last, answered = 0, 0
        while True:
            async with self._storage.reading() as work:
                hoping = await wishes.open_after(work, last, LOOKED_AT)
            if not hoping:
                break
            last = hoping[-1].question
            answered += await self._answer(hoping)
        if answered:
            self._wake()
        return answered

    async def look_in(self, guild: GuildId) -> int:
        """Look at the wishes of ``guild``, whose own notes changed; return how many are granted."""
        async with self._storage.reading() as work:
            hoping = await wishes.open_in(work, guild, LOOKED_AT)
        answered = await self._answer(hoping)
        if answered:
            self._wake()
        return answered

    async def _answer(self, hoping: Sequence[Wish]) -> int:
        found: dict[int, str] = {}
        for wish in hoping:
            edition = await self._editions.of(wish.guild)
            async with self._storage.reading() as work:
                overlay = await self._overlays.of(work, wish.guild, edition)
            finding = await finding_of(edition, overlay, Question(wish.text, wish.previous))
            # What was shown and called wrong is no answer to wait for.
            if finding.concept is not None and finding.concept != wish.refused:
                found[wish.question] = finding.concept
        if found:
            async with self._storage.work() as work:
                await wishes.answer(work, found, self._clock.now())
                await work.commit()
        return len(found)


def _claim(wish: Wish, language: str | None, card: own_card.Card | None, now: datetime) -> Claim:
    return Claim(
        guild=wish.guild,
        kind=KIND,
        subject=wish.question,
        occurrence=OCCURRENCE,
        channel=None,
        member=wish.member,
        snapshot={
            "text": wish.text,
            "concept": wish.concept or "",
            "language": language,
            "card": card,
        },
        due=now,
        grace=GRACE,
        # They asked for it, so that it is noticed.
        silent=False,
    )
