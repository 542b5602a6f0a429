"""The pace: never over Discord's limit in any second, and almost all of it used."""

from bot.posts.pace import Pace

DISCORDS_LIMIT = 50


class Time:
    """Seconds that pass only while somebody sleeps (``late``: by so much too long)."""

    def __init__(self, late: float = 0.0) -> None:
        self.now = 0.0
        self.late = late

    def read(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds + self.late


async def turns(count: int, time: Time) -> list[float]:
    pace = Pace(time=time.read, sleep=time.sleep)
    taken = []
    for _ in range(count):
        await pace.turn()
        taken.append(time.now)
    return taken


async def test_no_second_holds_more_than_discord_allows() -> None:
    taken = await turns(1_000, Time())

    for start in taken:
        assert sum(start <= moment < start + 1 for moment in taken) <= DISCORDS_LIMIT


async def test_at_least_95_percent_of_the_limit_is_used() -> None:
    taken = await turns(1_000, Time())

    assert len(taken) / taken[-1] >= 0.95 * DISCORDS_LIMIT


async def test_a_loop_that_wakes_ten_milliseconds_late_loses_nothing() -> None:
    taken = await turns(1_000, Time(late=0.01))

    assert len(taken) / taken[-1] >= 0.95 * DISCORDS_LIMIT


async def test_a_long_rest_is_no_reason_for_a_rush() -> None:
    time = Time()
    pace = Pace(time=time.read, sleep=time.sleep)
    await pace.turn()
    time.now += 3_600
    start = time.now
    for _ in range(50):
        await pace.turn()

    assert time.now - start >= 0.95
