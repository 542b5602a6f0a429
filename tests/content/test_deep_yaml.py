"""YAML of any depth is a fault at its line: the C composer would end the whole program."""

from pathlib import Path

import pytest

from bot.content.fault_kinds import FaultKind
from bot.content.lined_yaml import lined

LEVELS = 100_000


@pytest.mark.parametrize(
    "written",
    ["[" * LEVELS, "{" * LEVELS, "- " * LEVELS + "x", "[" * LEVELS + "]" * LEVELS],
    ids=["lists", "mappings", "entries", "closed lists"],
)
def test_a_file_nested_a_hundred_thousand_deep_is_one_fault(written: str) -> None:
    document, faults = lined(f"title: 도커\nchapters:\n  {written}\n", Path("topic.yaml"))

    assert document is None
    assert [(fault.kind, fault.line) for fault in faults] == [(FaultKind.TOO_DEEP, 3)]


def test_a_list_a_little_too_deep_is_told_without_hiding_the_rest() -> None:
    document, faults = lined("a: " + "[" * 20 + "]" * 20 + "\nb: 1\n", Path("topic.yaml"))

    assert document is not None
    assert [(fault.kind, fault.line) for fault in faults] == [(FaultKind.TOO_DEEP, 1)]
    assert list(document.texts("b")) == [("1", 2)]
