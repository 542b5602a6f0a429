"""Shows the hello, each step of the set-up, its summary and end, and the check of permissions."""

from collections.abc import Sequence

import discord

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_BUTTONS_IN_ROW,
    MAX_EMBED_DESCRIPTION,
    Button,
    Input,
    ModalScreen,
    Part,
    Pick,
    Screen,
    Select,
)
from bot.discord_ui.words import ENGLISH, KOREAN, LANGUAGES, Say, voice
from bot.guilds.model import LIKELY_ZONES
from bot.posts.notices import permission_words
from bot.setup import buttons
from bot.setup.model import LIKELY_TIMES, Checked, Draft, Step

COLOUR = discord.Colour(0x5B7FDB)
TYPED = frozenset({Step.ZONE, Step.QUIZ_TIME})
# What may be answered with "none".
OPTIONAL = frozenset({Step.QUIZ_CHANNEL, Step.NOTICE_CHANNEL, Step.MODERATOR_ROLE})
MAX_TYPED = 60


def hello_screen() -> Screen:
    """Say hello in both languages, with the one button that moderators need."""
    both = [voice(language)("setup-hello") for language in (KOREAN, ENGLISH)]
    label = " · ".join(voice(language)("setup-open") for language in (KOREAN, ENGLISH))
    button = Button(label, buttons.opened(), "primary")
    return Screen("\n\n".join(both), rows=((button,),))


def step_screen(draft: Draft, say: Say) -> Screen:
    """Ask for the draft's present step, or show the summary."""
    step = draft.step
    if step is Step.REVIEW:
        return _summary(draft, say)
    number = draft.steps.index(step) + 1
    embed = discord.Embed(
        title=say(f"setup-{step.word}"),
        description=f"{say(f'setup-{step.word}.why')}\n\n"
        + say("setup-now", value=_value(draft, step, say)),
        colour=COLOUR,
    )
    embed.set_footer(text=say("setup-footer", number=number, count=len(draft.steps)))
    return Screen(embeds=(embed,), rows=((_menu(step, say),), _turns(draft, say)))


def typing_modal(step: Step, say: Say) -> ModalScreen:
    """Ask for an answer in writing."""
    field = Input(
        buttons.TYPED_FIELD,
        say(f"setup-{step.word}"),
        say(f"setup-{step.word}.placeholder"),
        max_length=MAX_TYPED,
    )
    return ModalScreen(say("setup-title"), buttons.typed(step), (field,))


def begun_screen(draft: Draft, say: Say) -> Screen:
    """Say that it counts from now on, and what to look at next."""
    at = draft.quiz_time
    lines = [say("setup-begun")]
    if draft.asks_quiz and at is not None:
        where = f"<#{draft.quiz_channel}>"
        lines.append(say("setup-begun-quiz", channel=where, time=f"{at:%H:%M}"))
    return Screen("\n".join([*lines, say("setup-begun-next")]))


def check_screen(checked: Sequence[Checked], say: Say) -> Screen:
    """Show what is missing where, what fails without it, and what to do."""
    if not checked:
        return Screen(say("check-nothing"))
    blocks = [_trouble(each, say) for each in checked if not each.is_fine]
    fine = [f"<#{each.channel}> {_uses(each, say)}" for each in checked if each.is_fine]
    if fine:
        blocks.append("\n".join([f"**{say('check-fine')}**", *fine]))
    title = "check-all-fine" if all(each.is_fine for each in checked) else "check-trouble"
    embed = discord.Embed(
        title=say(title), description=cut("\n\n".join(blocks), MAX_EMBED_DESCRIPTION), colour=COLOUR
    )
    return Screen(embeds=(embed,))


def _trouble(checked: Checked, say: Say) -> str:
    uses = _uses(checked, say)
    if checked.is_gone:
        return f"**<#{checked.channel}>** {uses}\n{say('check-gone')}"
    names = ", ".join(f"`{say(permission_words(name))}`" for name in checked.missing)
    lines = [f"**<#{checked.channel}>** {uses}"]
    lines += [f"✗ {_fails(name, say)}" for name in checked.missing]
    return "\n".join([*lines, say("check-grant", permissions=names)])


def _fails(permission: str, say: Say) -> str:
    why = permission.replace("_", "-")
    return f"`{say(permission_words(permission))}`: {say(f'check-without-{why}')}"


def _uses(checked: Checked, say: Say) -> str:
    return "(" + ", ".join(say(words) for words in checked.uses) + ")"


def _summary(draft: Draft, say: Say) -> Screen:
    embed = discord.Embed(title=say("setup-review"), colour=COLOUR)
    for step in draft.steps:
        embed.add_field(name=say(f"setup-{step.word}"), value=_value(draft, step, say))
    quiz = "setup-will-quiz" if draft.asks_quiz else "setup-will-not-quiz"
    at = draft.quiz_time
    will = say(quiz, channel=f"<#{draft.quiz_channel}>", time=f"{at:%H:%M}" if at else "")
    embed.add_field(name=say("setup-will"), value=f"{will}\n{say('setup-farewell')}", inline=False)
    missing = draft.quiz_channel is not None and not draft.asks_quiz
    if missing:
        embed.set_footer(text=say("setup-no-time"))
    begin = Button(say("setup-begin"), buttons.begin(draft.revision), "success")
    return Screen(embeds=(embed,), rows=((begin, *_back(draft, Step.REVIEW, say)),))


def _menu(step: Step, say: Say) -> Part:
    placeholder, press = say(f"setup-{step.word}.choose"), buttons.choose(step)
    match step:
        case Step.LANGUAGE:
            options = tuple((each, say(f"language-{each}")) for each in LANGUAGES)
        case Step.ZONE:
            options = tuple((zone, zone) for zone in LIKELY_ZONES)
        case Step.QUIZ_TIME:
            options = tuple((f"{at:%H:%M}", f"{at:%H:%M}") for at in LIKELY_TIMES)
        case Step.MODERATOR_ROLE:
            return Pick(press, placeholder, "role")
        case _:
            return Pick(press, placeholder, "channel")
    return Select(press, placeholder, options)


def _turns(draft: Draft, say: Say) -> tuple[Part, ...]:
    step = draft.step
    row = list(_back(draft, step, say))
    if step in TYPED:
        row.append(Button(say("setup-type"), buttons.type_in(step)))
    if step in OPTIONAL:
        row.append(Button(say(f"setup-{step.word}.none"), buttons.none(step)))
    if step is not Step.QUIZ_TIME or draft.quiz_minutes is not None:
        row.append(Button(say("setup-keep"), buttons.go(draft.after(step)), "primary"))
    return tuple(row[:MAX_BUTTONS_IN_ROW])


def _back(draft: Draft, step: Step, say: Say) -> tuple[Part, ...]:
    earlier = draft.before(step)
    return () if earlier is None else (Button(say("setup-back"), buttons.go(earlier)),)


def _value(draft: Draft, step: Step, say: Say) -> str:
    none = say("setup-none")
    match step:
        case Step.LANGUAGE:
            return say(f"language-{draft.language}")
        case Step.ZONE:
            return draft.zone
        case Step.QUIZ_CHANNEL:
            return none if draft.quiz_channel is None else f"<#{draft.quiz_channel}>"
        case Step.QUIZ_TIME:
            return none if draft.quiz_time is None else f"{draft.quiz_time:%H:%M}"
        case Step.NOTICE_CHANNEL:
            return none if draft.notice_channel is None else f"<#{draft.notice_channel}>"
        case _:
            return none if draft.moderator_role is None else f"<@&{draft.moderator_role}>"
