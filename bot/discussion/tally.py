"""Counts how many hold each stance."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.discussion.model import Vote, Voter


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voters took each stance, by its place.

    Where several may be taken, the counts together are more than ``voters``.
    """

    counts: tuple[int, ...]
    voters: int

    def share(self, stance: int) -> float:
        """Return the share of voters who took ``stance``, 0 to 1; of nobody 0."""
        return self.counts[stance] / self.voters if self.voters else 0.0

    def percent(self, stance: int) -> int:
        """Return the same in whole per cent, a half rounded up."""
        return int(self.share(stance) * 100 + 0.5)


def tally_of(votes: Iterable[Vote], stances: int, round_: int) -> Tally:
    """Count the votes of round ``round_`` over ``stances`` stances."""
    taken = [vote.stances for vote in votes if vote.round == round_]
    counts = tuple(sum(place in each for each in taken) for place in range(stances))
    return Tally(counts, len(taken))


def held_by(votes: Iterable[Vote]) -> dict[Voter, frozenset[int]]:
    """Return what each voter holds by now: what they took in the latest round they voted in."""
    ordered = sorted(votes, key=lambda vote: vote.round)
    return {vote.voter: vote.stances for vote in ordered}
