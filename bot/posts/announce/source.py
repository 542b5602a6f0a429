"""Announcements as a source of posts: what is due, how it looks, what happens when it fails."""

from collections.abc import Sequence
from datetime import datetime

from bot.discord_ui.cutting import plain
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import GuildId
from bot.posts import notices
from bot.posts.announce import show, store
from bot.posts.announce.model import Standing
from bot.posts.announce.service import KIND, claim_of
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.storage.work import Work

EXCERPT = 60


class Announcements:
    """The source of announcements."""

    kind = KIND

    async def earliest(self, work: Work) -> datetime | None:
        """Return when the next announcement is due."""
        return await store.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Claim every occurrence that has come, also those that it is too late for."""
        planned, claims = [], []
        for announcement in await store.due(work, now, limit):
            later, come = announcement.overdue(now)
            planned.append(later)
            claims += [claim_of(announcement, occurrence) for occurrence in come]
        await store.keep(work, planned)
        return claims

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Pause it, and tell once what to mend; it stays until a moderator decides."""
        claim = post.claim
        found = await store.announcement(work, claim.guild, claim.subject)
        if found is None or found.standing is Standing.CANCELLED:
            return
        await store.keep(work, [found.paused()])
        await notices.tell(
            work,
            claim.guild,
            about=f"paused {claim.occurrence}",
            subject=claim.subject,
            member=claim.member,
            words=f"notice-announcement-{refused.why}",
            facts={"text": _excerpt(post), "channel": f"<#{claim.channel}>"},
            permissions=refused.missing or notices.NEEDED_TO_WRITE,
            now=now,
        )

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Tell once of each announcement, however many times of it were missed."""
        by_subject: dict[tuple[GuildId, int], list[Post]] = {}
        for post in posts:
            by_subject.setdefault((post.claim.guild, post.claim.subject), []).append(post)
        for (guild, subject), missed in by_subject.items():
            last = max(missed, key=lambda post: post.claim.due)
            await notices.tell(
                work,
                guild,
                about=f"missed {last.claim.occurrence}",
                subject=subject,
                member=last.claim.member,
                words="notice-announcement-missed",
                facts={
                    "text": _excerpt(last),
                    "at": show.moment(last.claim.due),
                    "count": len(missed),
                },
                now=now,
            )

    def render(self, post: Post, say: Say) -> Screen:
        """Show the text, the same in every language."""
        del say
        return show.announcement_screen(post.claim.snapshot["text"])

    async def redraw(self, _work: Work, post: Post, say: Say) -> Screen | None:
        """Show the text."""
        return self.render(post, say)


def _excerpt(post: Post) -> str:
    return plain(post.claim.snapshot["text"], EXCERPT)
