"""What can be done with questions: ask one, look one up, say what an answer was worth."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.answers import store
from bot.answers.asked import Answer, Asked, Gap, Judged, NothingAsked, Outcome, QuestionGone
from bot.answers.model import Finding, Question
from bot.answers.notes import Edition
from bot.discord_ui.cutting import sound
from bot.ids import GuildId, MemberId, Place
from bot.korean.folding import fold, squeeze
from bot.storage.work import Work

# For so long a short question is read as going on from the one before ("그럼 Type-2는?").
FOLLOW_UP_WINDOW = timedelta(minutes=10)
MAX_QUESTION = 2000
# So many of the newest unanswered questions are looked at for the list of gaps.
MAX_GAPS = 500


async def answer(
    work: Work,
    edition: Edition,
    place: Place,
    member: MemberId,
    text: str,
    *,
    now: datetime,
    after: int | None = None,
) -> Answer:
    """Find what the notes have for ``text``, and keep the question with its outcome.

    ``after`` is the number of the question that this one goes on from, where that is known;
    otherwise it is the member's last one in this place, if recent.

    Raises:
        NothingAsked: there is nothing in ``text``.
    """
    said = sound(text).strip()[:MAX_QUESTION]
    if not said:
        raise NothingAsked
    previous = await _previous(work, place, member, after, now)
    finding = edition.index.find(Question(said, previous))
    number = await store.keep_question(
        work,
        Asked(
            place=place,
            member=member,
            text=said,
            outcome=_outcome(finding),
            concept=finding.concept,
            prompt=finding.prompt,
            confidence=finding.confidence,
            at=now,
        ),
    )
    return Answer(number, said, finding, edition)


async def asked(work: Work, number: int, guild: GuildId | None) -> Asked:
    """Return the question ``number``.

    Raises:
        QuestionGone: it is not kept any more, or belongs to another server.
    """
    found = await store.question(work, number, guild)
    if found is None:
        raise QuestionGone
    return found


async def judge(work: Work, judged: Sequence[Judged]) -> list[Judged | Exception]:
    """Keep what members think of answers, many at once; the latest word of each counts.

    Returns for each what was kept, or ``QuestionGone`` where the question is not kept any more or
    belongs to another server.
    """
    kept: dict[GuildId | None, frozenset[int]] = {}
    for guild in {each.guild for each in judged}:
        numbers = [each.question for each in judged if each.guild == guild]
        kept[guild] = await store.kept_of(work, guild, numbers)
    found = [each for each in judged if each.question in kept[each.guild]]
    await store.keep_feedback(work, found)
    return [each if each.question in kept[each.guild] else QuestionGone() for each in judged]


async def gaps(work: Work, guild: GuildId) -> tuple[Gap, ...]:
    """Return what the notes could not answer in ``guild``: the most asked first, then the newest.

    Questions that differ in case, spaces and marks alone are one.
    """
    found: dict[str, Gap] = {}
    for text, at in await store.gaps(work, guild, MAX_GAPS):
        folded = fold(text)
        known = found.get(squeeze(folded) or folded)
        # The newest comes first, and keeps its wording.
        newest = Gap(text, 1, at) if known is None else replace(known, count=known.count + 1)
        found[squeeze(folded) or folded] = newest
    return tuple(sorted(found.values(), key=lambda gap: (-gap.count, -gap.last.timestamp())))


async def _previous(
    work: Work, place: Place, member: MemberId, after: int | None, now: datetime
) -> str | None:
    if after is not None:
        found = await store.question(work, after, place.guild)
        return None if found is None else found.text
    return await store.latest_question(work, place, member, since=now - FOLLOW_UP_WINDOW)


def _outcome(finding: Finding) -> Outcome:
    if finding.concept is not None:
        return Outcome.ANSWERED
    return Outcome.GAP if finding.prompt is None else Outcome.PROMPT
