"""Any press, value, text and order of them: refused kindly or done, never a fault of ours."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.discord_ui.custom_ids import custom_id
from bot.discord_ui.outcomes import refusal_in
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered

# Small numbers reach rows that are there; large ones the edges of Discord's and SQL's integers.
NUMBERS = st.one_of(st.integers(0, 4), st.sampled_from([2**31, 2**53, 2**63 - 1]))
TEXTS = st.text(max_size=80).filter(lambda text: bool(text.strip()))
# A kind by its place among the router's, with numbers behind it; or something said.
PRESS = st.tuples(st.integers(0, 500), st.lists(NUMBERS, max_size=5))
ACTS = st.lists(st.one_of(PRESS, TEXTS), min_size=8, max_size=20)


@given(ACTS)
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_no_order_of_any_presses_and_words_is_a_fault(
    acts: Sequence[tuple[int, list[int]] | str],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        faults = asyncio.run(_played(Path(folder), acts))
    assert faults == []


async def _played(folder: Path, acts: Sequence[tuple[int, list[int]] | str]) -> list[str]:
    async with study_group(sqlite_url(folder)) as group:
        kinds = sorted(group.bot.parts.router.kinds)
        for number, act in enumerate(acts):
            member = (group.mina, group.jun, group.moderator)[number % 3]
            if isinstance(act, str):
                await member.slash(group.channel, "ask", question=act)
                continue
            kind, ids = act
            await _press(group, number % 3, custom_id(kinds[kind % len(kinds)], *ids))
        errors = group.env.errors
        return [repr(each) for each in errors if refusal_in(each) is None]


async def _press(group: Group, who: int, planted: str) -> None:
    """Press what was planted on a private message, and what no message of ours ever had."""
    member = (group.mina, group.jun, group.moderator)[who]
    own = answered(await member.slash(group.channel, "help"))
    kept = group.env.backend.messages[group.channel.id][own.id]
    part = {"type": 2, "custom_id": planted, "style": 2, "label": "옛 버튼"}
    kept.components = [{"type": 1, "components": [part]}]
    await member.click(own, custom_id=planted)
