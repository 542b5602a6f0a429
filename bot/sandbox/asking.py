"""Asks the bot as a member does, for the tours, and returns what it answered."""

import discord

from bot.sandbox.scene import NotAnswered, Scene


async def asked(scene: Scene, question: str) -> discord.Message:
    """Have the player ask by mention in the study channel; return the bot's answer.

    Raises:
        NotAnswered: nothing came.
    """
    study = scene.world.study
    sent = await scene.player.send(study, f"<@{scene.env.backend.bot_user.id}> {question}")
    newest = study.last_message
    if newest is None or newest.id == sent.id:
        raise NotAnswered(question)
    return newest
