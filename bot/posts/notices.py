"""Tells moderators a thing once: in the notice channel, else privately whoever set it up."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.guilds import service as guilds
from bot.ids import GuildId, MemberId
from bot.posts import store
from bot.posts.errands.model import Errand
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused, Why
from bot.storage.work import Work

log = structlog.get_logger("doran.posts")

KIND = "notice"
GRACE = timedelta(days=7)
# How long what may turn out to be worse waits: enough for the next post to be tried.
SETTLING = timedelta(minutes=1)
MAX_KEY = 64
# What any post needs, as Discord names it.
NEEDED_TO_WRITE = ("view_channel", "send_messages")


async def tell(
    work: Work,
    guild: GuildId,
    *,
    about: str,
    subject: int,
    member: MemberId | None,
    words: str,
    facts: Mapping[str, str | int],
    now: datetime,
    permissions: Sequence[str] = (),
    settling: bool = False,
) -> bool:
    """Tell the moderators of ``guild``; return False if they have been told ``about`` it already.

    The ledger is the memory of what was told: ``about`` and ``subject`` name a notice for ever.

    Args:
        settling: wait for ``SETTLING``, within which ``take_back`` still can.
        words: the name of the sentence; ``facts`` fills it in, and ``permissions`` (as Discord
            names them) become its fact ``permissions`` in the reader's language.
        member: who set the thing up, and is told privately where there is no notice channel.
    """
    settings = await guilds.settings(work, guild)
    if settings.notice_channel is None and member is None:
        log.warning("nobody to tell", guild=guild, about=about)
        return False
    notice = Claim(
        guild=guild,
        kind=KIND,
        subject=subject,
        occurrence=about[:MAX_KEY],
        channel=settings.notice_channel,
        member=member,
        snapshot={"words": words, "facts": dict(facts), "permissions": list(permissions)},
        due=now + SETTLING if settling else now,
        grace=GRACE,
    )
    return bool(await store.claim(work, [notice]))


async def take_back(work: Work, guild: GuildId, *, about: str, subject: int) -> None:
    """Leave out what was to be told of ``subject`` and is not on its way yet: it is worse."""
    await store.withdraw(work, guild, KIND, subject, about[:MAX_KEY])


async def tell_uncertain(work: Work, post: Post, now: datetime) -> None:
    """Tell that nobody can know whether ``post`` was posted, so it will not be posted again.

    Not of a notice, and not of what went to a member privately: that is no moderator's business.
    """
    if post.claim.kind == KIND or post.claim.channel is None:
        return
    await tell(
        work,
        post.claim.guild,
        about="uncertain",
        subject=post.id,
        member=post.claim.member,
        words="notice-uncertain",
        facts={"channel": f"<#{post.claim.channel}>"},
        permissions=("read_message_history",),
        now=now,
    )


async def tell_no_thread(
    work: Work, errand: Errand, refused: Refused, *, about: str, words: str, now: datetime
) -> None:
    """Tell that what was to have a thread of its own goes on in the channel itself."""
    await tell(
        work,
        errand.wish.guild,
        about=about,
        subject=errand.wish.subject,
        member=errand.wish.member,
        words=words,
        facts={"channel": f"<#{errand.channel}>"},
        permissions=refused.missing or ("create_public_threads",),
        now=now,
        # Whether the channel is still there shows when the next post is sent to it.
        settling=True,
    )


class Notices:
    """The source of notices: they are claimed by ``tell``, never by a schedule."""

    kind = KIND

    async def earliest(self, _work: Work) -> datetime | None:
        """Return None: nothing is planned."""
        return None

    async def due(self, _work: Work, _now: datetime, _limit: int) -> Sequence[Claim]:
        """Return nothing."""
        return ()

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Tell the member who set it up instead, if the notice channel takes nothing."""
        claim = post.claim
        if claim.channel is None or claim.member is None or refused.why is Why.REJECTED:
            log.warning("notice not delivered", guild=claim.guild, about=claim.occurrence)
            return
        await store.reopen(work, claim.guild, post.id, now)

    async def missed(self, _work: Work, posts: Sequence[Post], _now: datetime) -> None:
        """Log it; a notice about a notice would help nobody."""
        log.warning("notices missed", count=len(posts))

    def render(self, post: Post, say: Say) -> Screen:
        """Show the sentence."""
        return Screen(content=sentence(post.claim.snapshot, say))

    async def redraw(self, _work: Work, _post: Post, _say: Say) -> Screen | None:
        """Return None: a notice stays as it is."""
        return None


def sentence(snapshot: Mapping[str, Any], say: Say) -> str:
    """Return what a notice says."""
    names = [f"`{say(permission_words(name))}`" for name in snapshot["permissions"]]
    facts = {**snapshot["facts"], "permissions": ", ".join(names)}
    return say(snapshot["words"], **facts)


def permission_words(name: str) -> str:
    """Return under which name the words for Discord's permission ``name`` stand."""
    return "permission-" + name.replace("_", "-")
