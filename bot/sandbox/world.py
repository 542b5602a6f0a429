"""The lived-in study server that the sandbox opens on: its people, channels and earlier talk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import discord
import simcord

BOT_NAME = "도란"
BOT_USERNAME = "Doran"
SERVER_NAME = "도란도란 CS 스터디"
ZONE_NAME = "Asia/Seoul"
# Long enough for the earlier talk below.
EARLIER = timedelta(hours=3)

_MODERATOR_PERMISSIONS = discord.Permissions(
    manage_guild=True,
    manage_messages=True,
    manage_channels=True,
    manage_threads=True,
    pin_messages=True,
    create_events=True,
    manage_events=True,
    mention_everyone=True,
)

# SimCord 3.2.1 asks for Manage Messages to pin, where Discord asks for Pin Messages; and for Manage
# Events to make an event, where Discord asks for Create Events.
_SIMULATED = discord.Permissions(manage_messages=True, manage_events=True)

# Who says what in which channel, how many minutes after the one before.
_EARLIER_TALK = (
    (2, "하늘", "공지", "이번 주는 「도커와 가상 머신」이에요. 토요일 전에 한 번 훑어 주세요 🙂"),
    (9, "준호", "공부방", "노트 읽는 중인데 하이퍼바이저에서 막혔어요…"),
    (3, "서연", "공부방", "저도요. 타입 1이랑 타입 2 그림이 자꾸 헷갈려요"),
    (4, "민지", "공부방", "도란한테 물어보면 노트에서 찾아 주던데요. `@도란` 부르고 물어보면 돼요"),
    (21, "서연", "잡담", "오늘 카페에서 공부하실 분?"),
    (6, "준호", "잡담", "저요! 7시 이후면 가능해요"),
    (15, "하늘", "공부방", "헷갈리는 건 여기 편하게 남겨 주세요. 모임에서 같이 봐요"),
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """The server's parts that the sandbox speaks of.

    Attributes:
        members: nickname → that person, the moderator included.
        study: the channel where the bot is asked.
    """

    guild: simcord.GuildHandle
    members: Mapping[str, simcord.MemberActor]
    channels: Mapping[str, simcord.ChannelHandle]
    moderator: simcord.MemberActor
    study: simcord.ChannelHandle

    def is_moderator(self, member_id: int) -> bool:
        """Tell whether that member is the server's moderator."""
        return member_id == self.moderator.id


def found(env: simcord.Env, permissions: discord.Permissions) -> World:
    """Build the server before the bot starts, so that the bot finds itself already in it.

    Ids follow from the clock: founded at a new simulation's first moment, the server and its people
    have the same ids in every run, so that kept records stay theirs.

    Args:
        env: a simulated Discord that has not been started.
        permissions: what the bot's role may do: the same as a real invitation asks for.
    """
    env.backend.edit_bot_profile(BOT_USERNAME)
    env.backend.bot_user.global_name = BOT_NAME
    haneul = env.create_user("haneul", global_name="하늘")
    guild = env.create_guild(SERVER_NAME, owner=haneul, preferred_locale="ko")
    env.backend.get_role(guild.id, guild.roles[BOT_USERNAME].id).permissions = (
        permissions | _SIMULATED
    ).value
    moderators = guild.create_role("운영자", permissions=_MODERATOR_PERMISSIONS, color=0xE0A030)
    moderator = guild.add_member(haneul, nick="하늘", roles=[moderators])
    members = {"하늘": moderator}
    for name, nick in (("minji", "민지"), ("junho", "준호"), ("seoyeon", "서연")):
        members[nick] = guild.add_member(env.create_user(name, global_name=nick), nick=nick)
    everyone = guild.default_role
    bot_role = guild.roles[BOT_USERNAME]
    channels = {
        "공지": guild.create_text_channel(
            "공지",
            topic="모임 일정과 이번 주 노트",
            overwrites={
                everyone: discord.PermissionOverwrite(send_messages=False),
                moderators: discord.PermissionOverwrite(send_messages=True),
                bot_role: discord.PermissionOverwrite(send_messages=True),
            },
        ),
        "공부방": guild.create_text_channel("공부방", topic="노트를 같이 읽고 묻고 답해요"),
        "잡담": guild.create_text_channel("잡담", topic="쉬어 가는 곳"),
        "운영-알림": guild.create_text_channel(
            "운영-알림",
            topic="도란이 운영자에게 알리는 곳",
            overwrites={
                everyone: discord.PermissionOverwrite(view_channel=False),
                moderators: discord.PermissionOverwrite(view_channel=True),
                bot_role: discord.PermissionOverwrite(view_channel=True),
            },
        ),
    }
    return World(guild, members, channels, moderator, channels["공부방"])


async def live_in(env: simcord.Env, world: World) -> None:
    """Let the earlier talk happen, and the clock arrive ``EARLIER`` after where it stood."""
    arrival = env.now() + EARLIER
    for minutes, who, where, text in _EARLIER_TALK:
        await env.advance_time(timedelta(minutes=minutes).total_seconds())
        await world.members[who].send(world.channels[where], text)
    await env.advance_time((arrival - env.now()).total_seconds())
