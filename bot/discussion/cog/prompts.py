"""Answers a question that a prompt asks with its open discussion, or with what the last came to."""

from bot.content.model import Prompt
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.discussion import service
from bot.discussion.show.answers import came_to_screen, going_on_screen
from bot.ids import GuildId, Place
from bot.storage.work import Storage


class DiscussedPrompts:
    """What answers ask of discussions (``bot.answers.discussed.Discussed``)."""

    def __init__(self, storage: Storage) -> None:
        """Work on ``storage``."""
        self._storage = storage

    async def over(self, guild: GuildId, prompt: Prompt, found: Screen, say: Say) -> Screen:
        """Show the discussion in place of ``found``, or ``found`` where there was none."""
        async with self._storage.reading() as work:
            latest = await service.latest_on(work, guild, prompt.topic, prompt.id)
            if latest is None:
                return found
            discussion, report = latest
            voters = await service.count(work, discussion)
        if report is not None:
            return came_to_screen(discussion, report, found, say)
        return (
            going_on_screen(discussion, voters, found, say) if discussion.phase.is_open else found
        )

    async def cited(self, place: Place, concept: str) -> None:
        """Count a concept that answered in the thread of an open discussion."""
        if place.guild is None:
            return
        async with self._storage.reading() as work:
            about = await service.open_in(work, place.guild, place.channel)
        if about is None or about.thread != place.channel:
            return
        async with self._storage.work() as work:
            await service.note_citation(work, place.guild, place.channel, concept)
            await work.commit()
