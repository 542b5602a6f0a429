"""Words that carry a question but not its subject: wrappers, question words, requests."""

from functools import cache
from importlib.resources import files


def is_chatter(word: str) -> bool:
    """Whether a folded word only wraps a question (대체, 알려줘, what, the): see `chatter.txt`."""
    whole, beginnings = _listed()
    return word in whole or word.startswith(beginnings)


@cache
def _listed() -> tuple[frozenset[str], tuple[str, ...]]:
    text = files("bot.korean").joinpath("chatter.txt").read_text(encoding="utf-8")
    words = [word for line in text.splitlines() if line[:1] != "#" for word in line.split()]
    beginnings = tuple(word.removesuffix("*") for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), beginnings
