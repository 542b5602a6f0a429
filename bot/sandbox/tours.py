"""The buttons that do it for you: each plays one visitor's step in the simulated server."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import simcord

from bot.sandbox.world import World


class NotAnswered(Exception):
    """The bot stayed silent where a tour expects it to speak."""


@dataclass(frozen=True)
class Scene:
    """What a tour acts in: the world, who plays, and the page's language (``ko`` or ``en``)."""

    env: simcord.Env
    world: World
    player: simcord.MemberActor
    language: str


@dataclass(frozen=True)
class Tour:
    """One button of the control page.

    Attributes:
        key: names the tour in the page's requests.
        label: language → what the button says.
        about: language → one line under it: what will be seen.
        play: acts, and returns the channel or thread where it is to be seen.
    """

    key: str
    label: dict[str, str]
    about: dict[str, str]
    play: Callable[[Scene], Awaitable[simcord.ChannelHandle]]


def asking(key: str, question: dict[str, str], about: dict[str, str]) -> Tour:
    """Make a tour that asks the bot by mention in the study channel."""

    async def play(scene: Scene) -> simcord.ChannelHandle:
        bot_mention = f"<@{scene.env.backend.bot_user.id}>"
        study = scene.world.study
        asked = await scene.player.send(study, f"{bot_mention} {question[scene.language]}")
        newest = study.last_message
        if newest is None or newest.id == asked.id:
            raise NotAnswered(question[scene.language])
        return study

    return Tour(key, question, about, play)


# A capability adds its own here when it comes.
TOURS: tuple[Tour, ...] = (
    asking(
        "ask",
        {"ko": "하이퍼바이저가 뭐야?", "en": "What is a hypervisor?"},
        {
            "ko": "노트의 답과 그림, 출처가 와요.",
            "en": "The note's answer, with its figure and source.",
        },
    ),
    asking(
        "not-covered",
        {"ko": "쿠버네티스는?", "en": "And Kubernetes?"},
        {
            "ko": "노트에 없으면 없다고 말해요.",
            "en": "Not in the notes, and the bot says so.",
        },
    ),
)
