"""The soak's moderator and guests: live rounds, sessions, uploaded notes, and deleted members."""

import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import METADATA
from bot.discord_ui.custom_ids import read_custom_id
from tests.notes.sample_notes import sample
from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.objects import Channel, Json
from tests.wire.permissions import Permission
from tests.wire.rendering import Upload
from tests.wire.world import World

ATTEND, CLEAR, LEAD = "session-attend", "session-say", "session-lead"
PICK, STEER, NEXT = "quiz-pick", "round-steer", "다음"
# Presses whose first number is that of the post they stand on.
OF_POSTS = (ATTEND, CLEAR, LEAD, PICK, STEER)
MEMBERS_PRESS = (ATTEND, CLEAR, PICK)
NOTE = "tcp-udp.md"
PUBLISH, DELETE = "올리기", "모두 지우기"
# What a member reads when something of theirs is kept, and when all of it is gone.
# What says that it is kept. A late press is told where the key ("정답") stands, and keeps nothing.
ATTENDED, JUDGED = ("출석했어요",), ("맞았어요", "아쉽지만", "받았어요")
PUBLISHED, DELETED = "노트를 올렸어요", "모두 지웠어요"
# Where nothing of a member who left may be found again.
OF_MEMBERS = tuple(name for name, table in METADATA.tables.items() if "member_id" in table.c)


@dataclass
class Flows:
    """What goes on beside debates and the daily quiz, and what was said to be kept of it."""

    world: World
    home: Channel
    database: Path
    chance: random.Random
    places: list[Channel] = field(default_factory=list)
    attended: set[tuple[int, int]] = field(default_factory=set)
    answered: set[tuple[int, int]] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        guild = self.home.guild
        assert guild is not None
        power = Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES
        role = self.world.add_role(guild, "운영진", power)
        self.moderator = Actor.join(self.world, self.home, "운영", role)

    def open_place(self, life: int) -> None:
        """Have a channel for this life's round and session."""
        assert self.home.guild is not None
        self.places.append(self.world.add_channel(self.home.guild, f"모임-{life}"))

    async def moderate(self) -> None:
        """Start a session and a round, bring a note, lead on; whatever a kill leaves time for."""
        place = self.moderator.at(self.places[-1])
        deeds = [self._session, self._round, self._upload, self._lead_on, self._lead_on]
        self.chance.shuffle(deeds)
        for deed in deeds:
            await deed(place)

    async def visit(self, life: int) -> None:
        """Have a guest come, take part, and delete everything."""
        guest = Actor.join(self.world, self.home, f"손님-{life}")
        await guest.slash("ask", question="커널이 뭐야?")
        for message, part in self._parts(PICK):
            await guest.at(message.channel).press(message, part["custom_id"])
            break
        asked = (await guest.slash("privacy delete")).reply
        await guest.press(asked, DELETE)
        await self.world.until(lambda: DELETED in asked.text)
        self.deleted.add(guest.user.id)

    async def act(self, member: Actor) -> None:
        """Attend, say how clear it is, or answer an item, wherever that can be pressed."""
        offered = [found for name in MEMBERS_PRESS for found in self._parts(name)]
        if not offered:
            return
        message, part = self.chance.choice(offered)
        told = await member.at(message.channel).press(message, part["custom_id"])
        used = read_custom_id(part["custom_id"])
        assert used is not None
        self._note(used.kind, used.ids[1], member, told)

    def _note(self, kind: str, number: int, member: Actor, told: Interaction) -> None:
        if told.original is None:
            return
        if kind == ATTEND and any(word in told.text for word in ATTENDED):
            self.attended.add((number, member.user.id))
        if kind == PICK and any(word in told.text for word in JUDGED):
            self.answered.add((number, member.user.id))

    def lost(self) -> Counter[str]:
        """Count what was said to be kept and is not there, and what is there of the deleted."""
        with closing(sqlite3.connect(self.database)) as database:

            def rows(statement: str) -> set[tuple[int, ...]]:
                return set(database.execute(statement))

            attended = rows("SELECT session_id, member_id FROM session_member")
            answered = rows("SELECT asked_id, member_id FROM quiz_answer")
            notes = {str(name) for (name,) in rows("SELECT name FROM note")}
            # The names are our own tables'.
            left = {who for each in OF_MEMBERS for (who,) in rows(f"SELECT member_id FROM {each}")}  # noqa: S608
        return +Counter(
            {
                "attendances": len(self.attended - attended),
                "answers": len(self.answered - answered),
                "notes": len(self.published - notes),
                "deleted members": len(self.deleted & left),
            }
        )

    def doubled(self) -> int:
        """Count posts that are there twice: two messages whose buttons carry the same post."""
        posts: dict[int, set[int]] = defaultdict(set)
        for channel in self.world.channels.values():
            for message in self.world.transcript.unprompted_in(channel.id):
                for part in message.controls:
                    found = read_custom_id(str(part.get("custom_id", "")))
                    if found is not None and found.kind in OF_POSTS:
                        posts[found.ids[0]].add(message.id)
        return sum(len(each) - 1 for each in posts.values())

    def __str__(self) -> str:
        """Tell how much of each was acknowledged."""
        return (
            f"{len(self.attended)} attendances, {len(self.answered)} answers of rounds and days, "
            f"{len(self.published)} notes, {len(self.deleted)} deletions"
        )

    async def _session(self, place: Actor) -> None:
        await place.slash("session start")

    async def _round(self, place: Actor) -> None:
        await place.slash("quiz-admin round", count=3, seconds=10)

    async def _upload(self, place: Actor) -> None:
        name = f"{place.channel.name}.md"
        # The same text twice is the same note.
        content = sample(NOTE) + f"\n## {name}란?\n{name}은 그날의 노트다.\n".encode()
        preview = await place.slash("note add", file=Upload(0, name, content))
        await place.press(preview.reply, PUBLISH)
        await self.world.until(lambda: PUBLISHED in preview.text)
        self.published.add(name)

    async def _lead_on(self, place: Actor) -> None:
        steering = [*self._parts(LEAD), *self._parts(STEER)]
        onward = [each for each in steering if each[1].get("label", "").startswith(NEXT)]
        if onward:
            message, part = self.chance.choice(onward)
            await place.at(message.channel).press(message, part["custom_id"])

    def _parts(self, kind: str) -> Iterator[tuple[Message, Json]]:
        """Yield every button of ``kind`` on what stands in the newest places."""
        guild = self.home.guild
        assert guild is not None
        threads = [each for each in guild.threads.values() if not each.archived]
        for channel in [self.home, *self.places[-2:], *threads[-4:]]:
            for message in self.world.transcript.posts_in(channel.id)[-6:]:
                for part in message.controls:
                    name = str(part.get("custom_id", ""))
                    if f":{kind}:" in name and not part.get("disabled"):
                        yield message, part
