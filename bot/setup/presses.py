"""What the buttons, menus and forms of the set-up do."""

from collections.abc import Callable, Sequence
from typing import Any

import discord

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.cutting import plain
from bot.discord_ui.faces import Languages, guild_of, member_of
from bot.discord_ui.pressed import acknowledge, kind_of
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.discord_ui.words import LANGUAGES, Say, voice
from bot.guilds.model import zone_called
from bot.guilds.power import moderated
from bot.guilds.service import ZoneFollower
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.posts.announce.model import UnclearTime
from bot.posts.announce.power import writable
from bot.posts.announce.typed_time import read_clock
from bot.quiz.service import library_of
from bot.setup import buttons, service, show
from bot.setup.model import Draft, Step
from bot.setup.uses import QUIZ, WRITING
from bot.storage.work import Storage

_MAX_DIGITS = 19


class SetupPresses:
    """Asks the service, then shows the next step, privately."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        languages: Languages,
        clock: Clock,
        wake: Callable[[], None],
        zone_followers: Sequence[ZoneFollower],
    ) -> None:
        """Work on ``storage``; ``zone_followers`` plan anew when the zone changes."""
        self._storage = storage
        self._library = library
        self._languages = languages
        self._clock = clock
        self._wake = wake
        self._zone_followers = zone_followers

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that the set-up carries."""
        return (
            Route(buttons.OPEN, 0, self.open, MODERATOR),
            Route(buttons.GO, 1, self.go, MODERATOR),
            Route(buttons.CHOOSE, 1, self.choose, MODERATOR),
            Route(buttons.NONE, 1, self.choose_none, MODERATOR),
            Route(buttons.TYPE, 1, self.type_in, MODERATOR),
            Route(buttons.TYPED, 1, self.take_typed, MODERATOR),
            Route(buttons.BEGIN, 1, self.begin, MODERATOR),
        )

    async def open(self, press: Press) -> None:
        """Show the set-up where it stands, privately."""
        await self.open_for(press.interaction)

    async def open_for(self, interaction: discord.Interaction) -> None:
        """Show whoever moderates the set-up where it stands."""
        async with self._storage.work() as work:
            guild = (await moderated(work, interaction)).guild
            draft = await service.open_draft(work, guild)
            await work.commit()
        say = await self._voice(draft, guild, member_of(interaction))
        await replies.answer(interaction, show.step_screen(draft, say))

    async def go(self, press: Press) -> None:
        """Ask for another step."""
        step = kind_of(Step, press.ids[0])
        if step is Step.DONE:
            raise OldButton
        await self._answer(press, lambda draft: draft.asking(step))

    async def choose(self, press: Press) -> None:
        """Take what was chosen from a menu."""
        step = kind_of(Step, press.ids[0])
        await self._take(press, step, self._chosen(press, step))

    async def choose_none(self, press: Press) -> None:
        """Take "none" for an answer."""
        step = kind_of(Step, press.ids[0])
        if step not in show.OPTIONAL:
            raise OldButton
        await self._take(press, step, {_FIELDS[step]: None})

    async def type_in(self, press: Press) -> None:
        """Open the form."""
        step = kind_of(Step, press.ids[0])
        if step not in show.TYPED:
            raise OldButton
        await replies.ask(press.interaction, show.typing_modal(step, press.say))

    async def take_typed(self, press: Press) -> None:
        """Take what was typed."""
        step, typed = kind_of(Step, press.ids[0]), press.field(buttons.TYPED_FIELD)
        match step:
            case Step.ZONE:
                answer: dict[str, Any] = {"zone": zone_called(typed)}
            case Step.QUIZ_TIME:
                answer = {"quiz_minutes": _minutes(typed)}
            case _:
                raise OldButton
        await self._take(press, step, answer)

    async def begin(self, press: Press) -> None:
        """Make it all count."""
        await acknowledge(press)
        interaction = press.interaction
        guild, member, now = guild_of(interaction), member_of(interaction), self._clock.now()
        async with self._storage.work() as work:
            await moderated(work, interaction)
            library = await library_of(work, self._library(), guild)
            by = service.Beginning(member, press.ids[0], library, self._zone_followers)
            draft = await service.begin(work, guild, by, now=now)
            self._require_channels(press, draft)
            await work.commit()
        self._languages.forget()
        self._wake()
        say = await self._voice(draft, guild, member)
        await replies.turn(interaction, show.begun_screen(draft, say))

    async def _take(self, press: Press, step: Step, answer: dict[str, Any]) -> None:
        await self._answer(press, lambda draft: draft.answered(step, **answer))

    async def _answer(self, press: Press, changed: Callable[[Draft], Draft]) -> None:
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await service.answer(work, guild, changed)
            await work.commit()
        say = await self._voice(draft, guild, member_of(press.interaction))
        await replies.turn(press.interaction, show.step_screen(draft, say))

    def _chosen(self, press: Press, step: Step) -> dict[str, Any]:
        value = press.values[0] if press.values else ""
        match step:
            case Step.LANGUAGE if value in LANGUAGES:
                return {"language": value}
            case Step.ZONE:
                return {"zone": zone_called(value)}
            case Step.QUIZ_TIME:
                return {"quiz_minutes": _minutes(value)}
            case Step.QUIZ_CHANNEL | Step.NOTICE_CHANNEL:
                channel = _number(value)
                writable(press.interaction, channel, press.say, _NEEDS[step])
                return {_FIELDS[step]: ChannelId(channel)}
            case Step.MODERATOR_ROLE:
                guild, role = press.interaction.guild, _number(value)
                if guild is None or guild.get_role(role) is None or role == guild.id:
                    raise OldButton
                return {_FIELDS[step]: RoleId(role)}
            case _:
                raise OldButton

    @staticmethod
    def _require_channels(press: Press, draft: Draft) -> None:
        # Permissions may have changed since the channel was chosen.
        chosen = (
            (Step.QUIZ_CHANNEL, draft.quiz_channel),
            (Step.NOTICE_CHANNEL, draft.notice_channel),
        )
        for step, channel in chosen:
            if channel is not None:
                writable(press.interaction, channel, press.say, _NEEDS[step])

    async def _voice(self, draft: Draft, guild: GuildId, member: MemberId) -> Say:
        """Speak as the member chose, else in the language that was just chosen."""
        own, _ = await self._languages.chosen(guild, member)
        return voice(own or draft.language)


_FIELDS = {
    Step.QUIZ_CHANNEL: "quiz_channel",
    Step.NOTICE_CHANNEL: "notice_channel",
    Step.MODERATOR_ROLE: "moderator_role",
}
_NEEDS = {Step.QUIZ_CHANNEL: QUIZ, Step.NOTICE_CHANNEL: WRITING}


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS):
        raise OldButton
    return int(value)


def _minutes(typed: str) -> int:
    at = read_clock(typed)
    if at is None:
        raise UnclearTime(plain(typed))
    return at.hour * 60 + at.minute
