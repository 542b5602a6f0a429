"""The tour in which a moderator teaches the bot a phrase, and it answers from then on."""

import discord
import simcord

from bot.sandbox.controls import controls_of
from bot.sandbox.scene import Scene

OURS = {"ko": "우리 무지개표 도시락 그거", "en": "our rainbow lunchbox thing"}
CONCEPT = "컨테이너"


async def play_taught(scene: Scene) -> simcord.ChannelHandle:
    """Ask what no note has, have the moderator teach it from the inbox, and ask once more."""
    study, phrase = scene.world.study, OURS[scene.language]
    mention = f"<@{scene.env.backend.bot_user.id}>"
    await scene.player.send(study, f"{mention} {phrase}")
    await _teach(scene, study)
    await scene.player.send(study, f"{mention} {phrase}?")
    return study


async def _teach(scene: Scene, study: simcord.ChannelHandle) -> None:
    moderator = scene.world.moderator
    opened = await moderator.slash(study, "inbox")
    if opened.response is None:
        return
    number = opened.response.message.id
    overview = _message(scene, study, number)
    sections = controls_of(overview, "teach-case")
    if not sections:  # taught by an earlier tour: nothing waits
        return
    await moderator.click(overview, custom_id=sections[0])
    # The menu has only the likeliest concepts; any may be typed.
    case = _message(scene, study, number)
    for form in controls_of(case, "teach-type"):
        asked = await moderator.click(case, custom_id=form)
        await moderator.submit_modal(asked, {"concept": CONCEPT})


def _message(scene: Scene, study: simcord.ChannelHandle, number: int) -> discord.Message:
    """Return the moderator's private message as it looks now."""
    history = study.history(viewer=scene.world.moderator)
    return next(each for each in history if each.id == number)
