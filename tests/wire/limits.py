"""Rate limits: a bucket for each route and major parameter, and the headers that tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

# Discord's reference, "Rate Limits": 50 requests a second a bot, interactions apart.
GLOBAL_PER_SECOND = 50
MAJOR_PARAMETERS = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id")
MESSAGE_ROUTE = ("POST", "/channels/{channel_id}/messages")


@dataclass(frozen=True)
class Limit:
    """So many calls in so many seconds."""

    calls: int
    seconds: float


# Loose, so that a test that is not about limits never waits.
LOOSE = Limit(calls=1000, seconds=1.0)
# What has been seen of Discord for new messages in one channel.
MESSAGES = Limit(calls=5, seconds=5.0)


@dataclass
class _Window:
    ends: float
    used: int = 0


@dataclass(frozen=True)
class Verdict:
    """Whether a request may pass, with the headers that go with the answer."""

    allowed: bool
    headers: Mapping[str, str]
    retry_after: float
    is_global: bool = False


class Limits:
    """The limits in force; `per_route` is keyed by method and route template."""

    def __init__(self) -> None:
        self.per_route: dict[tuple[str, str], Limit] = {}
        self.global_per_second: int | None = None
        self._windows: dict[tuple[str, ...], _Window] = {}

    def be_realistic(self) -> None:
        """Discord's global limit, and its limit of messages in a channel."""
        self.global_per_second = GLOBAL_PER_SECOND
        self.per_route[MESSAGE_ROUTE] = MESSAGES

    def verdict(
        self, method: str, template: str, params: Mapping[str, str], *, now: float, wall: float
    ) -> Verdict:
        """Counts a request. `now` is a monotonic time in seconds, `wall` the same as an epoch."""
        limit = self.per_route.get((method, template), LOOSE)
        bucket = sha256(f"{method} {template}".encode()).hexdigest()[:32]
        if self.global_per_second is not None and not template.startswith("/interactions"):
            window = self._window(("global",), 1.0, now)
            if window.used >= self.global_per_second:
                return Verdict(False, {}, window.ends - now, is_global=True)
            window.used += 1
        major = [params[name] for name in MAJOR_PARAMETERS if name in params]
        window = self._window((bucket, *major), limit.seconds, now)
        allowed = window.used < limit.calls
        window.used += allowed
        left = window.ends - now
        headers = {
            "X-RateLimit-Limit": str(limit.calls),
            "X-RateLimit-Remaining": str(limit.calls - window.used),
            "X-RateLimit-Reset": f"{wall + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": bucket,
        }
        return Verdict(allowed, headers, left)

    def _window(self, key: tuple[str, ...], seconds: float, now: float) -> _Window:
        window = self._windows.get(key)
        if window is None or window.ends <= now:
            window = self._windows[key] = _Window(ends=now + seconds)
        return window
