"""What the ledger keeps about people."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.ids import GuildId, MemberId
from bot.posts import store
from bot.storage.personal import Declared, Fate, Personal
from bot.storage.work import Work


class PrivatePosts:
    """What was or will be sent to a member, or is told to them as the one who set it up."""

    tables = frozenset({"post"})

    async def kept(
        self, work: Work, member: MemberId, guild: GuildId | None
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Return the messages written to ``member`` in private."""
        return {"post": await store.written_to(work, member, guild)}

    async def forget(self, work: Work, member: MemberId, guild: GuildId | None) -> int:
        """Take back what waits to be sent to ``member``, and unname the rest."""
        return await store.forget_member(work, member, guild)


DECLARED = Declared(
    columns=(
        Personal("announcement", fate=Fate.UNNAME, is_mine=False),
        Personal("errand", fate=Fate.UNNAME, is_mine=False),
    ),
    parts=(PrivatePosts(),),
)
