"""What a person put into discussions can be shown to them, and forgotten when they ask."""

from typing import Any

from bot.discussion import service
from bot.discussion.model import Discussion, Mark
from bot.discussion.personal import Contributions
from bot.ids import GuildId, MemberId
from tests.discussion.hall import Hall
from tests.discussion.test_flow import marked
from tests.posts.posts import GUILD

ALICE, BOB = MemberId(1), MemberId(2)


async def taken_part(hall: Hall, *, anonymous: bool) -> Discussion:
    debate = await hall.start(anonymous=anonymous)
    await hall.vote(debate, ALICE, 0)
    await hall.vote(debate, BOB, 1)
    reason = await hall.say(debate, ALICE, "가벼워요")
    await hall.go_on(debate)
    await marked(hall, debate.id, reason, BOB, Mark.AGREE)
    await hall.go_on(debate)
    await hall.vote(debate, ALICE, 1)
    return debate


async def kept(hall: Hall, member: MemberId, guild: GuildId | None = GUILD) -> dict[str, int]:
    async with hall.storage.reading() as work:
        found = await Contributions().kept(work, member, guild)
    return {table: len(rows) for table, rows in found.items()}


async def forgotten(hall: Hall, member: MemberId) -> int:
    async with hall.storage.work() as work:
        changed = await Contributions().forget(work, member, GUILD)
        await work.commit()
    return changed


async def test_a_person_is_shown_theirs_also_in_an_open_anonymous_discussion(hall: Hall) -> None:
    await taken_part(hall, anonymous=True)
    await taken_part(hall, anonymous=False)

    assert await kept(hall, ALICE) == {"discussion_vote": 4, "discussion_reason": 2}
    assert await kept(hall, BOB, None) == {"discussion_vote": 2, "discussion_mark": 2}
    assert await kept(hall, BOB, GuildId(99)) == {}


async def test_who_is_forgotten_leaves_votes_that_still_count(hall: Hall) -> None:
    for anonymous in (True, False):
        debate = await taken_part(hall, anonymous=anonymous)
        assert await forgotten(hall, ALICE) == 4
        assert await kept(hall, ALICE) == {}
        await hall.go_on(debate)
        async with hall.storage.reading() as work:
            report = await service.report(work, GUILD, debate.id)
            material = await service.material(work, GUILD, debate.id)
        assert report is not None
        assert (report.first.voters, report.shift is None or report.shift.n) in ((2, True), (2, 1))
        assert (material.reasons, material.markings) == ((), ())


async def test_a_report_and_its_posts_forget_a_name_too(hall: Hall) -> None:
    debate = await hall.start()
    for member in range(101, 109):
        await hall.vote(debate, member, member % 2)
    reason = await hall.say(debate, 101, "가벼워요")
    await hall.go_on(debate)
    for member in range(102, 109):
        await marked(hall, debate.id, reason, member, Mark.AGREE)
    await hall.close(debate)
    assert "101" in str(await snapshots(hall, debate))
    await forgotten(hall, MemberId(101))

    async with hall.storage.reading() as work:
        report = await service.report(work, GUILD, debate.id)
    assert report is not None
    assert [each.author for each in report.agreed] == [None]
    assert "'101'" not in str(await snapshots(hall, debate))


async def snapshots(hall: Hall, debate: Discussion) -> list[Any]:
    return [post.claim.snapshot for post in await hall.posts(debate)]
