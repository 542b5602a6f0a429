"""Which posts a discussion has in each phase, and what each of them remembers to show."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.content.model import Text
from bot.discussion.model import Discussion, Lengths, Phase
from bot.discussion.snapshot import PromptSnapshot
from bot.discussion.tally import Tally
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.model import Claim, Post

KIND = "discussion"
# What each post is of a discussion, which is its occurrence in the ledger.
OPENING = "opening"
ARGUMENT = "argument"
REASONS = "reasons"
SECOND = "second"
REPORT = "report"
REPORT_CHANNEL = "report-channel"
FOLLOW_UP = "follow-up-"
# Posts on which the count of voters stands while a vote goes on.
COUNTED = (OPENING, SECOND)
# A post that Discord was down for still makes sense days later: the phase goes on without it.
GRACE = timedelta(days=7)
_BY_PHASE = {
    Phase.FIRST_VOTE: (),
    Phase.SHARING: (REASONS,),
    Phase.ARGUMENT: (ARGUMENT, REASONS),
    Phase.SECOND_VOTE: (SECOND,),
    Phase.CLOSED: (REPORT,),
    Phase.CANCELLED: (),
}


def opening_of(discussion: Discussion, now: datetime) -> Claim:
    """Return the claim of the post that opens ``discussion``."""
    return _claim(discussion, OPENING, discussion.channel, now, {})


def claims_of(
    discussion: Discussion,
    now: datetime,
    *,
    first: Tally | None = None,
    report: Mapping[str, Any] | None = None,
    part: int = 0,
) -> list[Claim]:
    """Return what is to be posted for the phase that ``discussion`` is in, in order.

    Nothing of the thread's while there is no thread yet. ``part`` above 0: once more, since what
    was posted is gone.

    Args:
        first: how the first vote ended, for the argument.
        report: the report's JSON, once it is closed.
    """
    facts: dict[str, Mapping[str, Any]] = {
        ARGUMENT: {"first": [list(first.counts), first.voters] if first else None},
        REPORT: {"report": report},
    }
    claims = []
    if discussion.place is not None:
        claims = [
            _claim(discussion, name, discussion.place, now, facts.get(name, {}), part)
            for name in _BY_PHASE[discussion.phase]
        ]
    if discussion.phase is Phase.CLOSED and discussion.place != discussion.channel:
        told = _claim(discussion, REPORT_CHANNEL, discussion.channel, now, facts[REPORT], part)
        claims.append(told)
    return claims


def follow_up_of(discussion: Discussion, text: Text, now: datetime) -> Claim | None:
    """Return the claim of the follow-up that was just decided; None: there is no place for it."""
    if discussion.place is None:
        return None
    name = f"{FOLLOW_UP}{discussion.followed}"
    return _claim(discussion, name, discussion.place, now, {"text": [text.ko, text.en]})


def discussion_of(post: Post) -> Discussion:
    """Return the discussion as it was when ``post`` was claimed."""
    return _thawed(post.claim)


def first_of(post: Post) -> Tally | None:
    """Return how the first vote ended, as an argument's ``post`` remembers it."""
    kept = post.claim.snapshot.get("first")
    return None if kept is None else Tally(tuple(kept[0]), kept[1])


def text_of(post: Post) -> Text:
    """Return what a follow-up's ``post`` asks."""
    return Text(*post.claim.snapshot["text"])


def _claim(
    discussion: Discussion,
    occurrence: str,
    channel: ChannelId,
    now: datetime,
    facts: Mapping[str, Any],
    part: int = 0,
) -> Claim:
    return Claim(
        guild=discussion.guild,
        kind=KIND,
        subject=discussion.id,
        occurrence=occurrence,
        channel=channel,
        member=discussion.started_by,
        snapshot={**_frozen(discussion), **facts},
        due=now,
        grace=GRACE,
        part=part,
    )


def _frozen(discussion: Discussion) -> dict[str, Any]:
    ends_at = discussion.ends_at
    return {
        "prompt": discussion.prompt.to_json(),
        "anonymous": discussion.anonymous,
        "phase": discussion.phase.value,
        "ends_at": None if ends_at is None else ends_at.isoformat(),
        "started_at": discussion.started_at.isoformat(),
        "channel": discussion.channel,
        "thread": discussion.thread,
    }


def _thawed(claim: Claim) -> Discussion:
    kept = claim.snapshot
    ends_at, thread = kept["ends_at"], kept["thread"]
    return Discussion(
        id=claim.subject,
        guild=GuildId(claim.guild),
        channel=ChannelId(kept["channel"]),
        thread=None if thread is None else ChannelId(thread),
        prompt=PromptSnapshot.from_json(kept["prompt"]),
        anonymous=kept["anonymous"],
        phase=Phase(kept["phase"]),
        ends_at=None if ends_at is None else datetime.fromisoformat(ends_at),
        paused_left=None,
        lengths=Lengths(),
        started_by=MemberId(claim.member or 0),
        started_at=datetime.fromisoformat(kept["started_at"]),
    )
