"""Names of people as their server shows them, a screenful in one request."""

from collections.abc import Collection, Mapping

import discord
import structlog

from bot.discord_ui.cutting import plain
from bot.discord_ui.words import Say
from bot.ids import MemberId

log = structlog.get_logger("doran.people")

# What Discord answers at once (docs: events/gateway-events#request-guild-members).
MAX_NAMES = 100
MAX_NAME = 40


async def names_of(
    guild: discord.Guild | None, members: Collection[MemberId], say: Say
) -> Mapping[MemberId, str]:
    """Return the nickname of each of ``members`` (100 at most), disarmed; leavers are said to be.

    May take seconds: acknowledge the interaction first. Where Discord does not answer, a name is
    a mention, which the reader's own Discord turns into a name.
    """
    if guild is None or not members:
        return {}
    wanted = sorted(members)[:MAX_NAMES]
    try:
        found = await guild.query_members(user_ids=list(wanted), limit=MAX_NAMES, cache=False)
    except (TimeoutError, discord.ClientException) as fault:
        log.warning("names not fetched", fault=type(fault).__name__, count=len(wanted))
        return {member: f"<@{member}>" for member in members}
    shown = {MemberId(each.id): plain(each.display_name, MAX_NAME) for each in found}
    return {member: shown.get(member) or say("somebody-who-left") for member in members}
