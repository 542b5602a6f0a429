"""Whatever a member types: no ping, no traceback, nothing over Discord's limits."""

import pytest
from sqlalchemy import text

from bot.discord_ui.words import voice
from tests.support.group import Group
from tests.support.told import words_of

KO = voice("ko")
ODD = {
    "everyone": "@everyone @here",
    "role and member": "<@&1456074443980800099> <@1456074443980800098> <#1>",
    "code fence": "```py\nprint('`')\n``` ` `` |",
    "masked link": "[여기](https://example.com) [또](<https://example.com>)",
    "heading": "# 제목\n> 인용\n- 목록\n1. 하나\n-# 작게",
    "emphasis": "**굵게** __밑줄__ ~~줄~~ ||가림|| *기울*",
    "lone surrogate": "하이퍼\ud83d바이저 \udc00",
    "nul": "커널\x00이란\x00",
    "controls": "\x01\x02\x1b[31m\u202e\u200b\ufeff",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🇰🇷😀" * 60,
    "jamo": "ㅎㅏㅇㅣㅍㅓ 가" * 100,
    "combining": "e" + "\u0301" * 1500,
    "long": "가" * 1950,
    "long word": "x" * 1950,
    "many lines": "\n" * 900 + "끝",
    "regex": "(((((((((a+)+)+)+)+$ [[[ {{{ %s %(x)s {0} {question}",
    "sql": "'; DROP TABLE question; --",
    "fluent": '{ $question } { JOSA($zone, "은/는") }',
}


async def test_odd_text_in_direct_messages_gets_an_answer(
    group: Group, subtests: pytest.Subtests
) -> None:
    for name, odd in ODD.items():
        with subtests.test(name):
            await group.mina.send_dm(odd)

            message = group.mina.user.dm_channel.history()[-1]
            assert message.author == group.env.bot.user
            assert KO("gap") in words_of(message)


async def test_odd_text_in_a_channel_pings_nobody(group: Group, subtests: pytest.Subtests) -> None:
    for name, odd in ODD.items():
        with subtests.test(name):
            await group.moderator.send(group.channel, f"{group.mention} {odd}")

            message = group.channel.history(viewer=group.seo)[-1]
            stored = group.env.backend.get_message(group.channel.id, message.id)
            assert message.author == group.env.bot.user
            assert (stored.ping_user_ids, stored.ping_role_ids) == ([], [])
            assert not message.mention_everyone


async def test_what_no_database_takes_is_left_out(group: Group) -> None:
    await group.mina.send_dm("a\x00b\ud83dc")

    async with group.bot.storage.reading() as work:
        assert await work.session.scalar(text("SELECT text FROM question")) == "ab\ufffdc"


async def test_only_blanks_and_a_mention_get_the_hint(group: Group) -> None:
    await group.mina.send(group.channel, f"\n {group.mention} \t {group.mention}")

    assert group.channel.history(viewer=group.seo)[-1].content == KO("mention-empty")
