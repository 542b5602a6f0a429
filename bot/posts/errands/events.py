"""Discord's scheduled events as errands: made once, found again by a mark in the description."""

from typing import Any

import aiohttp
import discord

from bot.posts.delivery import Failure, cause_of
from bot.posts.errands.model import CANCEL_EVENT, CREATE_EVENT, Errand
from bot.posts.errands.runner import Chore, Done

# Discord's code for an event that is not there (docs: topics/opcodes-and-status-codes#json).
UNKNOWN_EVENT = 10070
# https://discord.com/developers/docs/resources/guild-scheduled-event
MAX_NAME = 100
MAX_DESCRIPTION = 1000
MAX_LOCATION = 100
GUILD_ONLY = 2
EXTERNAL = 3
NEEDED = ("create_events",)
_NETWORK = (aiohttp.ClientError, OSError, TimeoutError)


class DiscordEvents:
    """The chores about scheduled events, by discord.py. Each may be done twice without harm."""

    def __init__(self, client: discord.Client) -> None:
        """Speak through ``client``."""
        self._client = client

    def chores(self) -> dict[str, Chore]:
        """Return what does each chore."""
        return {CREATE_EVENT: self.create, CANCEL_EVENT: self.cancel}

    async def create(self, errand: Errand) -> Done | Failure:
        """Make the event, unless one with its mark is there; Discord knows no nonce for events."""
        details, guild = errand.wish.details, errand.wish.guild
        try:
            found = await self._marked(errand)
            if found is not None:
                return Done(found)
            mark = f"\n\n({details['mark']})"
            text = str(details["description"])[: MAX_DESCRIPTION - len(mark)] + mark
            made = await self._client.http.create_guild_scheduled_event(
                guild,
                name=str(details["name"])[:MAX_NAME],
                description=text,
                privacy_level=GUILD_ONLY,
                entity_type=EXTERNAL,
                entity_metadata={"location": self._place(errand)},
                scheduled_start_time=details["start"],
                scheduled_end_time=details["end"],
            )
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return cause_of(error, NEEDED)
        return Done(int(made["id"]))

    async def cancel(self, errand: Errand) -> Done | Failure:
        """Delete the event; one that is not there is as good as deleted."""
        try:
            event = errand.wish.details["event"] or await self._marked(errand)
            if event is not None:
                await self._client.http.delete_scheduled_event(errand.wish.guild, int(event))
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            if getattr(error, "code", None) != UNKNOWN_EVENT:
                return cause_of(error, NEEDED)
        return Done()

    async def _marked(self, errand: Errand) -> int | None:
        mark = f"({errand.wish.details['mark']})"
        known: list[Any] = await self._client.http.get_scheduled_events(
            errand.wish.guild, with_user_count=False
        )
        found = (each for each in known if mark in (each.get("description") or ""))
        return next((int(each["id"]) for each in found), None)

    def _place(self, errand: Errand) -> str:
        channel = self._client.get_channel(int(errand.wish.details["channel"]))
        name = getattr(channel, "name", None)
        return f"#{name}"[:MAX_LOCATION] if name else str(errand.wish.details["location"])
