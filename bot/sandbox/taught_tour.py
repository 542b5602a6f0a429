"""The tour in which a moderator teaches the bot a phrase, and it answers from then on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    import simcord

    from bot.sandbox.tours import Scene

OURS = {"ko": "우리 무지개표 도시락 그거", "en": "our rainbow lunchbox thing"}
CONCEPT = "컨테이너"


async def play_taught(scene: "Scene") -> "simcord.ChannelHandle":
    """Ask what no note has, have the moderator teach it from the inbox, and ask once more."""
    study, phrase = scene.world.study, OURS[scene.language]
    mention = f"<@{scene.env.backend.bot_user.id}>"
    await scene.player.send(study, f"{mention} {phrase}")
    await _teach(scene, study)
    await scene.player.send(study, f"{mention} {phrase}?")
    return study


async def _teach(scene: "Scene", study: "simcord.ChannelHandle") -> None:
    moderator = scene.world.moderator
    opened = await moderator.slash(study, "inbox")
    if opened.response is None:
        return
    number = opened.response.message.id
    section = next((c for c in _controls(scene, study, number) if ":teach-case:" in c), None)
    if section is None:  # taught by an earlier tour: nothing waits
        return
    await moderator.click(_message(scene, study, number), custom_id=section)
    # The menu has only the likeliest concepts; any may be typed.
    form = next((c for c in _controls(scene, study, number) if ":teach-type:" in c), None)
    if form is not None:
        asked = await moderator.click(_message(scene, study, number), custom_id=form)
        await moderator.submit_modal(asked, {"concept": CONCEPT})


def _controls(scene: "Scene", study: "simcord.ChannelHandle", number: int) -> Sequence[str]:
    return [
        part.custom_id
        for row in _message(scene, study, number).components
        if isinstance(row, discord.ActionRow)
        for part in row.children
        if part.custom_id
    ]


def _message(scene: "Scene", study: "simcord.ChannelHandle", number: int) -> discord.Message:
    """Return the moderator's private message as it looks now."""
    history = study.history(viewer=scene.world.moderator)
    return next(each for each in history if each.id == number)
