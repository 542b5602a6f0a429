"""What an interaction tells of the act that it is: the command or the button, never more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import discord
from discord import AppCommandOptionType

from bot.discord_ui.custom_ids import read_custom_id
from bot.discord_ui.cutting import cut, sound
from bot.discord_ui.faces import guild_of, member_of
from bot.guilds.audit.model import MAX_DETAIL, MAX_DETAILS, MAX_NAME, Act, Via

_GROUPS = (AppCommandOptionType.subcommand.value, AppCommandOptionType.subcommand_group.value)
# A person's number is no part of what a moderator did.
_PEOPLE = (AppCommandOptionType.user.value, AppCommandOptionType.mentionable.value)

Details = list[tuple[str, str]]


def act_of(interaction: discord.Interaction) -> Act:
    """Return what the moderator does with ``interaction``.

    Raises:
        OnlyInServer: it happens in direct messages.
    """
    given: Mapping[str, Any] = interaction.data or {}
    match interaction.type:
        case discord.InteractionType.component:
            via, name, details = Via.PRESS, _kind(given), _pressed(interaction, given)
        case discord.InteractionType.modal_submit:
            typed = [(each["custom_id"], str(each["value"])) for each in _inputs(given)]
            via, name, details = Via.FORM, _kind(given), [*_title(interaction), *typed]
        case _:
            via, (name, details) = Via.COMMAND, _command(given)
    return Act(
        number=interaction.id,
        guild=guild_of(interaction),
        member=member_of(interaction),
        at=interaction.created_at,
        via=via,
        name=sound(name)[:MAX_NAME],
        details=tuple(
            (sound(name)[:MAX_NAME], cut(" ".join(sound(value).split()), MAX_DETAIL))
            for name, value in details[:MAX_DETAILS]
        ),
    )


def _command(given: Mapping[str, Any]) -> tuple[str, Details]:
    names, options = [str(given.get("name", ""))], given.get("options", ())
    while options and options[0].get("type") in _GROUPS:
        names.append(str(options[0]["name"]))
        options = options[0].get("options", ())
    resolved = given.get("resolved", {})
    return " ".join(names), [
        (str(option["name"]), _value(option, resolved))
        for option in options
        if option.get("type") not in _PEOPLE
    ]


def _value(option: Mapping[str, Any], resolved: Mapping[str, Any]) -> str:
    value = str(option.get("value", ""))
    match AppCommandOptionType(option.get("type", 3)):
        case AppCommandOptionType.channel:
            return f"<#{value}>"
        case AppCommandOptionType.role:
            return f"<@&{value}>"
        case AppCommandOptionType.attachment:
            return str(resolved.get("attachments", {}).get(value, {}).get("filename", value))
        case _:
            return value


def _pressed(interaction: discord.Interaction, given: Mapping[str, Any]) -> Details:
    found = _title(interaction)
    custom_id = str(given.get("custom_id", ""))
    for part in _parts(interaction.message):
        if getattr(part, "custom_id", None) != custom_id:
            continue
        label = getattr(part, "label", None) or getattr(part, "placeholder", None)
        chosen = [
            option.label
            for option in getattr(part, "options", ())
            if option.value in given.get("values", ())
        ]
        found.insert(0, ("label", ", ".join([str(label or ""), *chosen]).strip(", ")))
    return found


def _title(interaction: discord.Interaction) -> Details:
    message = interaction.message
    if message is None:
        return []
    lines = [message.embeds[0].title if message.embeds else "", message.content]
    shown = next((line.splitlines()[0] for line in lines if line), "")
    return [("title", shown)] if shown else []


def _parts(message: discord.Message | None) -> Iterable[object]:
    for row in message.components if message else ():
        yield from getattr(row, "children", ())


def _inputs(given: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found, waiting = [], list(given.get("components", ()))
    while waiting:
        part = waiting.pop(0)
        waiting += part.get("components", ())
        waiting += [part["component"]] if "component" in part else []
        if "value" in part and "custom_id" in part:
            found.append(part)
    return found


def _kind(given: Mapping[str, Any]) -> str:
    read = read_custom_id(str(given.get("custom_id", "")))
    return read.kind if read else "unknown"
