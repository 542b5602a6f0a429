"""The tour that winds a debate through: a moderator, three members, two votes, what moved."""

from datetime import timedelta

import discord
import simcord

from bot.content.model import Prompt, PromptKind
from bot.discord_ui.custom_ids import CustomId, read_custom_id
from bot.sandbox.controls import controls_of
from bot.sandbox.scene import NotAnswered, Scene

# What is due is posted, threaded and drawn anew within so long.
A_FEW_SECONDS = timedelta(seconds=20)
# Which stance everyone takes at first, and after the argument: two of four move.
FIRST_STANCES = (0, 0, 1, 2)
SECOND_STANCES = (1, 0, 1, 1)
REASONS = {
    "ko": (
        "어디서나 똑같이 돌아가니까 일단 도커로 시작해요",
        "이미지 하나면 팀원 모두 환경이 같아져요",
        "GUI 프로그램은 화면을 넘기기가 번거로웠어요",
        "실시간 제어는 커널을 함께 쓰는 게 마음에 걸려요",
    ),
    "en": (
        "It runs the same everywhere, so I start with Docker",
        "With one image, the whole team has the same environment",
        "Desktop programs were a pain: the screen has to get out somehow",
        "For real-time control I would rather not share a kernel",
    ),
}
WONDERING = {
    "ko": "윈도우 컨테이너도 커널을 함께 쓰나요?",
    "en": "Do Windows containers share a kernel too?",
}


async def play_debate(scene: Scene) -> simcord.ChannelHandle:
    """Wind a debate through: a vote, the argument, a second vote, and what moved."""
    study = scene.world.study
    prompt = _debate_in(scene)
    await scene.world.moderator.slash(study, "discuss-admin start", prompt=str(prompt.number))
    await scene.stage.advance(scene.env.now() + A_FEW_SECONDS)
    opening = next(
        (each for each in reversed(study.history()) if controls_of(each, "discuss-vote")), None
    )
    if opening is None:
        raise NotAnswered("discuss")
    discussion = _read(controls_of(opening, "discuss-vote")[0]).ids[1]
    voters = [actor for actor in scene.world.members.values() if actor is not scene.player]
    voters = [scene.player, *voters]
    last = len(prompt.stances) - 1
    for number, actor in enumerate(voters):
        await _take(actor, opening, FIRST_STANCES[number % len(FIRST_STANCES)] % (last + 1))
    await _next_phase(scene, discussion)
    thread = _thread_of(study, opening)
    reasons = _newest(thread, "discuss-reasons")
    said = REASONS[scene.language]
    for actor, words in zip(voters, said, strict=False):
        form = await actor.click(reasons, custom_id=controls_of(reasons, "discuss-why")[0])
        await actor.submit_modal(form, {"text": words})
    for actor in voters[1:]:
        opened = await actor.click(reasons, custom_id=controls_of(reasons, "discuss-reasons")[0])
        if opened.response is not None:
            page = opened.response.message
            agreeing = [
                each for each in controls_of(page, "discuss-mark") if _read(each).ids[2] == 0
            ]
            if agreeing:
                await actor.click(page, custom_id=agreeing[-1])
    form = await scene.player.click(reasons, custom_id=controls_of(reasons, "discuss-ask")[0])
    await scene.player.submit_modal(form, {"text": WONDERING[scene.language]})
    await scene.stage.advance(scene.env.now() + A_FEW_SECONDS)
    await _next_phase(scene, discussion)
    ballot = _newest(thread, "discuss-vote")
    for number, actor in enumerate(voters):
        await _take(actor, ballot, SECOND_STANCES[number % len(SECOND_STANCES)] % (last + 1))
    await _next_phase(scene, discussion)
    return thread


async def _next_phase(scene: Scene, discussion: int) -> None:
    study = scene.world.study
    asked = await scene.world.moderator.slash(
        study, "discuss-admin next", discussion=str(discussion)
    )
    if asked.response is None:
        raise NotAnswered("discuss-admin next")
    question = asked.response.message
    await scene.world.moderator.click(
        question, custom_id=controls_of(question, "discuss-decide")[0]
    )
    await scene.stage.advance(scene.env.now() + A_FEW_SECONDS)


async def _take(actor: simcord.MemberActor, ballot: discord.Message, stance: int) -> None:
    taken = [each for each in controls_of(ballot, "discuss-vote") if _read(each).ids[3] == stance]
    await actor.click(ballot, custom_id=taken[0])


def _debate_in(scene: Scene) -> Prompt:
    library = scene.stage.bot.notes.edition.library
    return next(prompt for prompt in library.prompts if prompt.kind is PromptKind.DEBATE)


def _thread_of(channel: simcord.ChannelHandle, opening: discord.Message) -> simcord.ChannelHandle:
    """Return the thread of a post, which has the same number as its message."""
    return next(thread for thread in channel.threads if thread.id == opening.id)


def _newest(channel: simcord.ChannelHandle, kind: str) -> discord.Message:
    return next(each for each in reversed(channel.history()) if controls_of(each, kind))


def _read(control: str) -> CustomId:
    read = read_custom_id(control)
    if read is None:
        raise NotAnswered(control)
    return read
