"""The buttons that do it for you: each plays one visitor's step in the simulated server."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import discord
import simcord

from bot.content.model import ItemKind
from bot.discord_ui.custom_ids import read_custom_id
from bot.ids import GuildId
from bot.quiz import service as quizzes
from bot.quiz import timetable
from bot.quiz.snapshot import Snapshot
from bot.sandbox.asking import asked
from bot.sandbox.controls import controls_of
from bot.sandbox.debate_tour import play_debate
from bot.sandbox.scene import NotAnswered, Scene
from bot.sandbox.stage import MORNING, next_morning
from bot.sandbox.taught_tour import NOT_COVERED, play_taught

# What is due at nine is posted, closed and drawn within so long.
A_FEW_SECONDS = timedelta(seconds=20)
HYPERVISOR = {"ko": "하이퍼바이저가 뭐야?", "en": "What is a hypervisor?"}
AND_ITS_KINDS = {"ko": "그럼 종류는?", "en": "And what kinds are there?"}
# What somebody types who has not read the note yet.
A_GUESS = "글쎄요, 운영체제?"


@dataclass(frozen=True)
class Tour:
    """One button of the control page.

    Attributes:
        key: names the tour in the page's requests.
        label: language → what the button says.
        about: language → one line under it: what will be seen.
        play: acts, and returns the channel or thread where it is to be seen.
        word: how the page's journal tells of it: ``<word>_running``, ``_done``, ``_failed``.
    """

    key: str
    label: dict[str, str]
    about: dict[str, str]
    play: Callable[[Scene], Awaitable[simcord.ChannelHandle]]
    word: str = "log_tour"


async def play_asking(scene: Scene) -> simcord.ChannelHandle:
    """Ask for a concept, then go on from it with a question that makes no sense alone."""
    await asked(scene, HYPERVISOR[scene.language])
    await asked(scene, AND_ITS_KINDS[scene.language])
    return scene.world.study


async def play_quiz(scene: Scene) -> simcord.ChannelHandle:
    """Live through a day of the quiz: the morning's item, everyone's answers, the next morning."""
    await _have_a_schedule(scene)
    await _sleep_till_morning(scene)
    question = _question_in(scene.world.study)
    item = await _item_of(scene, question)
    others = [actor for actor in scene.world.members.values() if actor is not scene.player]
    # Who tries it out sees why a wrong choice is wrong; the group is a bit ahead.
    await _answer(scene.player, question, item, is_right=False)
    for actor in others:
        await _answer(actor, question, item, is_right=True)
    await _sleep_till_morning(scene)
    return scene.world.study


async def _have_a_schedule(scene: Scene) -> None:
    async with scene.stage.bot.storage.reading() as work:
        if await timetable.every(work, GuildId(scene.world.guild.id)):
            return
    await scene.world.moderator.slash(
        scene.world.study,
        "quiz-admin schedule add",
        time=f"{MORNING:%H:%M}",
        channel=scene.world.study,
    )


async def _sleep_till_morning(scene: Scene) -> None:
    await scene.stage.advance(next_morning(scene.env.now()) + A_FEW_SECONDS)


def _question_in(channel: simcord.ChannelHandle) -> discord.Message:
    newest = channel.last_message
    if newest is None or not any(":quiz-" in each for each in controls_of(newest)):
        raise NotAnswered("quiz")
    return newest


async def _item_of(scene: Scene, question: discord.Message) -> Snapshot:
    """Return what was asked, whose number the question's controls carry."""
    read = read_custom_id(controls_of(question)[0])
    if read is None:
        raise NotAnswered("quiz")
    guild, number = GuildId(scene.world.guild.id), read.ids[1]
    async with scene.stage.bot.storage.reading() as work:
        return (await quizzes.items_asked(work, guild, [number]))[number].snapshot


async def _answer(
    actor: simcord.MemberActor, question: discord.Message, item: Snapshot, *, is_right: bool
) -> None:
    control = controls_of(question)[0]
    if item.key is not None:
        opened = await actor.click(question, custom_id=control)
        await actor.submit_modal(opened, {"answer": item.key.ko if is_right else A_GUESS})
        return
    wrong = [option.index for option in item.options if not option.is_key]
    taken = item.keys if is_right else wrong[:1]
    if item.kind is ItemKind.MULTIPLE:
        await actor.select(question, [str(index) for index in taken], custom_id=control)
        return
    [index] = taken
    await actor.click(
        question, custom_id=next(c for c in controls_of(question) if c.endswith(f":{index}"))
    )


# A capability adds its own here when it comes.
TOURS: tuple[Tour, ...] = (
    Tour(
        "ask",
        HYPERVISOR,
        {
            "ko": "노트의 답과 그림, 출처가 와요. 이어서 물어도 알아들어요.",
            "en": "The note's answer with figure and source. It follows when you ask on.",
        },
        play_asking,
    ),
    Tour(
        "not-covered",
        NOT_COVERED,
        {
            "ko": "노트에 없으면 없다고 해요. 운영자가 가르친 말은 바로 답해요.",
            "en": "Not in the notes, and the bot says so, until a moderator teaches it.",
        },
        play_taught,
    ),
    Tour(
        "quiz",
        {"ko": "오늘의 퀴즈", "en": "Today's quiz"},
        {
            "ko": "아침에 문제가 오고, 모두 답하고, 다음 날 결과가 그려져요.",
            "en": "A question in the morning, everyone's answers, the result the day after.",
        },
        play_quiz,
        word="log_day",
    ),
    Tour(
        "debate",
        {"ko": "토론 한 바퀴", "en": "A whole debate"},
        {
            "ko": "투표하고, 이유를 나누고, 다시 투표해요. 생각의 이동이 그려져요.",
            "en": "A vote, the reasons, a second vote, and a picture of what moved.",
        },
        play_debate,
        word="log_debate",
    ),
)
