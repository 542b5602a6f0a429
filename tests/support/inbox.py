"""Opens a section of the inbox in a study group."""

import discord
from simcord.actors import MemberActor

from tests.support.group import Group
from tests.support.told import answered, labels


async def open_inbox(
    group: Group, section: str = "", moderator: MemberActor | None = None
) -> discord.Message:
    """Open /inbox, then the ``section`` (else the longest waiting); return what is shown then.

    Where nothing waits, or who asks may not see it, that is the answer to the command.
    """
    who = moderator or group.moderator
    overview = answered(await who.slash(group.channel, "inbox"))
    label = next((each for each in labels(overview) if each.startswith(section)), None)
    if label is None:
        return overview
    await who.click(overview, label=label)
    return next(m for m in group.channel.history(viewer=who) if m.id == overview.id)
