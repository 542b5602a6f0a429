"""The daily items as a source of posts: what is asked, what closes, what happens when it fails."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import GuildId
from bot.posts import notices
from bot.posts.model import Claim, Post, State
from bot.posts.outcomes import Refused
from bot.quiz.closing import count
from bot.quiz.deciding import asked_items, claim_of, days_before, days_items
from bot.quiz.desk.suggestions import libraries_of
from bot.quiz.kinds import KIND
from bot.quiz.model import GRACE, WORTH_A_WORD, AskedItem, AskedState
from bot.quiz.schedule import Paused, Schedule
from bot.quiz.show.question import Before, Setting, question_screen
from bot.quiz.show.result import result_screen
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import answers, asked, schedules
from bot.quiz.tally import tally
from bot.storage.work import Work


class DailyQuiz:
    """The source of the daily items."""

    kind = KIND

    def __init__(self, library: Callable[[], Library], clock: Clock) -> None:
        """Ask from the present ``library``."""
        self._library = library
        self._clock = clock

    async def earliest(self, work: Work) -> datetime | None:
        """Return when a day is to be decided, or an open item closes."""
        moments = (await schedules.earliest(work), await asked.earliest_closing(work))
        return min((moment for moment in moments if moment), default=None)

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Close what is over, then decide each due day: also one that it is too late for."""
        coming = await schedules.due(work, now, limit)
        in_time = [each.number for each in coming if not _is_late(each, now)]
        closed = [
            *await asked.close_of(work, in_time, now),
            *await asked.close_over(work, now, limit),
        ]
        await count(work, closed)
        return await self._decide(work, coming, now)

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Pause the schedule, and tell once what to mend."""
        guild, number = post.claim.guild, post.claim.subject
        item = await asked.one(work, guild, number)
        if item is None or post.state is not State.MISSED:
            return
        await asked.end(work, [(guild, number)], AskedState.MISSED)
        await pause_for(work, guild, item.schedule, post, refused, now)

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Note the days, and tell each server once, however many they are."""
        wanted = [(post.claim.guild, post.claim.subject) for post in posts]
        await asked.end(work, wanted, AskedState.MISSED)
        last: dict[GuildId, Post] = {}
        for post in sorted(posts, key=lambda post: post.claim.due):
            last[post.claim.guild] = post
        for guild, post in last.items():
            count = sum(each.claim.guild == guild for each in posts)
            await notices.tell(
                work,
                guild,
                about=f"quiz missed {post.claim.occurrence}",
                subject=post.claim.subject,
                member=post.claim.member,
                words="notice-quiz-missed",
                facts={
                    "channel": f"<#{post.claim.channel}>",
                    "at": f"<t:{int(post.claim.due.timestamp())}:F>",
                    "count": count,
                },
                now=now,
            )

    def render(self, post: Post, say: Say) -> Screen:
        """Show the question, from the post's own snapshot."""
        now, due = self._clock.now(), post.claim.due
        late = due if now - due >= WORTH_A_WORD else None
        return _question(post, replace(_setting(post), late_since=late), say)

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show how many have answered; once closed, what they answered."""
        item = await asked.one(work, post.claim.guild, post.claim.subject)
        if item is None:
            return None
        if item.state is AskedState.CLOSED:
            counted = await answers.counted(work, [item.number])
            return result_screen(post.id, item, tally(item.snapshot, counted[item.number]), say)
        if not item.is_open:
            return None
        count = await answers.count(work, item.guild, item.number)
        return _question(post, replace(_setting(post), answers=count), say)

    async def _decide(
        self, work: Work, coming: Sequence[Schedule], now: datetime
    ) -> Sequence[Claim]:
        if not coming:
            return ()
        guilds = {each.guild for each in coming}
        libraries = await libraries_of(work, self._library(), guilds)
        past = await asked.past(work, guilds)
        before = await days_before(work, coming, now)
        fresh: list[AskedItem] = []
        kept: list[Schedule] = []
        for schedule in coming:
            library = libraries[schedule.guild]
            items = days_items(schedule, library, past[schedule.guild])
            kept.append(schedule.claimed() if items else schedule.paused(Paused.NO_ITEMS))
            fresh += asked_items(schedule, items, library)
            if not items:
                await _tell_empty(work, schedule, now)
        numbers = await asked.add(work, fresh)
        await schedules.keep(work, kept)
        by_number = {each.number: each for each in coming}
        return [
            claim_of(replace(item, number=number), by_number[item.schedule], before)
            for item, number in zip(fresh, numbers, strict=True)
        ]


async def pause_for(
    work: Work, guild: GuildId, number: int, post: Post, refused: Refused, now: datetime
) -> None:
    """Pause the schedule whose ``post`` Discord will not take, and tell once what to mend."""
    schedule = await schedules.one(work, guild, number)
    if schedule is None:
        return
    await schedules.keep(work, [schedule.paused(Paused.CHANNEL)])
    await notices.tell(
        work,
        guild,
        about=f"quiz paused {post.claim.occurrence}",
        subject=number,
        member=schedule.member,
        words=f"notice-quiz-{refused.why}",
        facts={"channel": f"<#{post.claim.channel}>"},
        permissions=refused.missing or notices.NEEDED_TO_WRITE,
        now=now,
    )


def _is_late(schedule: Schedule, now: datetime) -> bool:
    return schedule.coming is not None and now > schedule.coming.at + GRACE


def _setting(post: Post) -> Setting:
    kept = post.claim.snapshot
    return Setting(
        closes_at=datetime.fromisoformat(kept["closes_at"]),
        part=post.claim.part,
        parts=kept["parts"],
        before=Before.from_json(kept["before"]) if kept["before"] else None,
        ping=kept["ping"],
    )


def _question(post: Post, setting: Setting, say: Say) -> Screen:
    snapshot = Snapshot.from_json(post.claim.snapshot["item"])
    return question_screen(post.id, post.claim.subject, snapshot, setting, say)


async def _tell_empty(work: Work, schedule: Schedule, now: datetime) -> None:
    await notices.tell(
        work,
        schedule.guild,
        about=f"quiz empty {schedule.coming.day if schedule.coming else ''}",
        subject=schedule.number,
        member=schedule.member,
        words="notice-quiz-no-items",
        facts={"channel": f"<#{schedule.channel}>"},
        now=now,
    )
