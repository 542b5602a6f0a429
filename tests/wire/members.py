"""Members of the world, and everything that a member can do to the program."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.wire import permissions, posting
from tests.wire.commands import Invocation, NotOffered, find_command, resolved_member
from tests.wire.forms import filled_in
from tests.wire.interaction_payloads import interaction_payload
from tests.wire.interactions import Interaction, Kind
from tests.wire.message_payloads import message_payload
from tests.wire.messages import Message
from tests.wire.objects import Channel, Guild, Json, Role, User
from tests.wire.payloads import user_payload
from tests.wire.permissions import Permission
from tests.wire.rendering import BUTTON, STRING_SELECT, Upload
from tests.wire.transcript import Told
from tests.wire.world import World

MESSAGE_MENU = 3
RESOLVED_SELECTS = {5: "users", 6: "roles", 8: "channels"}


@dataclass(frozen=True)
class Delivery:
    """How an interaction reaches the program: `times` over, `age` seconds after it was made."""

    times: int = 1
    age: float = 0.0


ONCE = Delivery()


class Actor:
    """A member in one channel. A verb acts at once; awaiting what it returns awaits the answer."""

    def __init__(self, world: World, user: User, channel: Channel) -> None:
        self.world = world
        self.user = user
        self.channel = channel

    @classmethod
    def join(
        cls, world: World, channel: Channel, name: str, *roles: Role, locale: str = "ko"
    ) -> Actor:
        """A new user who joins the channel's guild."""
        user = world.add_user(name, locale=locale)
        assert channel.guild is not None
        world.add_member(channel.guild, user, *roles)
        return cls(world, user, channel)

    def at(self, channel: Channel) -> Actor:
        """The same member, elsewhere."""
        return Actor(self.world, self.user, channel)

    @property
    def in_private(self) -> Actor:
        """The same member, in the direct messages with the bot."""
        return self.at(self.world.direct_channel(self.user))

    @property
    def told(self) -> list[Told]:
        """What this member alone was told so far."""
        return self.world.transcript.told_to(self.user.id)

    # ----- messages -----

    def say(
        self, text: str, *, reply_to: Message | None = None, files: Sequence[Upload] = ()
    ) -> Message:
        """Writes a message; "@bot" stands for a mention of the program."""
        self._need(Permission.SEND_MESSAGES)
        content = text.replace("@bot", self.world.bot.mention)
        body: Json = {"content": content}
        message = posting.compose(
            self.world, self.channel, self.user, body, files, reference=reply_to
        )
        self.world.last_said[self.user.id] = len(self.world.transcript.told)
        posting.post(self.world, message)
        return message

    def dm(self, text: str) -> Message:
        """Writes to the bot in private."""
        return self.in_private.say(text)

    def delete(self, message: Message) -> None:
        """Deletes a message: one's own, or with Manage Messages anyone's."""
        if message.author is not self.user:
            self._need(Permission.MANAGE_MESSAGES)
        posting.delete(self.world, message)

    async def hears(self, text: str = "", *, within: float = 15.0) -> Message:
        """Waits for something with this text that they can read here, since they last wrote."""
        since = self.world.last_said.get(self.user.id, 0)

        def found() -> Message | None:
            for told in self.world.transcript.told[since:]:
                message = told.message
                readable = message.audience in (None, self.user)
                if message.channel is self.channel and readable and text in told.text:
                    return message
            return None

        message = await self.world.until(found, within=within)
        assert message is not None
        return message

    # ----- interactions -----

    def slash(self, path: str, *, delivery: Delivery = ONCE, **options: Any) -> Interaction:
        """Runs a slash command ("ask", "settings announce"), with its options by name."""
        invocation = Invocation(self.world, self.guild, self.user, path.split())
        return self._begin(Kind.COMMAND, invocation.data(options), delivery=delivery)

    def type_into(self, path: str, focused: str, text: str, **options: Any) -> Interaction:
        """Types into an option that completes itself; the answer is in `choices`."""
        invocation = Invocation(self.world, self.guild, self.user, path.split())
        data = invocation.data(options | {focused: text}, focused=focused)
        return self._begin(Kind.AUTOCOMPLETE, data)

    def context_menu(
        self, name: str, message: Message, *, delivery: Delivery = ONCE
    ) -> Interaction:
        """Opens an app's entry in a message's menu."""
        command = find_command(self.world, self.guild, self.user, name, kind=MESSAGE_MENU)
        shown = {str(message.id): message_payload(message)}
        data: Json = {"id": command["id"], "name": command["name"], "type": MESSAGE_MENU}
        data |= {"target_id": str(message.id), "resolved": {"messages": shown}}
        return self._begin(Kind.COMMAND, data, source=message, delivery=delivery)

    def press(
        self, message: Message, name: str, *, delivery: Delivery = ONCE, forged: bool = False
    ) -> Interaction:
        """Presses a button, by custom id or label; `forged` presses one that is not there."""
        custom_id = name if forged else self._control(message, name)["custom_id"]
        data = {"custom_id": custom_id, "component_type": BUTTON}
        return self._begin(Kind.COMPONENT, data, source=message, delivery=delivery)

    def select(
        self, message: Message, name: str, *values: str | int, delivery: Delivery = ONCE
    ) -> Interaction:
        """Chooses in a select: values or labels of its options, or ids of what it lists."""
        control = self._control(message, name)
        kind = control["type"]
        data: Json = {"custom_id": control["custom_id"], "component_type": kind}
        if kind == STRING_SELECT:
            by_label = {option["label"]: option["value"] for option in control["options"]}
            offered = set(by_label.values())
            chosen = [by_label.get(str(value), str(value)) for value in values]
            if not offered.issuperset(chosen):
                raise NotOffered(f"{chosen} of {sorted(offered)}")
        else:
            chosen = [str(value) for value in values]
            data["resolved"] = self._resolved(kind, chosen)
        if not control.get("min_values", 1) <= len(chosen) <= control.get("max_values", 1):
            raise NotOffered(f"{len(chosen)} values in {control['custom_id']}")
        data["values"] = chosen
        return self._begin(Kind.COMPONENT, data, source=message, delivery=delivery)

    def submit(
        self, shown: Interaction, *, delivery: Delivery = ONCE, **fields: Any
    ) -> Interaction:
        """Fills in the modal that an interaction showed (by custom id or label) and sends it."""
        if shown.modal is None:
            raise NotOffered("no modal was shown")
        data = {
            "custom_id": shown.modal["custom_id"],
            "components": filled_in(shown.modal["components"], fields),
        }
        source = shown.source if shown.kind is Kind.COMPONENT else None
        return self._begin(Kind.MODAL, data, source=source, cause=shown, delivery=delivery)

    # ----- within -----

    @property
    def guild(self) -> Guild | None:
        return self.channel.guild

    def _begin(
        self,
        kind: Kind,
        data: Json,
        *,
        source: Message | None = None,
        cause: Interaction | None = None,
        delivery: Delivery = ONCE,
    ) -> Interaction:
        if self.guild is not None:
            self._need(Permission.VIEW_CHANNEL)
        world = self.world
        interaction = Interaction(
            world=world,
            id=world.new_id(),
            token=secrets.token_urlsafe(24),
            kind=kind,
            user=self.user,
            channel=self.channel,
            data=data,
            born=asyncio.get_running_loop().time() - delivery.age,
            source=source,
            cause=cause,
        )
        world.interactions[interaction.token] = interaction
        for _ in range(delivery.times):
            world.emit("INTERACTION_CREATE", interaction_payload(interaction), guild=self.guild)
        return interaction

    def _need(self, permission: Permission) -> None:
        if self.channel.is_thread and permission is Permission.SEND_MESSAGES:
            permission = Permission.SEND_MESSAGES_IN_THREADS
        if not permissions.of_user(self.user.id, self.channel) & permission:
            raise NotOffered(f"{self.user.name} lacks {permission.name} in {self.channel.name}")

    def _control(self, message: Message, name: str) -> Json:
        if message.deleted or message.audience not in (None, self.user):
            raise NotOffered(f"{self.user.name} does not see that message")
        control = message.control(name)
        if control is None or control.get("disabled"):
            offered = [(part.get("custom_id"), part.get("label")) for part in message.controls]
            raise NotOffered(f"{name!r} is not there to be used among {offered}")
        return control

    def _resolved(self, kind: int, chosen: Iterable[str]) -> Json:
        guild = self.guild
        if kind not in RESOLVED_SELECTS or guild is None or RESOLVED_SELECTS[kind] != "users":
            raise NotOffered(f"a select of type {kind} is not modelled")
        members = [guild.members[int(each)] for each in chosen]
        return {
            "users": {str(each.user.id): user_payload(each.user) for each in members},
            "members": {str(each.user.id): resolved_member(each) for each in members},
        }


async def together(*interactions: Interaction) -> list[Interaction]:
    """Waits for the answers to interactions that were all begun at the same instant."""
    return list(await asyncio.gather(*(each.answered() for each in interactions)))
