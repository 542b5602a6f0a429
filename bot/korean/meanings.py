"""Groups of everyday words that mean about the same in a question, read from `meanings.txt`."""

from functools import cache, lru_cache
from importlib.resources import files

REMEMBERED = 8192  # words; a library says the same ones over and over


@lru_cache(REMEMBERED)
def meanings_of(word: str) -> tuple[str, ...]:
    """Names of the groups that a folded word belongs to, in the file's order; often none."""
    exact, beginnings, longest = _groups()
    found = dict.fromkeys(exact.get(word, ()))
    for size in range(1, min(len(word), longest) + 1):
        found.update(dict.fromkeys(beginnings.get(word[:size], ())))
    return tuple(found)


@cache
def _groups() -> tuple[dict[str, list[str]], dict[str, list[str]], int]:
    exact: dict[str, list[str]] = {}
    beginnings: dict[str, list[str]] = {}
    text = files("bot.korean").joinpath("meanings.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, entries = line.partition(":")
        for entry in entries.split():
            place = exact if entry.startswith("=") else beginnings
            place.setdefault(entry.removeprefix("="), []).append(name)
    return exact, beginnings, max(map(len, beginnings))
