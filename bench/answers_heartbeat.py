"""How late a heartbeat on the event loop is while many questions are in flight."""

import asyncio
import time

from bench.question_set import CONTENT, cases
from bench.vectors import CACHE
from bot.answers.embedder_model import bundled_model
from bot.answers.notes import Edition
from bot.content.reader import read

IN_FLIGHT = 50
BEAT = 0.005
ROUNDS = 4
GOAL_MS = 20.0


def main() -> None:
    """Print the lateness of a 5 ms heartbeat: with nothing to do, by words, and by meaning."""
    library = read(CONTENT)
    model = bundled_model(CACHE, CONTENT)
    for name, edition in (
        ("nothing in flight", None),
        ("by words", Edition.of(library)),
        ("by meaning", Edition.of(library, model)),
    ):
        late, spent = asyncio.run(_late(edition))
        print(
            f"{name:<18} p50 {late[len(late) // 2]:6.2f}  p99 {late[int(len(late) * 0.99)]:6.2f}  "
            f"p99.9 {late[int(len(late) * 0.999)]:6.2f} ms late over {len(late)} beats; "
            f"{IN_FLIGHT} questions answered in {spent:.2f} s"
        )
    print(f"(goal: p99.9 at most {GOAL_MS:.0f} ms)")
    model.close()


async def _late(edition: Edition | None) -> tuple[list[float], float]:
    """Lateness of every beat in milliseconds, ascending; seconds for a round of questions."""
    late: list[float] = []
    done = asyncio.Event()

    async def beat() -> None:
        while not done.is_set():
            began = time.perf_counter()
            await asyncio.sleep(BEAT)
            late.append((time.perf_counter() - began - BEAT) * 1000)

    beating = asyncio.create_task(beat())
    questions = [case.question for case in cases()]
    began = time.perf_counter()
    if edition is None:
        await asyncio.sleep(4)
    else:
        for round_ in range(ROUNDS):
            asked = questions[round_ * IN_FLIGHT : (round_ + 1) * IN_FLIGHT]
            await asyncio.gather(*(edition.found(question) for question in asked))
    spent = (time.perf_counter() - began) / ROUNDS
    done.set()
    await beating
    return sorted(late), spent


if __name__ == "__main__":
    main()
