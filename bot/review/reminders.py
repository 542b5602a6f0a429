"""Reminders as a source of posts: private, at most one a day, only where something waits."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say, voice
from bot.guilds import service as guilds
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.quiz import service as quiz
from bot.review.intake import day_in, due, take_in
from bot.review.reminder import Reminder
from bot.review.show.reminder import Waiting, reminder_screen
from bot.review.store import reminders
from bot.storage.work import Work

KIND = "reminder"
# A reminder that comes much later than the hour that was chosen is worse than none.
GRACE = timedelta(hours=2)
# Answers of the last days: older ones came in with the reminders before, or with /review.
RECENT = timedelta(days=8)
# Each brings a member's cards along: few at a time leave room for presses in between.
AT_ONCE = 25


class Reminders:
    """The source of reminders."""

    kind = KIND

    def __init__(self, library: Callable[[], Library]) -> None:
        """Count what is due in the present ``library``."""
        self._library = library

    async def earliest(self, work: Work) -> datetime | None:
        """Return when the next reminder of anybody comes."""
        return await reminders.earliest(work)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Claim a reminder for each member whose hour has come and for whom something waits."""
        come = await reminders.due(work, now, min(limit, AT_ONCE))
        if not come:
            return ()
        await reminders.keep(work, [each.decided(now) for each in come])
        in_time = [each for each in come if each.coming and now <= each.coming.at + GRACE]
        members = {(each.guild, each.member): each.zone_info() for each in in_time}
        if not members:
            return ()
        remembered = await take_in(work, members, since=now - RECENT)
        asked = await quiz.waiting_for(work, members)
        languages = await guilds.languages_of(work, {each.member for each in in_time})
        library, claims = self._library(), []
        for each in in_time:
            who = (each.guild, each.member)
            today = day_in(each.zone_info(), now)
            items = due(remembered[who], library, today, but=asked[who])
            waiting = Waiting(len(items), len(asked[who]))
            if waiting:
                claims.append(_claim(each, waiting, languages.get(each.member)))
        return claims

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Turn it off quietly; the member is told at their next private reply."""
        del refused, now
        member = post.claim.member
        if member is None:
            return
        known = await reminders.of_member(work, post.claim.guild, member)
        if known is not None and known.is_on:
            await reminders.keep(work, [known.off(closed=True)])

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Do nothing: tomorrow's comes, and this one would only be in the way."""
        del work, posts, now

    def render(self, post: Post, say: Say) -> Screen:
        """Show what waits, in the member's own language, else in the server's."""
        kept = post.claim.snapshot
        own = kept["language"]
        waiting = Waiting(kept["due"], kept["asked"])
        words = voice(own) if own else say
        return reminder_screen(post.id, post.claim.subject, post.claim.guild, waiting, words)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Return None: a reminder stays as it is."""
        del work, post, say
        return None


def _claim(reminder: Reminder, waiting: Waiting, language: str | None) -> Claim:
    if reminder.coming is None:
        raise ValueError(f"reminder {reminder.number} is off")
    return Claim(
        guild=reminder.guild,
        kind=KIND,
        subject=reminder.number,
        occurrence=reminder.coming.day.isoformat(),
        channel=None,
        member=reminder.member,
        snapshot={"due": waiting.due, "asked": waiting.asked, "language": language},
        due=reminder.coming.at,
        grace=GRACE,
        # It was asked for, so that it is noticed.
        silent=False,
    )
