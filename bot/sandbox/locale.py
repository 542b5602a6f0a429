"""The language of the simulated members' Discord clients, which SimCord fixes to en-US."""

from collections.abc import Mapping, MutableMapping
from copy import deepcopy
from typing import Any

import simcord

Command = dict[str, Any]


class ClientLanguages:
    """Makes the members' clients speak a language, as Discord's clients do.

    Interactions carry the member's locale; the slash-command picker shows localized names and
    descriptions; what is sent carries the canonical names. Restarts of the bot keep it.

    Attributes:
        default: locale of every client that has none of its own (``ko``, ``en-US``).
        own: member id → that member's locale.
    """

    def __init__(self, env: simcord.Env, default: str = "ko") -> None:
        self.default = default
        self.own: dict[int, str] = {}
        self._backend = env.backend
        self._canonical_commands = self._backend.visible_commands
        # First in line: the bot's gateway, which copies the payload, is told after us.
        self._backend.subscribers.insert(0, self._stamp)
        self._backend.visible_commands = self._shown_commands  # type: ignore[method-assign]

    def of(self, member_id: int) -> str:
        """Return the locale of that member's client."""
        return self.own.get(member_id, self.default)

    def _stamp(self, event: str, payload: Mapping[str, Any]) -> None:
        if event != "INTERACTION_CREATE" or not isinstance(payload, MutableMapping):
            return
        sender = payload["member"]["user"] if "member" in payload else payload["user"]
        payload["locale"] = self.of(int(sender["id"]))
        if "guild_id" in payload:
            guild = self._backend.get_guild(int(payload["guild_id"]))
            payload["guild_locale"] = guild.preferred_locale
        sent = payload.get("data") or {}
        registered = self._registered(sent.get("id"))
        if registered is not None and "target_id" not in sent:
            _send_canonical(sent, registered, str(payload["locale"]))

    def _registered(self, command_id: str | None) -> Command | None:
        return next(
            (
                command
                for scope in self._backend.commands.values()
                for command in scope.values()
                if command["id"] == command_id
            ),
            None,
        )

    def _shown_commands(self, *, user_id: int, channel_id: int, type: int = 1) -> list[Command]:  # noqa: A002
        commands = self._canonical_commands(user_id=user_id, channel_id=channel_id, type=type)
        return [shown_in(self.of(user_id), command) for command in commands]


def shown_in(locale: str, registered: Command) -> Command:
    """Return a copy of a command (or option, or choice) as a client in ``locale`` shows it."""
    shown = deepcopy(registered)
    _localize(shown, locale)
    return shown


def _localize(node: Command, locale: str) -> None:
    for text in ("name", "description"):
        node[text] = (node.get(f"{text}_localizations") or {}).get(locale, node.get(text, ""))
    for child in (*(node.get("options") or ()), *(node.get("choices") or ())):
        _localize(child, locale)


def _send_canonical(sent: Command, registered: Command, locale: str) -> None:
    sent["name"] = registered["name"]
    for option in sent.get("options") or ():
        for known in registered.get("options") or ():
            if option["name"] in (known["name"], shown_in(locale, known)["name"]):
                _send_canonical(option, known, locale)
                break
