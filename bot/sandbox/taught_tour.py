"""The tour in which the bot says no, a moderator teaches it a phrase, and it answers."""

import discord
import simcord

from bot.discord_ui.custom_ids import read_custom_id
from bot.sandbox.asking import asked
from bot.sandbox.controls import controls_of
from bot.sandbox.scene import NotAnswered, Scene

OURS = {"ko": "우리 무지개표 도시락 그거", "en": "our rainbow lunchbox thing"}
NOT_COVERED = {"ko": "쿠버네티스는?", "en": "And Kubernetes?"}
CONCEPT = "컨테이너"
# A page of the inbox a case; more than a visitor's questions ever make.
MAX_CASES = 50


async def play_taught(scene: Scene) -> simcord.ChannelHandle:
    """Ask what no note has; have the moderator teach what the group calls a container; ask again.

    Where an earlier tour taught it, it is answered at once.
    """
    await asked(scene, NOT_COVERED[scene.language])
    answer = await asked(scene, OURS[scene.language])
    waiting = controls_of(answer, "answer-wish")
    if waiting:
        await _teach(scene, _number_in(waiting[0]))
        await asked(scene, f"{OURS[scene.language]}?")
    return scene.world.study


async def _teach(scene: Scene, question: int) -> None:
    """Have the moderator find the case of ``question`` in the inbox, and name the concept."""
    moderator, study = scene.world.moderator, scene.world.study
    opened = await moderator.slash(study, "inbox")
    if opened.response is None:
        raise NotAnswered("inbox")
    number = opened.response.message.id
    for _ in range(MAX_CASES):
        shown = _message(scene, number)
        if any(_number_in(form) == question for form in controls_of(shown, "teach-type")):
            break
        [*_, onwards] = controls_of(shown, "teach-case")
        await moderator.click(shown, custom_id=onwards)
    case = _message(scene, number)
    # The menu has only the likeliest concepts; any may be typed.
    form = await moderator.click(case, custom_id=controls_of(case, "teach-type")[0])
    await moderator.submit_modal(form, {"concept": CONCEPT})


def _number_in(control: str) -> int:
    read = read_custom_id(control)
    if read is None:
        raise NotAnswered(control)
    return read.ids[0]


def _message(scene: Scene, number: int) -> discord.Message:
    """Return the moderator's private message as it looks now."""
    history = scene.world.study.history(viewer=scene.world.moderator)
    return next(each for each in history if each.id == number)
