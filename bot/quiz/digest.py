"""The silent look back on Sunday as a source of posts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.quiz.daily import pause_for
from bot.quiz.model import GRACE, AskedItem
from bot.quiz.schedule import Schedule
from bot.quiz.show.digest import DigestLine, digest_screen
from bot.quiz.store import asked, schedules
from bot.storage.work import Work

KIND = "quiz-digest"
WEEK = timedelta(days=7)


class WeeklyDigest:
    """The source of look backs: one a week for each schedule that wants it, if there is any."""

    kind = KIND

    async def earliest(self, work: Work) -> datetime | None:
        """Return when the next one is due."""
        return await schedules.earliest_digest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Claim what is due; a week without an answer is passed over."""
        coming = await schedules.digest_due(work, now, limit)
        if not coming:
            return ()
        closed = await asked.closed_since(work, [each.number for each in coming], now - WEEK)
        claims = []
        for schedule in coming:
            items = [item for item in closed.get(schedule.number, ()) if item.answers]
            if items:
                claims.append(_claim(schedule, items))
        await schedules.keep(work, [schedule.digested(now) for schedule in coming])
        return claims

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Pause the schedule, and tell once what to mend."""
        await pause_for(work, post.claim.guild, post.claim.subject, post, refused, now)

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Do nothing: a look back that nobody waited for needs no notice."""
        del work, posts, now

    def render(self, post: Post, say: Say) -> Screen:
        """Show the week, from the post's own snapshot."""
        lines = [DigestLine.from_json(each) for each in post.claim.snapshot["items"]]
        return digest_screen(post.id, lines, say)

    async def redraw(self, _work: Work, post: Post, say: Say) -> Screen | None:
        """Show it as it is."""
        return self.render(post, say)


def _claim(schedule: Schedule, items: Sequence[AskedItem]) -> Claim:
    if schedule.digest_at is None:
        raise ValueError(f"schedule {schedule.number} has no look back to claim")
    snapshot: dict[str, Any] = {"items": [DigestLine.of(item).as_json() for item in items]}
    return Claim(
        guild=schedule.guild,
        kind=KIND,
        subject=schedule.number,
        occurrence=schedule.digest_at.date().isoformat(),
        channel=schedule.channel,
        member=schedule.member,
        snapshot=snapshot,
        due=schedule.digest_at,
        grace=GRACE,
    )
