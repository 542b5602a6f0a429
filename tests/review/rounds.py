"""Reviews in a study group, in the words of those who take part."""

from datetime import timedelta

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from tests.quiz.daily import Quiz, option
from tests.support.told import answered, words_of

# The group meets on a Thursday: asked only then, nothing else is open on the days after.
ONLY_TODAY = "목"
NEXT_DAY = timedelta(days=1)


async def wait(quiz: Quiz, span: timedelta) -> None:
    """Let time pass; the scheduler looks at no clock in between (conftest.py)."""
    await quiz.group.env.advance_time(span.total_seconds())


async def missed_today(quiz: Quiz, member: MemberActor) -> None:
    """Have ``member`` answer today's single-choice item wrong; go on to tomorrow."""
    await quiz.begin(days=ONLY_TODAY)
    await quiz.give(member, option(quiz.post, "창문"))
    await wait(quiz, NEXT_DAY)


async def review(quiz: Quiz, member: MemberActor) -> InteractionResult:
    """Have ``member`` say /review."""
    return await member.slash(quiz.group.channel, "review")


async def give(member: MemberActor, shown: InteractionResult, text: str) -> InteractionResult:
    """Take the option that says ``text``."""
    return await member.click(answered(shown), label=option(answered(shown), text))


async def press(member: MemberActor, shown: InteractionResult, label: str) -> InteractionResult:
    """Press a button of the private message."""
    return await member.click(answered(shown), label=label)


def private(quiz: Quiz, member: MemberActor) -> list[discord.Message]:
    """Return the private messages that ``member`` sees in the channel, oldest first."""
    return [
        message for message in quiz.group.channel.history(viewer=member) if message.flags.ephemeral
    ]


def now_shown(quiz: Quiz, member: MemberActor) -> str:
    """Return what the newest private message of ``member`` says by now."""
    return words_of(private(quiz, member)[-1])
