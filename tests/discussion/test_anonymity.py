"""Anonymous means anonymous: after closing, files, backup and logs tell nothing of who voted what.

Whoever attacks here knows every member id, and has the database's file, its write-ahead log, a
backup from before the closing and one from after it, and everything that was logged.
"""

import random
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.discussion import service
from bot.discussion.model import Discussion, Mark
from bot.discussion.store import keys
from bot.discussion.voters import KEY_BYTES, KeyDestroyed, new_key, voter_of
from bot.ids import MemberId
from bot.storage.backup import back_up
from bot.storage.forgetting import forget_deleted
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.discussion.hall import DAY, Hall, built
from tests.discussion.test_flow import marked
from tests.posts.posts import GUILD, NOON
from tests.support.databases import sqlite_url

# As large as real ones, so that their bytes stand out in a file.
MEMBERS = [MemberId(1_100_000_000_000_000_000 + 7_919 * number) for number in range(1, 25)]
TRIED = MEMBERS[:2]


@pytest.fixture
async def on_file(tmp_path: Path) -> AsyncIterator[Hall]:
    async with Storage(sqlite_url(tmp_path)) as opened:
        await upgrade(opened.engine)
        yield built(opened)


async def whole_discussion(hall: Hall, members: Iterable[MemberId] = MEMBERS) -> Discussion:
    """Run an anonymous debate up to its second vote: votes, changed votes, reasons, marks."""
    debate = await hall.start(anonymous=True)
    await hall.live()
    for number, member in enumerate(members):
        await hall.vote(debate, member, number % 3)
        await hall.vote(debate, member, (number + 1) % 3)
    reasons = [await hall.say(debate, member, f"이유 {member % 97}") for member in MEMBERS[:5]]
    await hall.live(DAY)
    for member in MEMBERS[5:]:
        await marked(hall, debate.id, reasons[0], member, Mark.AGREE)
    await hall.live(2 * DAY)
    for member in members:
        await hall.vote(debate, member, 1)
    return debate


async def key_of(storage: Storage, debate: Discussion) -> bytes:
    async with storage.reading() as work:
        return (await keys.keys_of(work, [debate]))[debate.id]


def everything(folder: Path, logs: object) -> dict[str, bytes]:
    """Return all that the attacker has."""
    found = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {**found, "logs": repr(logs).encode()}


async def test_after_closing_nothing_tells_who_voted_what(on_file: Hall, tmp_path: Path) -> None:
    with capture_logs() as logs:
        debate = await whole_discussion(on_file)
        key = await key_of(on_file.storage, debate)
        before = back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOON)
        had = everything(tmp_path, logs)
        await on_file.live(DAY)
        await on_file.live(DAY)
        back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOON + DAY)
    has = everything(tmp_path, logs)

    assert before is not None
    assert any(key in content for content in had.values())
    assert key not in had[before.name]
    with closing(sqlite3.connect(tmp_path / "doran.db")) as file:
        voters = {voter for (voter,) in file.execute("SELECT voter FROM discussion_vote")}
        times = file.execute("SELECT DISTINCT voted_at FROM discussion_vote").fetchall()
        written = file.execute("SELECT DISTINCT written_at FROM discussion_reason").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            file.execute("SELECT rowid FROM discussion_vote")
    assert (len(voters), times, written) == (len(MEMBERS), [(None,)], [(None,)])
    for name, content in has.items():
        assert key not in content, name
        assert key.hex().encode() not in content, name
        for member in MEMBERS:
            assert str(member).encode() not in content, name
            assert member.to_bytes(8, "big") not in content, name
        assert not reproduced(content, voters), name


def reproduced(content: bytes, voters: set[str]) -> bool:
    """Tell whether any 32 bytes of ``content``, taken as a key, name a voter after a member."""
    windows = {content[at : at + KEY_BYTES] for at in range(len(content) - KEY_BYTES + 1)}
    ids = [member.to_bytes(8, "big") for member in TRIED]
    names = {bytes.fromhex(voter) for voter in voters}
    return any(
        blake2b(member, key=window, digest_size=16).digest() in names
        for window in windows
        for member in ids
    )


async def test_the_attack_works_while_the_key_is_there(on_file: Hall, tmp_path: Path) -> None:
    debate = await whole_discussion(on_file)
    key = await key_of(on_file.storage, debate)
    voters = {str(voter_of(debate, key, member)) for member in MEMBERS}

    assert any(reproduced(content, voters) for content in everything(tmp_path, ()).values())


async def test_the_order_of_voting_leaves_no_trace(tmp_path: Path) -> None:
    dumps = []
    for name, members in (("a", MEMBERS), ("b", MEMBERS[::-1])):
        (tmp_path / name).mkdir()
        async with Storage(sqlite_url(tmp_path / name)) as storage:
            await upgrade(storage.engine)
            hall = built(storage)
            debate = await hall.start(anonymous=True)
            async with storage.work() as work:
                await work.session.execute(
                    text("UPDATE discussion_key SET key = :key"), {"key": bytes(range(32))}
                )
                await work.commit()
            for member in members:
                await hall.vote(debate, member, member % 3)
            await hall.close(debate)
            await forget_deleted(storage)
        dumps.append(vote_pages(tmp_path / name / "doran.db"))

    assert dumps[0] == dumps[1]


def vote_pages(path: Path) -> bytes:
    """Return the bytes of the pages that hold votes."""
    with closing(sqlite3.connect(path)) as file:
        size = file.execute("PRAGMA page_size").fetchone()[0]
        (root,) = file.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'discussion_vote'"
        ).fetchone()
    content = path.read_bytes()
    return content[(root - 1) * size : root * size]


async def test_of_many_keys_that_are_destroyed_no_byte_remains(
    on_file: Hall, tmp_path: Path
) -> None:
    storage, dice = on_file.storage, random.Random(5)
    known: dict[int, bytes] = {}
    left: list[Discussion] = []
    for _ in range(150):
        debate = await on_file.start(anonymous=True)
        known[debate.id] = await key_of(storage, debate)
        left.append(debate)
    dice.shuffle(left)
    while left:
        some, left = left[:7], left[7:]
        async with storage.work() as work:
            await keys.destroy(work, some, NOON)
            await work.commit()
    assert await forget_deleted(storage)

    has = everything(tmp_path, ())
    assert [name for name, content in has.items() for key in known.values() if key in content] == []


async def test_the_log_is_emptied_later_where_somebody_still_reads(on_file: Hall) -> None:
    debate = await on_file.start(anonymous=True)
    async with on_file.storage.reading() as reader:
        await reader.session.execute(text("SELECT count(*) FROM discussion"))
        await on_file.close(debate)
        assert not await forget_deleted(on_file.storage)

    assert await forget_deleted(on_file.storage)


async def test_a_restored_anonymous_discussion_is_closed_with_what_can_be_counted(
    on_file: Hall, tmp_path: Path
) -> None:
    debate = await whole_discussion(on_file)
    named = await on_file.start()
    copy = back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOON)
    assert copy is not None
    async with Storage(f"sqlite+aiosqlite:///{copy}") as restored:
        hall = built(restored)
        async with restored.work() as work:
            closed = await service.close_keyless(work, now=NOON, titles={})
            again = await service.close_keyless(work, now=NOON, titles={})
            await work.commit()
        async with restored.reading() as work:
            report = await service.report(work, GUILD, debate.id)
            still_open = await service.open_of(work, GUILD)

        assert (closed, again) == (1, 0)
        assert [each.id for each in still_open] == [named.id]
        assert report is not None
        assert report.first.voters == len(MEMBERS)
        assert await hall.told(debate) == ["keyless"]


async def test_after_closing_not_even_the_bot_can_tell(hall: Hall) -> None:
    debate = await hall.start(anonymous=True)
    await hall.vote(debate, 1, 0)
    await hall.close(debate)
    await hall.live()

    over = await hall.stands(debate)
    with pytest.raises(KeyDestroyed):
        voter_of(over, None, MemberId(1))
    async with hall.storage.reading() as work:
        assert await keys.to_scrub(work) is None
        assert await keys.keys_of(work, [debate]) == {}


async def test_postgresql_keeps_no_order_of_votes_either(hall: Hall) -> None:
    if hall.storage.engine.dialect.name != "postgresql":
        pytest.skip("about PostgreSQL's own columns")
    debate = await hall.start(anonymous=True)
    for member in MEMBERS:
        await hall.vote(debate, member, 0)
    await hall.close(debate)

    async with hall.storage.reading() as work:
        rows = (
            await work.session.execute(
                text("SELECT voter, xmin::text FROM discussion_vote ORDER BY ctid")
            )
        ).all()
    assert [row.voter for row in rows] == sorted(row.voter for row in rows)
    assert len({row.xmin for row in rows}) == 1


def test_keys_are_long_and_never_the_same() -> None:
    made = {new_key() for _ in range(100)}

    assert len(made) == 100
    assert {len(key) for key in made} == {KEY_BYTES}
