"""Which servers are this process's, of all that the bot is in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Share:
    """The servers on ``shards``, of ``count`` shards that all servers are spread over."""

    shards: frozenset[int]
    count: int = 1

    @classmethod
    def of(cls, shards: Iterable[int], count: int) -> Self:
        """Return the share of a process that is given ``shards`` (none named: all of them).

        Raises:
            ValueError: there are not that many shards.
        """
        chosen = frozenset(shards) or frozenset(range(count))
        if count < 1 or not all(0 <= shard < count for shard in chosen):
            raise ValueError(f"shards are counted from 0 to {count - 1}")
        return cls(chosen, count)

    @property
    def is_all(self) -> bool:
        """Tell whether no server is anybody else's."""
        return len(self.shards) == self.count

    @property
    def part(self) -> float:
        """Return how much of the whole this is, above 0 and at most 1."""
        return len(self.shards) / self.count

    def holds(self, guild: int) -> bool:
        """Tell whether ``guild`` is on one of the shards.

        https://discord.com/developers/docs/events/gateway#sharding
        """
        return (guild >> 22) % self.count in self.shards

    def with_shards(self, shards: Iterable[int]) -> Self:
        """Return the share with other ``shards`` of the same count."""
        return type(self)(frozenset(shards), self.count)


ALL = Share(frozenset({0}))
