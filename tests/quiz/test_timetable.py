"""What a schedule can ask counts the items that the server took from its members."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.quiz.daily import Quiz, quiz_group, told
from tests.quiz.test_desk_taken import OWN, take
from tests.support.told import words_of

NO_ITEM = "[]\n"


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group whose notes have no item at all."""
    async with quiz_group(tmp_path, NO_ITEM) as opened:
        yield opened


async def test_a_topic_without_items_cannot_be_scheduled(group: Quiz) -> None:
    refused = await group.schedule()

    assert "낼 수 있는 문제가 없어요" in told(refused)


async def test_a_topic_with_only_a_suggested_item_can_be_scheduled(group: Quiz) -> None:
    await take(group, OWN)

    await group.begin()

    assert "커널은 창문이에요" in words_of(group.post)
