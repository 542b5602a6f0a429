"""A member's way to a command: what is registered, shown to them, and filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.wire import permissions
from tests.wire.objects import Channel, Guild, Json, Member, Role, User
from tests.wire.payloads import (
    channel_payload,
    role_payload,
    user_payload,
    userless_member_payload,
)
from tests.wire.rendering import Upload, stored
from tests.wire.world import World

CHAT_INPUT = 1
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE = range(1, 9)
NUMBER, ATTACHMENT = 10, 11


class NotOffered(AssertionError):
    """Discord's own app would not let the member do this."""


def find_command(
    world: World, guild: Guild | None, user: User, name: str, *, kind: int = CHAT_INPUT
) -> Json:
    """The registered command of this name, in any of its languages; NotOffered where hidden."""
    scopes = [guild.id, None] if guild is not None else [None]
    for scope in scopes:
        for command in world.commands.get(scope, []):
            names = {command["name"], *(command.get("name_localizations") or {}).values()}
            if command["type"] == kind and name in names:
                _need_shown(command, guild, user)
                return command
    registered = [each["name"] for scope in scopes for each in world.commands.get(scope, [])]
    raise NotOffered(f"{name!r} is not among the registered commands {registered}")


def _need_shown(command: Json, guild: Guild | None, user: User) -> None:
    needed = command.get("default_member_permissions")
    if guild is None:
        contexts = command.get("contexts")
        if command.get("dm_permission") is False or (contexts is not None and 1 not in contexts):
            raise NotOffered(f"{command['name']!r} is not shown in direct messages")
    elif needed is not None:
        granted = permissions.of_guild(guild.members[user.id])
        if granted & int(needed) != int(needed) or (
            int(needed) == 0 and granted != permissions.ALL
        ):
            raise NotOffered(f"{command['name']!r} is hidden from {user.name}")


@dataclass
class Invocation:
    """One use of a chat command: its path, and what was given for its options."""

    world: World
    guild: Guild | None
    user: User
    path: list[str]

    def data(self, given: dict[str, Any], *, focused: str | None = None) -> Json:
        """The interaction's data; NotOffered where Discord's app would not send it."""
        command = find_command(self.world, self.guild, self.user, self.path[0])
        resolved: Json = {}
        level, chain = command, []
        for step in self.path[1:]:
            level = self._sub(level, step)
            chain.append({"name": level["name"], "type": level["type"]})
        asked = level.get("options", [])
        if any(option["type"] in (SUBCOMMAND, GROUP) for option in asked):
            raise NotOffered(f"{' '.join(self.path)} needs one of its subcommands")
        options = [
            self._option(option, given.pop(name), resolved, focused=focused == name)
            for option in asked
            if (name := self._given_name(option, given)) is not None
        ]
        if given:
            raise NotOffered(f"{' '.join(self.path)} has no option {sorted(given)}")
        sent = {option["name"] for option in options}
        missing = [each["name"] for each in asked if each.get("required")]
        if focused is None and not sent.issuperset(missing):
            raise NotOffered(f"{' '.join(self.path)} needs {missing}")
        for link in reversed(chain):
            options = [link | {"options": options}]
        data: Json = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        data["options"] = options
        return data | ({"resolved": resolved} if resolved else {})

    def _sub(self, level: Json, step: str) -> Json:
        for option in level.get("options", []):
            names = {option["name"], *(option.get("name_localizations") or {}).values()}
            if option["type"] in (SUBCOMMAND, GROUP) and step in names:
                return dict(option)
        raise NotOffered(f"no subcommand {step!r} in {level['name']!r}")

    def _given_name(self, option: Json, given: dict[str, Any]) -> str | None:
        names = [option["name"], *(option.get("name_localizations") or {}).values()]
        return next((name for name in names if name in given), None)

    def _option(self, option: Json, value: Any, resolved: Json, *, focused: bool) -> Json:
        sent: Json = {"name": option["name"], "type": option["type"]}
        if focused:
            return sent | {"value": str(value), "focused": True}
        self._check(option, value)
        if isinstance(value, User | Channel | Role):
            self._resolve(value, resolved)
            return sent | {"value": str(value.id)}
        if isinstance(value, Upload):
            attachment = stored(self.world, self.user.id, value, {})
            resolved.setdefault("attachments", {})[attachment["id"]] = attachment
            return sent | {"value": attachment["id"]}
        by_name = {choice["name"]: choice["value"] for choice in option.get("choices", [])}
        return sent | {"value": by_name.get(value, value)}

    def _check(self, option: Json, value: Any) -> None:
        expected: Any = {
            STRING: str,
            INTEGER: int,
            BOOLEAN: bool,
            USER: User,
            CHANNEL: Channel,
            ROLE: Role,
            NUMBER: (int, float),
            ATTACHMENT: Upload,
        }.get(option["type"])
        if expected is None or not isinstance(value, expected):
            raise NotOffered(f"{value!r} for option {option['name']!r} of type {option['type']}")
        choices = option.get("choices")
        if choices and value not in [
            choice[key] for choice in choices for key in ("name", "value")
        ]:
            raise NotOffered(f"{value!r} is not a choice of {option['name']!r}")
        size = len(value) if isinstance(value, str) else value
        for key in ("min_length", "min_value"):
            if key in option and size < option[key]:
                raise NotOffered(f"{value!r} is less than {option['name']!r} takes")
        for key in ("max_length", "max_value"):
            if key in option and size > option[key]:
                raise NotOffered(f"{value!r} is more than {option['name']!r} takes")

    def _resolve(self, value: User | Channel | Role, resolved: Json) -> None:
        key = str(value.id)
        if isinstance(value, Role):
            resolved.setdefault("roles", {})[key] = role_payload(value)
        elif isinstance(value, Channel):
            payload = channel_payload(value, for_user=self.user.id)
            resolved.setdefault("channels", {})[key] = payload
        else:
            resolved.setdefault("users", {})[key] = user_payload(value)
            if self.guild is not None and value.id in self.guild.members:
                member = resolved_member(self.guild.members[value.id])
                resolved.setdefault("members", {})[key] = member


def resolved_member(member: Member) -> Json:
    """A member beside a resolved user: without the user, with the permissions."""
    payload = userless_member_payload(member) | {"permissions": str(permissions.of_guild(member))}
    return {key: value for key, value in payload.items() if key not in ("mute", "deaf")}
