"""Plans as a source of posts: reminders, and what becomes of their events at Discord."""

from collections.abc import Sequence
from datetime import datetime

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.posts import notices
from bot.posts.errands.model import CREATE_EVENT, Errand
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.sessions import plans
from bot.sessions.frozen import text_of
from bot.sessions.plan import Plan, PlanState, Reminder
from bot.sessions.show.plan import Reminded, reminder_screen
from bot.sessions.store import plans as store
from bot.storage.work import Work


class PlanPosts:
    """The source of reminders."""

    kind = plans.KIND

    async def earliest(self, work: Work) -> datetime | None:
        """Return when something is to be done for any plan."""
        return await plans.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Remind of what is near."""
        return await plans.pass_due(work, now, limit)

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Tell once what to mend; the plan stands."""
        await self._tell(
            work, post, str(refused.why), now, refused.missing or notices.NEEDED_TO_WRITE
        )

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Tell once of each plan."""
        for post in posts:
            await self._tell(work, post, "missed", now, ())

    async def errand_done(self, work: Work, errand: Errand, now: datetime) -> None:
        """Remember which event belongs to the plan."""
        del now
        wish = errand.wish
        if wish.chore == CREATE_EVENT and errand.result is not None:
            await plans.event_made(
                work, wish.guild, wish.subject, str(wish.details["mark"]), errand.result
            )

    async def errand_refused(
        self, work: Work, errand: Errand, refused: Refused, now: datetime
    ) -> None:
        """Do without the event, and tell once what to grant."""
        wish = errand.wish
        words = "event" if wish.chore == CREATE_EVENT else "event-stays"
        await notices.tell(
            work,
            wish.guild,
            about=f"plan {words} {wish.occurrence}",
            subject=wish.subject,
            member=wish.member,
            words=f"notice-session-plan-{words}",
            facts={"channel": f"<#{wish.channel}>"},
            permissions=refused.missing or ("create_events",),
            now=now,
        )

    def render(self, post: Post, say: Say) -> Screen:
        """Show the reminder from its snapshot."""
        return reminder_screen(post.id, post.claim.subject, _reminded(post), say)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show it without its button once it was started, moved or cancelled."""
        found = await store.one(work, post.claim.guild, post.claim.subject)
        reminded = _reminded(post)
        if found is None:
            return None
        stands = _stands(found, reminded)
        return reminder_screen(post.id, post.claim.subject, reminded, say, stands=stands)

    async def _tell(
        self, work: Work, post: Post, why: str, now: datetime, permissions: Sequence[str]
    ) -> None:
        await notices.tell(
            work,
            post.claim.guild,
            about=f"plan {post.claim.occurrence} {why}",
            subject=post.claim.subject,
            member=post.claim.member,
            words="notice-session-plan-reminder",
            facts={"channel": f"<#{post.claim.channel}>"},
            permissions=permissions or notices.NEEDED_TO_WRITE,
            now=now,
        )


def _stands(plan: Plan, reminded: Reminded) -> bool:
    is_same = plan.occurrence == reminded.occurrence and plan.starts_at == reminded.starts_at
    return is_same and plan.state is PlanState.OPEN and not plan.started


def _reminded(post: Post) -> Reminded:
    kept = post.claim.snapshot
    return Reminded(
        text_of(kept["title"]),
        datetime.fromisoformat(kept["starts_at"]),
        kept["minutes"],
        Reminder(kept["reminder"]),
        kept["occurrence"],
    )
