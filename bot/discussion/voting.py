"""Taking votes: each stored before its member is told, many at once; the last press counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.discord_ui.refusals import OldButton, Refusal
from bot.discussion.model import Discussion, Phase, Vote, Voted, Voter, Who
from bot.discussion.phases import require_phase
from bot.discussion.refusals import DiscussionGone, InTimeout, OnlyPeople, VoteOver
from bot.discussion.store import discussions, keys, votes, words
from bot.discussion.voters import voter_of
from bot.ids import GuildId
from bot.storage.work import Work

Outcome = Voted | Exception


@dataclass(frozen=True, slots=True)
class Ballot:
    """A press: ``who`` takes ``stances`` (by their places) in a discussion, at ``at``.

    Attributes:
        made_for: the phase in which the pressed button was shown; None: whichever it is.
        adds: each of ``stances`` is taken besides the others, or given up if it was taken: a
            button of a prompt that allows several.
    """

    guild: GuildId
    discussion: int
    who: Who
    stances: frozenset[int]
    at: datetime
    made_for: Phase | None = None
    adds: bool = False


async def take(work: Work, ballots: Sequence[Ballot]) -> list[Outcome]:
    """Store those of ``ballots`` that count, in order; a later one replaces an earlier one.

    Made for ``bot.storage.batch.Batch``. Whether a vote at the very end of a phase counts is
    decided by which commits first, the vote or the phase's end: the discussion is held meanwhile,
    and no clock is asked.

    Returns for each in order what is stored, or why not: `DiscussionGone`, `DiscussionOver`,
    `PhaseMoved`, `VoteOver`, `OnlyPeople`, `InTimeout`, `OldButton` (forged). A constant number of
    queries.
    """
    found = await discussions.held(work, {(each.guild, each.discussion) for each in ballots})
    known = await keys.keys_of(work, [each for each in found.values() if each.anonymous])
    outcomes: list[Outcome | None] = []
    places: list[votes.Place | None] = []
    for each in ballots:
        discussion = found.get((each.guild, each.discussion))
        refused = _refusal(each, discussion)
        if refused is not None or discussion is None:
            outcomes.append(refused or DiscussionGone())
            places.append(None)
            continue
        voter = voter_of(discussion, known.get(discussion.id), each.who.member)
        outcomes.append(None)
        places.append((discussion.id, discussion.phase.round or 1, voter))
    wanted = {place for place in places if place}
    standing = await votes.taken(work, found.values(), wanted) if wanted else {}
    fresh: dict[votes.Place, tuple[Discussion, Vote]] = {}
    moments: dict[votes.Place, datetime] = {}
    for at, (each, place) in enumerate(zip(ballots, places, strict=True)):
        if place is None:
            continue
        discussion, before = found[each.guild, each.discussion], standing.get(place)
        taken = (before or frozenset()) ^ each.stances if each.adds else each.stances
        if not taken:
            # Nothing is left of it: a vote stays what it was rather than nothing.
            taken = before or each.stances
        vote = Vote(place[2], place[1], taken)
        standing[place], fresh[place], moments[place] = taken, (discussion, vote), each.at
        outcomes[at] = Voted(discussion, vote, before)
    if fresh:
        await votes.keep(work, list(fresh.values()), moments)
        await words.move_reasons(work, list(fresh.values()))
    return [outcome for outcome in outcomes if outcome is not None]


def require_person(who: Who, now: datetime) -> None:
    """Check that ``who`` may take part.

    Raises:
        OnlyPeople: it is a bot.
        InTimeout: they are in timeout.
    """
    if who.is_bot:
        raise OnlyPeople
    if who.timed_out_until is not None and who.timed_out_until > now:
        raise InTimeout


def may_take(discussion: Discussion, stances: frozenset[int]) -> bool:
    """Tell whether ``stances`` can be taken together in ``discussion``."""
    on_offer = range(len(discussion.prompt.stances))
    several = discussion.prompt.several or len(stances) == 1
    return bool(stances) and several and all(stance in on_offer for stance in stances)


def _refusal(ballot: Ballot, discussion: Discussion | None) -> Refusal | None:
    if discussion is None:
        return DiscussionGone()
    try:
        require_person(ballot.who, ballot.at)
        require_phase(discussion, ballot.made_for)
    except Refusal as refusal:
        return refusal
    if not discussion.phase.takes_votes:
        return VoteOver()
    if not may_take(discussion, ballot.stances) or (ballot.adds and not discussion.prompt.several):
        return OldButton()
    return None


async def voter_in(work: Work, discussion: Discussion, who: Who) -> Voter:
    """Return under which name ``who`` takes part.

    Raises:
        KeyDestroyed: it is anonymous and over.
    """
    if not discussion.anonymous:
        return voter_of(discussion, None, who.member)
    known = await keys.keys_of(work, [discussion])
    return voter_of(discussion, known.get(discussion.id), who.member)
