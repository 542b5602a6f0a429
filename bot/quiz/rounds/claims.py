"""What a round posts: its start, its items, its table, each with what it is drawn from."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.words import voice
from bot.posts.errands.model import OPEN_THREAD, Wish
from bot.posts.model import Claim
from bot.quiz.kinds import ROUND_KIND, ROUND_TABLE_KIND
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.rounds.model import Placed, Round
from bot.quiz.rounds.phases import WAIT_FOR_POST

START_KIND = "quiz-round-start"
# A table is worth reading a day later; what Discord was away for is shown then.
TABLE_GRACE = timedelta(hours=24)
SHOWN_PLACES = 10
# https://discord.com/developers/docs/resources/channel#start-thread-from-message
MAX_THREAD_NAME = 100


def start_claim(started: Round, now: datetime) -> Claim:
    """Return the claim to say that ``started`` begins."""
    snapshot: dict[str, Any] = {
        "topic": [started.topic.ko, started.topic.en],
        "items": len(started.items),
        "seconds": started.seconds,
        "until": _moment(started.until),
        "in_thread": started.in_thread,
    }
    return Claim(
        guild=started.guild,
        kind=START_KIND,
        subject=started.number,
        occurrence="start",
        channel=started.channel,
        member=started.member,
        snapshot=snapshot,
        due=now,
        grace=WAIT_FOR_POST,
    )


def thread_wish(started: Round, post: int, language: str, now: datetime) -> Wish:
    """Return the wish for a thread below the post that says that ``started`` begins."""
    topic = started.topic.into(language)
    name = cut(voice(language)("round-thread-name", topic=topic), MAX_THREAD_NAME)
    return Wish(
        guild=started.guild,
        owner=START_KIND,
        subject=started.number,
        chore=OPEN_THREAD,
        occurrence="thread",
        due=now,
        post=post,
        member=started.member,
        details={"name": name},
    )


def asked_item(asking: Round, day: date, now: datetime) -> AskedItem:
    """Return the round's present item as asked ``now``; its number is not known yet."""
    if asking.until is None:
        raise ValueError(f"round {asking.number} asks nothing")
    return AskedItem(
        number=0,
        guild=asking.guild,
        schedule=0,
        day=day,
        part=asking.part,
        channel=asking.place,
        snapshot=asking.items[asking.part],
        state=AskedState.OPEN,
        # Whoever knows at once would tell the others.
        hides_verdict=True,
        due=now,
        closes_at=asking.until,
        round=asking.number,
    )


def item_claim(asking: Round, item: AskedItem) -> Claim:
    """Return the claim to post ``item`` of the round that asks it."""
    return Claim(
        guild=item.guild,
        kind=ROUND_KIND,
        subject=item.number,
        occurrence="item",
        channel=item.channel,
        member=asking.member,
        snapshot={
            "item": item.snapshot.as_json(),
            "round": asking.number,
            "part": item.part,
            "parts": len(asking.items),
            "until": _moment(item.closes_at),
        },
        due=item.due,
        grace=WAIT_FOR_POST,
    )


def table_claim(over: Round, rows: Sequence[Placed], now: datetime) -> Claim:
    """Return the claim to post the table of a round that is over."""
    return Claim(
        guild=over.guild,
        kind=ROUND_TABLE_KIND,
        subject=over.number,
        occurrence="table",
        channel=over.place,
        member=over.member,
        snapshot={
            "topic": [over.topic.ko, over.topic.en],
            "items": over.asked,
            "members": len(rows),
            "ending": over.ending.value if over.ending else None,
            "rows": [
                [row.place, row.score.member, row.score.answers, row.score.right]
                for row in rows[:SHOWN_PLACES]
            ],
        },
        due=now,
        grace=TABLE_GRACE,
    )


def text_of(pair: Sequence[str | None]) -> Text:
    """Return a text that a snapshot keeps."""
    return Text(pair[0] or "", pair[1])


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
