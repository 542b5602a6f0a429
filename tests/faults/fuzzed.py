"""Members who do anything: any command, press, choice, form and text, true or forged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import discord
from simcord import interactions
from simcord.actors import MemberActor
from simcord.backend.errors import BackendError, SetupError
from simcord.results import InteractionResult, to_discord_message

from bot.discord_ui.custom_ids import custom_id
from tests.notes.sample_notes import sample
from tests.support.group import Group
from tests.support.told import answered

# What Discord's own app would not let a member do.
NOT_OFFERED = (SetupError, BackendError)
BUTTON, SELECT, USERS = 2, 3, 5
LATEST = 25
# Small numbers reach rows that are there; large ones the edges of integers.
NUMBERS = [1, 2, 3, 0, 2**31, 2**53, 2**63 - 1]
COMMAND = discord.AppCommandType.chat_input
# Chooses one of so many (its place), a number, a text.
Place = Callable[[int], int]
Text = Callable[[int], str]


class Fuzzed:
    """A group, and hands that draw what to do next."""

    def __init__(self, group: Group, place: Place, text: Text) -> None:
        """Draw places and texts by ``place`` and ``text``, each told its greatest."""
        self.group = group
        self.place = place
        self.text = text
        self.unanswered: list[str] = []

    def one(self, things: list[Any]) -> Any:
        return things[self.place(len(things))]

    async def command(self, who: MemberActor) -> None:
        """Say any command there is, with any options it takes."""
        await self.invoke(who, *self.one(self.commands()))

    def commands(self) -> list[tuple[list[str], dict[str, Any]]]:
        """Return the path and the options of every command that the bot declares."""
        tree = self.group.bot.tree
        roots = [each.to_dict(tree) for each in tree.get_commands(type=COMMAND)]
        return [leaf for root in roots for leaf in interactions.command_leaves(root)]

    async def invoke(self, who: MemberActor, path: list[str], spec: dict[str, Any]) -> None:
        """Say the command at ``path``, whose options ``spec`` declares."""
        name, options = " ".join(path), spec.get("options") or []
        given: dict[str, Any] = {}
        for option in options:
            if option.get("required") or self.place(2):
                with suppress(*NOT_OFFERED):
                    given[option["name"]] = await self._value(who, name, option)
        await self._seen(name, who, who.slash(self.group.channel, name, **given))

    async def press(self, who: MemberActor) -> None:
        """Press or choose whatever is there to be pressed."""
        kept = [
            message
            for channel in self.group.env.backend.messages.values()
            for message in channel.values()
            if message.visible_to(who.id)
        ]
        parts = [
            (message, part)
            for message in sorted(kept, key=lambda each: each.id)[-LATEST:]
            for row in message.components
            for part in row.get("components", ())
            if part.get("custom_id") and not part.get("disabled")
        ]
        if parts:
            message, part = self.one(parts)
            await self._use(who, to_discord_message(self.group.env, message), part)

    async def forge(self, who: MemberActor) -> None:
        """Press or choose what no message of ours ever had."""
        planted: dict[str, Any] = {"type": BUTTON, "style": 2, "label": "옛 버튼"}
        if self.place(2):
            options = [{"label": "x", "value": self.text(100)}, {"label": "1", "value": "1"}]
            planted = {"type": SELECT, "options": options, "min_values": 0, "max_values": 2}
        planted["custom_id"] = self._forged()
        result = await who.slash(self.group.channel, "help")
        if result.response is None:
            return
        own = answered(result)
        kept = self.group.env.backend.messages[own.channel.id][own.id]
        kept.components = [{"type": 1, "components": [planted]}]
        await self._use(who, own, planted)

    def _forged(self) -> str:
        if not self.place(4):
            return self.text(100)
        kinds = [route.kind for route in self.group.bot.parts.router.routes]
        kind = self.one(kinds)
        right = next(
            route.ids for route in self.group.bot.parts.router.routes if route.kind == kind
        )
        count = right if self.place(4) else self.place(5)
        return custom_id(kind, *(self.one(NUMBERS) for _ in range(count)))

    async def _use(self, who: MemberActor, message: discord.Message, part: dict[str, Any]) -> None:
        name = part["custom_id"]
        if part["type"] == BUTTON:
            await self._seen(name, who, who.click(message, custom_id=name))
            return
        most, least = part.get("max_values", 1), part.get("min_values", 1)
        count = least + self.place(most - least + 1)
        if part["type"] == SELECT:
            offered: list[Any] = list(dict.fromkeys(each["value"] for each in part["options"]))
        else:
            people, places = [self.group.mina, self.group.jun], [self.group.channel]
            offered = people if part["type"] == USERS else places
        first = self.place(max(1, len(offered)))
        chosen = (offered[first:] + offered[:first])[:count]
        await self._seen(name, who, who.select(message, chosen, custom_id=name))

    async def _value(self, who: MemberActor, name: str, option: dict[str, Any]) -> Any:
        kind, group = option["type"], self.group
        if option.get("choices"):
            return self.one(option["choices"])["value"]
        if kind == discord.AppCommandOptionType.string.value:
            typed = self.text(option.get("max_length", 100))
            if option.get("autocomplete") and self.place(4):
                begun = typed[:20] * self.place(2)
                found = await who.autocomplete(group.channel, name, option["name"], begun)
                return self.one(found)["value"] if found else typed
            return typed
        if kind in (4, 10):
            least, most = option.get("min_value", 0), option.get("max_value", 2**53)
            return min(most, least + self.one([0, 1, 2, 7, 2**40]))
        if kind == 11:
            file = sample("tcp-udp.md") if self.place(3) else self.text(4000).encode()
            return (self.one(["note.md", "note.txt", "그림.png"]), file)
        return {5: bool(self.place(2)), 6: group.jun, 7: group.channel}.get(kind)

    async def _seen(self, name: str, who: MemberActor, acting: Any) -> None:
        try:
            result: InteractionResult = await acting
        except NOT_OFFERED:
            return
        if not result.acknowledged:
            self.unanswered.append(name)
        if result.modal is not None:
            await self._fill(name, who, result)

    async def _fill(self, name: str, who: MemberActor, shown: InteractionResult) -> None:
        """Send the form that was shown, with anything in it, or as another form."""
        assert shown.modal is not None
        if not self.place(3):
            assert shown._interaction.modal is not None
            shown._interaction.modal["custom_id"] = self._forged()
        values: dict[str, Any] = {}
        for row in shown.modal["components"]:
            for part in row.get("components") or [row.get("component") or {}]:
                if part.get("type") == 4:
                    values[part["custom_id"]] = self.text(part.get("max_length", 4000))
                elif part.get("type") == SELECT:
                    values[part["custom_id"]] = [self.one(part["options"])["value"]]
        await self._seen(f"{name} (form)", who, who.submit_modal(shown, values))
