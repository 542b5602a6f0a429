"""Any text, custom id, value and order: done or refused kindly, never a fault of ours.

A state machine over the real handlers. Faults end in the log (the member is shown a number), so
that is where they are looked for. FUZZ_EXAMPLES=500 looks for longer; ``make soak`` does.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from simcord.actors import MemberActor
from simcord.backend.errors import BackendError
from structlog.testing import capture_logs

from tests.faults.fuzzed import Fuzzed
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))
STEPS = 20
# Hypothesis likes short stories; this makes them eventful.
AT_A_TIME = 3
SECONDS = (5.0, 3600.0, 86_400.0)
WHO = st.integers(0, 2)
# What breaks programs, beside what hypothesis thinks of.
ODD = ("@everyone <@&1> <#1>", "```\n||", "1", "2026-02-30 25:61", "가" * 300, "\u202e\u0000", "-1")
TEXTS = st.one_of(st.sampled_from(ODD), st.text(min_size=1, max_size=60))
# The commands that begin something, so that there are rows for the presses to reach.
BEGINNINGS = ("session start", "discuss-admin start", "quiz-admin round", "note add", "suggest")


class Members(RuleBasedStateMachine):
    """Two members and a moderator, who do anything in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.log: list[Any] = []

    @initialize(data=st.data())
    def meet(self, data: st.DataObject) -> None:
        self.log = self.stack.enter_context(capture_logs())
        self.group: Group = self.runner.run(
            self.stack.enter_async_context(study_group(sqlite_url(Path(self.folder.name))))
        )
        self.runner.run(self._begin(self._hands(data)))

    async def _begin(self, hands: Fuzzed) -> None:
        for path, spec in hands.commands():
            if " ".join(path) in BEGINNINGS:
                await hands.invoke(self.group.moderator, path, spec)

    def _hands(self, data: st.DataObject) -> Fuzzed:
        def place(count: int) -> int:
            return data.draw(st.integers(0, max(0, count - 1)))

        def text(most: int) -> str:
            return data.draw(TEXTS)[:most]

        return Fuzzed(self.group, place, text)

    def _who(self, number: int) -> MemberActor:
        return (self.group.mina, self.group.jun, self.group.moderator)[number]

    def _do(self, act: Callable[[], Awaitable[Any]]) -> None:
        async def done() -> None:
            await act()

        self.runner.run(done())

    def _with(self, data: st.DataObject, who: int, deed: str) -> None:
        hands = self._hands(data)
        for _ in range(AT_A_TIME):
            self._do(lambda: getattr(hands, deed)(self._who(who)))
        assert hands.unanswered == [], "nobody may be left without an answer"

    @rule(data=st.data(), who=WHO)
    def command(self, data: st.DataObject, who: int) -> None:
        self._with(data, who, "command")

    @rule(data=st.data(), who=WHO)
    def press(self, data: st.DataObject, who: int) -> None:
        self._with(data, who, "press")

    @rule(data=st.data(), who=WHO)
    def forge(self, data: st.DataObject, who: int) -> None:
        self._with(data, who, "forge")

    @rule(who=WHO, text=TEXTS, private=st.booleans())
    def say(self, who: int, text: str, private: bool) -> None:
        member = self._who(who)
        said = f"{self.group.mention} {text}"
        self._do(lambda: member.send_dm(text) if private else member.send(self.group.channel, said))

    @rule(seconds=st.sampled_from(SECONDS))
    def time_passes(self, seconds: float) -> None:
        self._do(lambda: self.group.env.advance_time(seconds))

    @rule()
    def the_program_is_restarted(self) -> None:
        self._do(self.group.restart)

    @rule(place=st.integers(0, 50))
    def a_moderator_deletes_a_message(self, place: int) -> None:
        async def delete() -> None:
            seen = self.group.channel.history(viewer=self.group.moderator)
            if seen:
                try:
                    await self.group.moderator.delete(seen[place % len(seen)])
                except BackendError:
                    return  # private messages are not a moderator's to delete

        self._do(delete)

    @invariant()
    def nothing_of_ours_failed(self) -> None:
        faults = [line for line in self.log if "exc_info" in line or line["log_level"] == "error"]
        assert faults == []

    @invariant()
    def nobody_is_pinged(self) -> None:
        if not hasattr(self, "group"):
            return
        env = self.group.env
        assert env.bot.user is not None
        own = [
            message
            for channel in env.backend.messages.values()
            for message in channel.values()
            if message.author_id == env.bot.user.id
        ]
        assert not [each.content for each in own if each.mention_everyone or each.ping_role_ids]

    def teardown(self) -> None:
        try:
            # A fault that reached discord.py's own handlers is raised here.
            self.runner.run(self.stack.aclose())
        finally:
            self.runner.close()
            self.folder.cleanup()


Members.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    # The same stories in every run of the suite; new ones where more are asked for.
    derandomize="FUZZ_EXAMPLES" not in os.environ,
    # Each try builds a whole group: to make a failure smaller would take longer than to read it.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
TestAnythingInAnyOrder = Members.TestCase
