"""What members write in a discussion: reasons, marks, questions and their answers."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.discussion.model import (
    MAX_QUESTION,
    MAX_QUESTIONS_EACH,
    MAX_REASON,
    MAX_REASONS_EACH,
    Discussion,
    Mark,
    Marking,
    OpenQuestion,
    Phase,
    Reason,
    Who,
)
from bot.discussion.phases import require_phase
from bot.discussion.refusals import (
    DiscussionGone,
    NothingAnswered,
    NothingWritten,
    OwnReason,
    ReasonGone,
    StillHidden,
    TooManyQuestions,
    TooManyReasons,
    VoteFirst,
)
from bot.discussion.store import discussions, votes, words
from bot.discussion.voting import require_person, voter_in
from bot.ids import GuildId
from bot.storage.work import Work

# A signed 64-bit column holds them, and 62 random bits tell nothing of an order.
ID_BITS = 62


async def write_reason(
    work: Work,
    guild: GuildId,
    number: int,
    who: Who,
    text: str,
    fields: Mapping[str, str],
    *,
    now: datetime,
    made_for: Phase | None = None,
) -> Reason:
    """Keep why ``who`` thinks so; while a vote goes on it replaces what they wrote in that vote.

    ``fields`` are by the prompt's fields' ids; unknown ones are dropped, all are cut to length.

    Raises:
        DiscussionGone, DiscussionOver, PhaseMoved, OnlyPeople, InTimeout: as for a vote.
        VoteFirst: a vote goes on, and they have not voted in it.
        NothingWritten: the text and every field are empty.
        TooManyReasons: they wrote ``MAX_REASONS_EACH`` already.
    """
    discussion = await _taking_part(work, guild, number, who, now, made_for)
    voter = await voter_in(work, discussion, who)
    kept = {
        field.id: written
        for field in discussion.prompt.fields
        if (written := fields.get(field.id, "").strip()[: field.max_length])
    }
    text = text.strip()[:MAX_REASON]
    if not text and not kept:
        raise NothingWritten
    turn = discussion.phase.round
    places = [(number, each, voter) for each in (1, 2)]
    taken = await votes.taken(work, [discussion], places)
    if turn is not None and (number, turn, voter) not in taken:
        raise VoteFirst
    held = taken.get((number, turn or 2, voter)) or taken.get((number, 1, voter), frozenset())
    stance = words.only_stance(held)
    mine = await words.reasons_by(work, discussion, voter)
    before = next((each for each in mine if turn is not None and each.round == turn), None)
    if before is not None:
        changed = replace(before, stance=stance, text=text, fields=kept)
        await words.change_reason(work, discussion, changed)
        return changed
    if len(mine) >= MAX_REASONS_EACH:
        raise TooManyReasons(MAX_REASONS_EACH)
    reason = Reason(_new_id(), voter, stance, text, kept, turn)
    await words.add_reason(work, discussion, reason, now)
    return reason


async def hide_reason(
    work: Work, guild: GuildId, number: int, reason_id: int, *, hidden: bool
) -> Reason:
    """Take a reason from everyone's sight, or bring it back: a moderator's decision.

    Raises:
        DiscussionOver: its report stands, and this would not change it.
        ReasonGone: there is none of that number in that server's discussion.
    """
    discussion = await _found(work, guild, number)
    require_phase(discussion, None)
    reason = await words.reason(work, discussion, reason_id)
    if reason is None:
        raise ReasonGone
    changed = replace(reason, hidden=hidden)
    await words.change_reason(work, discussion, changed)
    return changed


async def mark(
    work: Work,
    guild: GuildId,
    number: int,
    reason_id: int,
    who: Who,
    thought: Mark,
    *,
    now: datetime,
) -> Marking:
    """Keep what ``who`` thinks of a reason; the latest word counts.

    Raises:
        DiscussionGone, DiscussionOver, OnlyPeople, InTimeout: as for a vote.
        StillHidden: the first vote goes on, so nobody has seen a reason.
        ReasonGone: there is no such reason in sight.
        OwnReason: it is their own.
    """
    discussion = await _taking_part(work, guild, number, who, now, None)
    _require_seen(discussion)
    reason = await words.reason(work, discussion, reason_id)
    if reason is None or reason.hidden or _waits_unseen(discussion, reason):
        raise ReasonGone
    voter = await voter_in(work, discussion, who)
    if reason.voter == voter:
        raise OwnReason
    marking = Marking(reason_id, voter, thought)
    await words.mark(work, discussion, marking)
    return marking


async def ask_question(
    work: Work, guild: GuildId, number: int, who: Who, text: str, *, now: datetime
) -> OpenQuestion:
    """Keep a question, which stays open until somebody answers it.

    Raises:
        DiscussionGone, DiscussionOver, OnlyPeople, InTimeout: as for a vote.
        NothingWritten: it is empty.
        TooManyQuestions: they asked ``MAX_QUESTIONS_EACH`` already.
    """
    discussion = await _taking_part(work, guild, number, who, now, None)
    text = text.strip()[:MAX_QUESTION]
    if not text:
        raise NothingWritten
    voter = await voter_in(work, discussion, who)
    if len(await words.questions_by(work, discussion, voter)) >= MAX_QUESTIONS_EACH:
        raise TooManyQuestions(MAX_QUESTIONS_EACH)
    question = OpenQuestion(_new_id(), voter, text)
    await words.add_question(work, discussion, question, now)
    return question


async def answer_question(
    work: Work,
    guild: GuildId,
    number: int,
    question_id: int,
    who: Who,
    *,
    now: datetime,
    text: str | None = None,
    concept: str | None = None,
) -> OpenQuestion:
    """Answer a question in words, by citing a concept (content's id), or both.

    The first answer stands: an answered question is returned as it is.

    Raises:
        DiscussionGone, DiscussionOver, OnlyPeople, InTimeout: as for a vote.
        ReasonGone: there is no such question.
        NothingAnswered: neither words nor a concept.
    """
    discussion = await _taking_part(work, guild, number, who, now, None)
    text = (text or "").strip()[:MAX_QUESTION] or None
    if text is None and concept is None:
        raise NothingAnswered
    question = await words.question(work, discussion, question_id)
    if question is None:
        raise ReasonGone
    if not question.is_open:
        return question
    voter = await voter_in(work, discussion, who)
    answered = replace(question, answer=text, concept=concept, answered_by=voter)
    await words.answer_question(work, discussion, answered)
    if concept is not None:
        await words.cite(work, discussion, concept)
    return answered


async def _taking_part(
    work: Work, guild: GuildId, number: int, who: Who, now: datetime, made_for: Phase | None
) -> Discussion:
    discussion = await _found(work, guild, number)
    require_person(who, now)
    require_phase(discussion, made_for)
    return discussion


async def _found(work: Work, guild: GuildId, number: int) -> Discussion:
    held = await discussions.held(work, [(guild, number)])
    discussion = held.get((guild, number))
    if discussion is None:
        raise DiscussionGone
    return discussion


def _require_seen(discussion: Discussion) -> None:
    if discussion.phase is Phase.FIRST_VOTE:
        raise StillHidden


def _waits_unseen(discussion: Discussion, reason: Reason) -> bool:
    return discussion.phase is Phase.SECOND_VOTE and reason.round == Phase.SECOND_VOTE.round


def _new_id() -> int:
    return secrets.randbits(ID_BITS) + 1
