"""What can be done with plans: make, cancel, follow Discord's event; and what the clock does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.content.model import Text
from bot.discord_ui.words import voice
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.errands import service as errands
from bot.posts.errands.model import CANCEL_EVENT, CREATE_EVENT, Wish
from bot.posts.model import Claim
from bot.posts.wallclock import instant
from bot.sessions import plan as rules
from bot.sessions.frozen import text_json
from bot.sessions.plan import MOST_PLANS, YEARS_AHEAD, Plan, PlanState, Reminder
from bot.sessions.refusals import MomentGone, MomentTooFar, PlanGone, PlanTooMany
from bot.sessions.store import plans
from bot.storage.work import Work

KIND = "session-plan"
_GRACE = {Reminder.DAY: timedelta(hours=12), Reminder.SOON: timedelta(hours=1)}


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What is planned: ``wall`` is the local time in the server's zone, naive."""

    guild: GuildId
    channel: ChannelId
    member: MemberId
    topic: str
    title: Text
    minutes: int
    wall: datetime
    weekly: bool = False


async def make(work: Work, wish: PlanWish, *, now: datetime) -> Plan:
    """Plan a session: its event at Discord is wanted, and its reminders wait.

    Raises:
        MomentGone: the time is over.
        MomentTooFar: Discord plans no further ahead.
        PlanTooMany: the server plans enough already.
    """
    settings = await guilds.settings(work, wish.guild)
    starts_at = instant(wish.wall, settings.zone_info())
    if starts_at <= now:
        raise MomentGone
    if starts_at > now + timedelta(days=365 * YEARS_AHEAD):
        raise MomentTooFar(YEARS_AHEAD)
    if len(await plans.open_of(work, wish.guild)) >= MOST_PLANS:
        raise PlanTooMany(MOST_PLANS)
    draft = Plan(
        number=0,
        guild=wish.guild,
        channel=wish.channel,
        member=wish.member,
        topic=wish.topic,
        title=wish.title,
        minutes=wish.minutes,
        weekly=wish.weekly,
        zone=settings.zone,
        wall=wish.wall,
        starts_at=starts_at,
    )
    made = await plans.add(work, rules.planned(draft, now))
    await _want_event(work, made, settings.language, now)
    return made


async def open_of(work: Work, guild: GuildId) -> Sequence[Plan]:
    """Return what is planned in ``guild``, the next first."""
    return await plans.open_of(work, guild)


async def one(work: Work, guild: GuildId, number: int) -> Plan:
    """Return an open plan.

    Raises:
        PlanGone: there is none of that number in this server, or it is over.
    """
    found = await plans.one(work, guild, number)
    if found is None or found.state is not PlanState.OPEN:
        raise PlanGone
    return found


async def cancel(work: Work, guild: GuildId, number: int, *, now: datetime) -> Plan:
    """Cancel a plan with every time to come; its event at Discord goes.

    Raises:
        PlanGone: there is none of that number in this server, or it is over.
    """
    was = await one(work, guild, number)
    over = rules.cancelled(was)
    await plans.keep(work, over)
    await posts.withdraw(work, guild, KIND, number)
    await errands.withdraw(work, guild, KIND, number)
    # Also where it is not known to be made: it may be on its way.
    details = {"mark": was.mark, "event": was.event}
    await errands.want(work, [_wish(was, CANCEL_EVENT, now, details)])
    await posts.show_anew_of(work, KIND, [(guild, number)])
    return over


async def begun(work: Work, plan: Plan) -> None:
    """Note that a session was started from the time of ``plan`` that is due."""
    await plans.keep(work, replace(plan, started=True))
    await posts.show_anew_of(work, KIND, [(plan.guild, plan.number)])


async def session_ended(work: Work, guild: GuildId, number: int, *, now: datetime) -> None:
    """Go on to the next time once the session of this one has ended."""
    was = await plans.one(work, guild, number)
    if was is not None and was.started:
        await _roll(work, was, now, past=now)


async def event_made(work: Work, guild: GuildId, number: int, mark: str, event: int) -> None:
    """Note which of Discord's events belongs to the time of the plan that ``mark`` names."""
    was = await plans.one(work, guild, number)
    if was is not None and was.state is PlanState.OPEN and was.mark == mark:
        await plans.keep(work, replace(was, event=event))


async def event_moved(
    work: Work, guild: GuildId, event: int, starts_at: datetime, *, now: datetime
) -> Plan | None:
    """Follow an event that was moved at Discord; return the plan, None where nothing changed."""
    was = await plans.of_event(work, guild, event)
    if was is None or was.starts_at == starts_at or was.started:
        return None
    moved = rules.timed(was, starts_at, now)
    await plans.keep(work, moved)
    await posts.withdraw(work, guild, KIND, was.number)
    return moved


async def event_gone(work: Work, guild: GuildId, event: int, *, now: datetime) -> Plan | None:
    """Follow an event that was cancelled at Discord: this time falls out, a weekly plan goes on.

    Returns the plan as it stands then; None where the event is none of ours.
    """
    was = await plans.of_event(work, guild, event)
    if was is None or was.started:
        return None
    await posts.withdraw(work, guild, KIND, was.number)
    # From this time on: what comes next is a week after it, not the same day again.
    return await _roll(work, was, now, past=max(now, was.starts_at))


async def earliest(work: Work) -> datetime | None:
    """Return when something is to be done for any plan."""
    return await plans.earliest(work)


async def pass_due(work: Work, now: datetime, limit: int) -> list[Claim]:
    """Remind of what is near, and let go what nobody started."""
    claims: list[Claim] = []
    for was in await plans.due(work, now, limit):
        after, reminder = rules.looked(was, now)
        if reminder is not None:
            claims.append(_reminder(was, reminder, now))
        if after.occurrence != was.occurrence:
            await _rolled(work, after, now)
        else:
            await plans.keep(work, after)
    await posts.claim(work, claims)
    return claims


async def _roll(work: Work, was: Plan, now: datetime, *, past: datetime) -> Plan:
    after = rules.rolled(was, past)
    if after.occurrence != was.occurrence:
        await _rolled(work, after, now)
    else:
        await plans.keep(work, after)
    return after


async def _rolled(work: Work, plan: Plan, now: datetime) -> None:
    await plans.keep(work, plan)
    language = (await guilds.settings(work, plan.guild)).language
    await _want_event(work, plan, language, now)


async def _want_event(work: Work, plan: Plan, language: str, now: datetime) -> None:
    say = voice(language)
    title = plan.title.into(language)
    details = {
        "mark": plan.mark,
        "name": say("session-event-name", title=title),
        "description": say("session-event-what", title=title, channel=f"<#{plan.channel}>"),
        "location": f"#{plan.channel}",
        "channel": plan.channel,
        "start": plan.starts_at.isoformat(),
        "end": plan.ends_at.isoformat(),
    }
    await errands.want(work, [_wish(plan, CREATE_EVENT, now, details)])


def _wish(plan: Plan, chore: str, now: datetime, details: Mapping[str, object]) -> Wish:
    return Wish(
        guild=plan.guild,
        owner=KIND,
        subject=plan.number,
        chore=chore,
        occurrence=str(plan.occurrence),
        due=now,
        channel=plan.channel,
        member=plan.member,
        details=details,
    )


def _reminder(plan: Plan, reminder: Reminder, now: datetime) -> Claim:
    snapshot = {
        "title": text_json(plan.title),
        "starts_at": plan.starts_at.isoformat(),
        "minutes": plan.minutes,
        "reminder": reminder.value,
        "occurrence": plan.occurrence,
    }
    return Claim(
        guild=plan.guild,
        kind=KIND,
        subject=plan.number,
        occurrence=f"{plan.occurrence}-{plan.version}-{reminder}",
        channel=plan.channel,
        member=plan.member,
        snapshot=snapshot,
        due=now,
        grace=_GRACE[reminder],
    )
