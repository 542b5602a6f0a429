"""The bot never speaks unless it is spoken to."""

import discord
from simcord.backend.models import AllowedMentions
from simcord.enums import MessageType

from tests.support.group import Group
from tests.support.told import WHAT_IS


async def said_nothing(group: Group) -> bool:
    """Tell whether no message of the bot's stands in the channel."""
    return not any(message.author == group.env.bot.user for message in group.channel.history())


async def test_chat_that_is_not_for_it_is_left_alone(group: Group) -> None:
    await group.mina.send(group.channel, WHAT_IS)

    assert await said_nothing(group)


async def test_everyone_is_not_the_bot(group: Group) -> None:
    loud = group.guild.create_role("방송", permissions=discord.Permissions(mention_everyone=True))
    caller = group.guild.add_member(group.env.create_user("방송부"), roles=[loud])

    said = await caller.send(group.channel, f"@everyone @here {WHAT_IS}")

    assert said.mention_everyone
    assert await said_nothing(group)


async def test_a_mention_of_somebody_else_is_left_alone(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.jun.mention} {WHAT_IS}")

    assert await said_nothing(group)


async def test_a_mention_of_its_role_is_not_a_mention_of_it(group: Group) -> None:
    role = group.guild.create_role("스터디", mentionable=True)

    await group.mina.send(group.channel, f"{role.mention} {WHAT_IS}")
    await group.mina.send(group.channel, f"<@&{group.guild.roles['TestBot'].id}> {WHAT_IS}")

    assert await said_nothing(group)


async def test_other_bots_are_not_answered(group: Group) -> None:
    other = group.guild.add_member(group.env.create_user("다른 봇", bot=True))

    await other.send(group.channel, f"{group.mention} {WHAT_IS}")

    assert await said_nothing(group)


async def test_a_webhook_is_not_answered(group: Group) -> None:
    webhook = group.guild.create_webhook(group.channel, "알림")

    await webhook.send(f"{group.mention} {WHAT_IS}")

    assert await said_nothing(group)


async def test_a_webhook_that_is_not_marked_as_a_bot_is_not_answered_either(group: Group) -> None:
    # Discord leaves the mark off; SimCord sets it.
    webhook = group.guild.create_webhook(group.channel, "알림")
    group.env.backend.get_user(webhook._webhook.webhook_user_id).bot = False

    await webhook.send(f"{group.mention} {WHAT_IS}")

    assert await said_nothing(group)


async def test_a_system_message_is_not_answered(group: Group) -> None:
    group.guild.create_system_message(group.channel, MessageType.NEW_MEMBER, author=group.mina.user)
    await group.env.settle()

    assert await said_nothing(group)


async def test_a_reply_to_it_without_a_ping_is_not_a_question(group: Group) -> None:
    await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")
    answer = group.channel.history()[-1]

    group.env.backend.create_message(
        group.channel.id,
        group.mina.id,
        "고마워, 그럼 이제 점심 먹자",
        reference={"channel_id": str(group.channel.id), "message_id": str(answer.id)},
        allowed_mentions=AllowedMentions(replied_user=False),
    )
    await group.env.settle()

    assert [message.author.id for message in group.channel.history()][1:] == [
        answer.author.id,
        group.mina.id,
    ]


async def test_it_never_answers_itself(group: Group) -> None:
    channel = group.bot.get_channel(group.channel.id)
    assert isinstance(channel, discord.TextChannel)

    await channel.send(f"{group.mention} {WHAT_IS}")
    await group.env.settle()

    assert len(group.channel.history()) == 1
