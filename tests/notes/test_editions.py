"""Each server's edition: built when asked, held while it is right, bounded."""

import asyncio
from pathlib import Path

import pytest

from bench.question_set import cases
from bench.server_notes import edition_with
from bot.answers.editions import Editions
from bot.answers.model import Question
from bot.answers.notes import Edition, Notes
from bot.content.library import Library
from bot.content.reader import read
from bot.ids import GuildId
from bot.notes import publishing
from bot.storage.work import Storage
from tests.notes.test_storing import HERE, begun, published
from tests.quiz.notes import SINGLE, notes_in


class Counted:
    """Indexes libraries, and counts how many."""

    def __init__(self) -> None:
        self.built: list[Library] = []

    def __call__(self, library: Library) -> Edition:
        """Index ``library``."""
        self.built.append(library)
        return Edition.of(library)


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    folder = notes_in(tmp_path / "content", SINGLE)
    return Notes(folder, Edition.of(read(folder)))


async def test_a_server_without_notes_shares_the_one_edition(
    storage: Storage, notes: Notes
) -> None:
    build = Counted()
    editions = Editions(storage, notes, build)

    assert await editions.of(None) is notes.edition
    assert await editions.of(HERE) is notes.edition
    assert build.built == []


async def test_an_edition_is_built_once_for_all_who_ask_and_anew_after_a_change(
    storage: Storage, notes: Notes
) -> None:
    build = Counted()
    editions = Editions(storage, notes, build)
    done = await published(storage, await begun(storage))

    found = await asyncio.gather(*(editions.of(HERE) for _ in range(8)))
    async with storage.work() as work:
        await publishing.withdraw(work, HERE, done.note.number)
        await work.commit()
    after = await editions.of(HERE)

    assert len({id(each) for each in found}) == 1
    assert len(build.built) == 1
    assert found[0].index.find(Question("UDP가 뭐야?")).concept == f"{done.note.number}.udp"
    assert after is notes.edition


async def test_an_edition_is_built_anew_when_the_shared_notes_were_read_again(
    storage: Storage, notes: Notes
) -> None:
    editions = Editions(storage, notes)
    await published(storage, await begun(storage))
    before = await editions.of(HERE)
    await notes.reload()

    after = await editions.of(HERE)

    assert after is not before
    assert after.library == before.library


async def test_only_so_much_is_held_at_once(storage: Storage, notes: Notes) -> None:
    build = Counted()
    editions = Editions(storage, notes, build, room=30)
    for guild in (1, 2, 3):
        await published(storage, await begun(storage, guild=GuildId(guild)))
        await editions.of(GuildId(guild))

    await editions.of(GuildId(3))
    held = len(build.built)
    await editions.of(GuildId(1))

    assert held == 3
    assert len(build.built) == 4


def test_two_unrelated_notes_leave_recall_and_abstention_as_they_were() -> None:
    held = [case for case in cases() if not case.is_tuning]
    alone, beside = edition_with(), edition_with("interest.md", "db-index.md")
    told = [
        (case, alone.index.find(case.question), beside.index.find(case.question)) for case in held
    ]

    covered = [(case, one, two) for case, one, two in told if case.expect is not None]
    right = [sum(f.concept == c.expect for c, f, _ in covered)]
    right.append(sum(f.concept == c.expect for c, _, f in covered))
    false = [sum(one.answered for case, one, _ in told if case.expect is None)]
    false.append(sum(two.answered for case, _, two in told if case.expect is None))
    assert right[1] >= right[0] - len(covered) // 50
    assert false[1] <= false[0] + 2


def test_a_servers_own_word_counts_before_a_shared_one() -> None:
    edition = edition_with("process-thread.md")

    assert edition.index.find(Question("프로세스가 뭐야?")).concept == "1.peuroseseu"
    assert edition.index.find(Question("데드락이랑 교착 상태")).concept == "1.gyochak-sangtae"
