"""Which channels the bot needs for what, and what else of a server can be changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.discord_ui.words import Say
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId
from bot.posts.announce import service as announcements
from bot.quiz import timetable
from bot.quiz.schedule import running
from bot.setup.model import Use
from bot.storage.work import Work

WRITING = ("view_channel", "send_messages")
# What becomes of a post after a crash is looked up in the channel.
POSTING = (*WRITING, "embed_links", "read_message_history")
QUIZ = (*POSTING, "attach_files")


class Uses(Protocol):
    """A capability that posts somewhere."""

    async def __call__(self, work: Work, guild: GuildId, /) -> Sequence[Use]:
        """Return every channel of ``guild`` that it uses now."""
        ...


async def quizzes(work: Work, guild: GuildId) -> Sequence[Use]:
    """Return the channels of the quiz's schedules that run."""
    found = running(await timetable.every(work, guild))
    return [Use(each.channel, "check-use-quiz", QUIZ) for each in found]


async def announced(work: Work, guild: GuildId) -> Sequence[Use]:
    """Return the channels of the announcements that wait."""
    waiting = await announcements.waiting(work, guild)
    return [Use(each.channel, "check-use-announcement", WRITING) for each in waiting]


async def notices(work: Work, guild: GuildId) -> Sequence[Use]:
    """Return the notice channel."""
    channel = (await guilds.settings(work, guild)).notice_channel
    return [] if channel is None else [Use(channel, "check-use-notice", WRITING)]


async def planned(work: Work, guild: GuildId, say: Say) -> Sequence[tuple[str, str]]:
    """Return how many quizzes and announcements are planned."""
    schedules = await timetable.every(work, guild)
    waiting = await announcements.waiting(work, guild)
    count, paused = len(schedules), len(schedules) - len(running(schedules))
    return (
        (say("settings-quizzes"), say("settings-quizzes.value", count=count, paused=paused)),
        (say("settings-announcements"), say("settings-announcements.value", count=len(waiting))),
    )


def together(uses: Iterable[Use]) -> dict[ChannelId, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return of each channel what it is used for, and every permission that this needs."""
    words: dict[ChannelId, dict[str, None]] = defaultdict(dict)
    needs: dict[ChannelId, dict[str, None]] = defaultdict(dict)
    for use in uses:
        words[use.channel][use.words] = None
        needs[use.channel].update(dict.fromkeys(use.needs))
    return {channel: (tuple(words[channel]), tuple(needs[channel])) for channel in words}
