"""What goes wrong at Discord: the discussion survives, and a moderator is told once what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.discord_ui.cutting import plain
from bot.discussion import moving, posting
from bot.discussion.model import Discussion
from bot.discussion.store import discussions
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MessageId
from bot.posts import notices
from bot.posts import service as posts
from bot.posts.errands.model import ARCHIVE, OPEN_THREAD, Errand
from bot.posts.model import Post
from bot.posts.outcomes import Refused, Why
from bot.storage.work import Work

MAX_TITLE = 60
THREAD_GONE, NO_THREAD = "thread-gone", "open-thread"


async def post_refused(work: Work, post: Post, refused: Refused, now: datetime) -> None:
    """Go on without ``post``; one whose thread is gone goes to the channel instead."""
    found = await discussions.one(work, post.claim.guild, post.claim.subject, to_change=True)
    if found is None:
        return
    if refused.why is Why.CHANNEL_GONE:
        await _go_on_elsewhere(work, found, post.claim.channel, now, part=post.claim.part + 1)
        return
    await _tell(
        work,
        found,
        f"{refused.why}",
        now,
        channel=post.claim.channel,
        permissions=refused.missing or notices.NEEDED_TO_WRITE,
        # A permission may be lost again in a later phase.
        once_for=f"{found.phase} {post.claim.part}",
    )


async def posts_missed(work: Work, missed: Sequence[Post], now: datetime) -> None:
    """Tell once of each discussion that some of its posts came too late."""
    last = {(post.claim.guild, post.claim.subject): post for post in missed}
    for (guild, number), post in last.items():
        found = await discussions.one(work, guild, number)
        if found is not None:
            await _tell(
                work,
                found,
                "missed",
                now,
                channel=post.claim.channel,
                once_for=post.claim.occurrence,
            )


async def errand_refused(work: Work, errand: Errand, refused: Refused, now: datetime) -> None:
    """Do without: a discussion without a thread goes on in its channel."""
    wish = errand.wish
    found = await discussions.one(work, wish.guild, wish.subject, to_change=True)
    if found is None:
        return
    if wish.chore == OPEN_THREAD:
        await _do_without_thread(work, found, errand, refused, now)
        return
    if refused.why in (Why.CHANNEL_GONE, Why.MESSAGE_GONE):
        # What somebody deleted is neither pinned nor archived, and nothing is to be mended.
        return
    await _tell(
        work,
        found,
        "archive" if wish.chore == ARCHIVE else "pin",
        now,
        channel=errand.channel,
        permissions=refused.missing or _needed(wish.chore),
    )


async def message_gone(work: Work, guild: GuildId, message: MessageId, now: datetime) -> bool:
    """Tell, if ``message`` showed a post of an open discussion; return whether it did."""
    post = await posts.shown_by(work, guild, message)
    if post is None or post.claim.kind != posting.KIND:
        return False
    found = await discussions.one(work, guild, post.claim.subject)
    if found is None or not found.phase.is_open:
        return False
    await _tell_of_message(work, found, post, now)
    return True


async def thread_shut(work: Work, guild: GuildId, thread: ChannelId, now: datetime) -> bool:
    """Tell, if an open discussion's ``thread`` was archived or locked; return whether it was."""
    found = await discussions.open_in(work, guild, thread)
    about = next((each for each in found if each.thread == thread), None)
    if about is None:
        return False
    await _tell(work, about, "thread-shut", now, channel=thread)
    return True


async def place_gone(work: Work, guild: GuildId, place: ChannelId, now: datetime) -> int:
    """Go on without the thread or channel ``place``; return how many discussions that concerns."""
    found = await discussions.open_in(work, guild, place)
    for each in found:
        await _go_on_elsewhere(work, each, place, now, part=1)
    return len(found)


async def keyless_closed(work: Work, discussion: Discussion, now: datetime) -> None:
    """Tell that an anonymous discussion was closed, since a restored backup has no key of it."""
    await _tell(work, discussion, "keyless", now, channel=discussion.channel)


async def _go_on_elsewhere(
    work: Work, discussion: Discussion, gone: ChannelId | None, now: datetime, *, part: int
) -> None:
    if gone == discussion.channel:
        # With a channel its threads go, and nothing is left to write in; votes stay possible
        # by command, and the report is still stored.
        await discussions.keep(work, [replace(discussion, thread=None, threadless=True)])
        for milder in (THREAD_GONE, NO_THREAD):
            await notices.take_back(
                work, discussion.guild, about=f"discussion {milder}", subject=discussion.id
            )
        await _tell(work, discussion, "channel-gone", now, channel=gone)
    elif gone == discussion.thread:
        await _without_thread(work, discussion, THREAD_GONE, now, part=part)
    # Else it was its thread, and it has gone on in the channel already.


async def _do_without_thread(
    work: Work, discussion: Discussion, errand: Errand, refused: Refused, now: datetime
) -> None:
    if discussion.thread is not None or discussion.threadless:
        return
    match refused.why:
        case Why.CHANNEL_GONE:
            await _go_on_elsewhere(work, discussion, discussion.channel, now, part=0)
        case Why.MESSAGE_GONE:
            await moving.placed(work, replace(discussion, threadless=True), now)
            opening = await posts.post(work, discussion.guild, errand.wish.post or 0)
            if opening is not None:
                await _tell_of_message(work, discussion, opening, now)
        case _:
            await _without_thread(work, discussion, NO_THREAD, now, refused=refused)


async def _tell_of_message(work: Work, discussion: Discussion, post: Post, now: datetime) -> None:
    await _tell(
        work,
        discussion,
        "message-gone",
        now,
        channel=post.claim.channel,
        once_for=f"{post.claim.occurrence} {post.claim.part}",
    )


async def _without_thread(
    work: Work,
    discussion: Discussion,
    why: str,
    now: datetime,
    *,
    part: int = 0,
    refused: Refused | None = None,
) -> None:
    threadless = replace(discussion, thread=None, threadless=True)
    await moving.placed(work, threadless, now, part=part)
    missing = refused.missing if refused else ()
    await _tell(
        work,
        threadless,
        why,
        now,
        channel=discussion.channel,
        permissions=missing or _needed(OPEN_THREAD),
        # Whether the channel is still there shows when the next post is sent to it.
        settling=True,
    )


async def _tell(
    work: Work,
    discussion: Discussion,
    what: str,
    now: datetime,
    *,
    channel: ChannelId | None,
    permissions: Sequence[str] = (),
    once_for: str = "",
    settling: bool = False,
) -> None:
    language = (await guilds.settings(work, discussion.guild)).language
    title = plain(discussion.prompt.title.into(language), MAX_TITLE)
    facts: Mapping[str, str] = {"title": title, "channel": f"<#{channel}>"}
    await notices.tell(
        work,
        discussion.guild,
        about=f"discussion {what} {once_for}".strip(),
        subject=discussion.id,
        member=discussion.started_by,
        words=f"notice-discussion-{what}",
        facts=facts,
        permissions=permissions,
        now=now,
        settling=settling,
    )


def _needed(chore: str) -> tuple[str, ...]:
    return {OPEN_THREAD: ("create_public_threads",), ARCHIVE: ("manage_threads",)}.get(
        chore, ("pin_messages",)
    )
