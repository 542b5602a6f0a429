"""How often one person may act: never noticed by a person, soon by a script."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from bot.discord_ui.refusals import Refusal
from bot.ids import MemberId

# A second gives one back. The fastest reader presses three times for an item of five seconds.
BACK_EACH = timedelta(seconds=1)
# A suggestion is asked for with each letter that is typed.
SUGGESTION = 0.1
MAX_REMEMBERED = 10_000


@dataclass
class TooFast(Refusal):
    """Somebody acted much faster than people do; nothing was done."""

    seconds: int


class Allowance:
    """A bucket of tokens for each person, in memory; the longest idle ones are forgotten."""

    def __init__(self, burst: int) -> None:
        """Let each person act ``burst`` times at once; 0: as often as they like."""
        self._burst = burst
        self._left: OrderedDict[MemberId, tuple[datetime, float]] = OrderedDict()

    def take(self, member: MemberId, now: datetime, cost: float = 1.0) -> None:
        """Count one act of ``member``.

        Raises:
            TooFast: there were too many of late; this one costs nothing.
        """
        if not self._burst:
            return
        left = self.left(member, now)
        refused = left < cost
        self._left[member] = (now, left if refused else left - cost)
        self._left.move_to_end(member)
        if len(self._left) > MAX_REMEMBERED:
            self._left.popitem(last=False)
        if refused:
            raise TooFast(max(1, ceil((cost - left) * BACK_EACH.total_seconds())))

    def left(self, member: MemberId, now: datetime) -> float:
        """Return how many times ``member`` may act at once."""
        then, left = self._left.get(member, (now, float(self._burst)))
        # A clock that was set back gives nothing, and takes nothing away.
        passed = max(timedelta(0), now - then)
        return min(float(self._burst), left + passed / BACK_EACH)

    def __len__(self) -> int:
        """Return how many people are remembered."""
        return len(self._left)
