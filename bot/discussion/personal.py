"""What discussions keep about people: shown to them, and forgotten when they ask."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.discussion import posting
from bot.discussion.model import Discussion, Voter
from bot.discussion.outcome import Report
from bot.discussion.store import keys, people
from bot.discussion.voters import nobody, voter_of
from bot.ids import GuildId, MemberId
from bot.posts import service as posts
from bot.storage.personal import Declared, Fate, Personal
from bot.storage.work import Work


class Contributions:
    """Votes, reasons, marks and questions.

    In an anonymous discussion that is open they are found by its key; in one that is over nobody
    can find them, and there is nothing left that tells whose they are.
    """

    tables = frozenset(table.name for table in people.TABLES)

    async def kept(
        self, work: Work, member: MemberId, guild: GuildId | None
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Return what is kept about ``member`` in ``guild`` (None: everywhere), by table."""
        found: dict[str, list[Mapping[str, Any]]] = {}
        for discussion, voter in await _taken_part(work, member, guild):
            for table in people.TABLES:
                if rows := await people.rows_of(work, table, discussion, voter):
                    found.setdefault(table.name, []).extend(rows)
        return found

    async def forget(self, work: Work, member: MemberId, guild: GuildId | None) -> int:
        """Delete what ``member`` wrote and marked; votes stay counted, under a random name."""
        changed = 0
        for discussion, voter in await _taken_part(work, member, guild):
            changed += await people.forget(work, discussion, voter, nobody())
            await _unsign(work, discussion, voter)
        return changed


async def _taken_part(
    work: Work, member: MemberId, guild: GuildId | None
) -> list[tuple[Discussion, Voter]]:
    own = Voter(str(member))
    found = [(each, own) for each in await people.discussions_of(work, guild, own)]
    hidden = await people.with_keys(work, guild)
    known = await keys.keys_of(work, hidden)
    return [*found, *((each, voter_of(each, known[each.id], member)) for each in hidden)]


async def _unsign(work: Work, discussion: Discussion, voter: Voter) -> None:
    stored = await keys.report(work, discussion.guild, discussion.id)
    if stored is None:
        return
    unsigned = Report.from_json(stored).forgetting(voter).to_json()
    await keys.keep_reports(work, [discussion], {discussion.id: unsigned})
    change = partial(_with_report, unsigned)
    await posts.amend(work, discussion.guild, posting.KIND, discussion.id, change)


def _with_report(report: Mapping[str, Any], snapshot: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**snapshot, "report": report} if snapshot.get("report") else snapshot


DECLARED = Declared(
    columns=(
        Personal("discussion", "started_by", Fate.UNNAME, is_mine=False),
        # What was approved belongs to the group by now, without the name.
        Personal("discussion_proposal", only=("state", ("open", "declined")), is_mine=False),
        Personal("discussion_proposal", fate=Fate.UNNAME),
        Personal("discussion_proposal", "decided_by", Fate.UNNAME, is_mine=False),
    ),
    parts=(Contributions(),),
)
