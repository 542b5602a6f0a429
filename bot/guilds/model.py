"""What a server chose, and the rules about it."""

from dataclasses import dataclass, replace
from typing import Self
from zoneinfo import ZoneInfo, available_timezones

from bot.discord_ui.refusals import NotModerator, Refusal
from bot.ids import ChannelId, GuildId, RoleId

DEFAULT_LANGUAGE = "ko"
DEFAULT_ZONE = "Asia/Seoul"
# Shown before anything is typed: where the groups that we know of live.
LIKELY_ZONES = (
    "Asia/Seoul",
    "Asia/Tokyo",
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Australia/Sydney",
)


@dataclass
class UnknownZone(Refusal):
    """There is no zone called ``zone``."""

    zone: str


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """A server's settings; what was never set has its default."""

    guild: GuildId
    language: str = DEFAULT_LANGUAGE
    zone: str = DEFAULT_ZONE
    moderator_role: RoleId | None = None
    notice_channel: ChannelId | None = None

    def in_zone(self, zone: str) -> Self:
        """Return these settings with ``zone``, an IANA name in any case.

        Raises:
            UnknownZone: there is no such zone.
        """
        return replace(self, zone=zone_called(zone))

    def require_moderator(self, *, manages_server: bool, roles: frozenset[RoleId]) -> None:
        """Let moderators pass: Manage Server, or the role that the server named.

        Raises:
            NotModerator: somebody else.
        """
        if not self.is_moderated_by(manages_server=manages_server, roles=roles):
            raise NotModerator

    def is_moderated_by(self, *, manages_server: bool, roles: frozenset[RoleId]) -> bool:
        """Tell whether somebody with this power moderates: Manage Server, or the named role."""
        return manages_server or self.moderator_role in roles

    def zone_info(self) -> ZoneInfo:
        """Return the zone in which this server's clock runs."""
        return ZoneInfo(self.zone)


def zone_called(name: str) -> str:
    """Return the IANA name that ``name`` means, whatever its case and spaces.

    Raises:
        UnknownZone: there is no such zone.
    """
    wanted = _folded(name)
    for zone in available_timezones():
        if _folded(zone) == wanted:
            return zone
    raise UnknownZone(name)


def zones_like(typed: str, limit: int) -> tuple[str, ...]:
    """Return up to ``limit`` zones whose name holds what was ``typed``, likely ones first."""
    wanted = _folded(typed)
    likely = [zone for zone in LIKELY_ZONES if wanted in _folded(zone)]
    others = sorted(zone for zone in available_timezones() if wanted in _folded(zone))
    found = dict.fromkeys([*likely, *others] if wanted else likely)
    return tuple(found)[:limit]


def _folded(name: str) -> str:
    return name.strip().replace(" ", "_").casefold()
