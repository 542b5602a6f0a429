"""Notices: each has its sentence in both languages, and is told once."""

import pytest

from bot.discord_ui.words import LANGUAGES, voice
from bot.guilds import service as guilds
from bot.ids import ChannelId
from bot.posts import notices
from bot.posts.announce.service import KIND
from bot.posts.announce.source import Announcements
from bot.posts.delivery import NEEDED, NEEDED_IN_THREAD
from bot.posts.errands.delivery import NEEDED as NEEDED_FOR_ERRANDS
from bot.posts.model import Post
from bot.posts.outcomes import Refused, Why
from tests.posts.parts import Parts
from tests.posts.posts import GUILD, MEMBER, NOON, claim, post


def announced() -> Post:
    return post(claim=claim(kind=KIND, snapshot={"text": "모임은 **7시**예요 @everyone"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_permission_is_named_as_discord_names_it(language: str) -> None:
    names = {*NEEDED, *NEEDED_IN_THREAD, *notices.NEEDED_TO_WRITE, "read_message_history"}
    names |= {name for needed in NEEDED_FOR_ERRANDS.values() for name in needed}

    said = {voice(language)(notices.permission_words(name)) for name in names}

    assert len(said) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", [Why.CHANNEL_GONE, Why.CANNOT_WRITE, Why.REJECTED])
def test_each_refusal_of_discords_has_its_sentence(language: str, why: Why) -> None:
    snapshot = {
        "words": f"notice-announcement-{why}",
        "facts": {"text": "모임", "channel": "<#20>"},
        "permissions": ["send_messages"],
    }

    assert "모임" in notices.sentence(snapshot, voice(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3])
def test_what_was_missed_is_counted(language: str, count: int) -> None:
    facts = {"text": "모임", "at": "<t:1:F>", "count": count}
    snapshot = {"words": "notice-announcement-missed", "facts": facts, "permissions": []}

    assert ("3" in notices.sentence(snapshot, voice(language))) is (count == 3)


async def test_the_same_thing_is_told_once(parts: Parts) -> None:
    told = []
    for _ in range(2):
        async with parts.storage.work() as work:
            told.append(
                await notices.tell(
                    work,
                    GUILD,
                    about="test",
                    subject=1,
                    member=MEMBER,
                    words="notice-announcement-rejected",
                    facts={"text": "모임"},
                    now=NOON,
                )
            )
            await work.commit()
    await parts.send()

    assert told == [True, False]
    assert len(parts.channels.words(ChannelId(9_000 + MEMBER))) == 1


async def test_where_nobody_can_be_told_nothing_is_kept(parts: Parts) -> None:
    async with parts.storage.work() as work:
        told = await notices.tell(
            work, GUILD, about="x", subject=1, member=None, words="y", facts={}, now=NOON
        )

    assert told is False


async def test_a_notice_shows_a_members_text_without_power(parts: Parts) -> None:
    async with parts.storage.work() as work:
        await guilds.be_told_in(work, GUILD, ChannelId(40))
        await Announcements().missed(work, [announced()], NOON)
        await work.commit()
    await parts.send()

    (words,) = parts.channels.words(ChannelId(40))
    assert "@everyone" not in words
    assert "**7시**" not in words


async def test_a_refused_announcement_that_is_gone_is_told_to_nobody(parts: Parts) -> None:
    async with parts.storage.work() as work:
        await Announcements().refused(work, announced(), Refused(Why.CANNOT_WRITE), NOON)
        await work.commit()
    await parts.send()

    assert parts.channels.messages == {}
