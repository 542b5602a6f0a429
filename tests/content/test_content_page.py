"""What docs/content.md shows is content that the checker passes."""

import re
from pathlib import Path

from bot.content.reader import check, read
from bot.content.stamp import stamp

PAGE = Path(__file__).resolve().parents[2] / "docs" / "content.md"
EXAMPLE = re.compile(r"^## [^\n]*`content/(?P<path>\S+)`\n```\w+\n(?P<text>.*?)^```$", re.M | re.S)


def examples() -> dict[str, str]:
    page = PAGE.read_text(encoding="utf-8")
    return {found["path"]: found["text"] for found in EXAMPLE.finditer(page)}


def test_the_examples_are_a_whole_topic_without_faults(tmp_path: Path) -> None:
    for name, text in examples().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert [fault.said("en") for fault in check(tmp_path, needs_english=True)] == []
    library = read(tmp_path)
    assert len(library.concepts) == 2
    assert len(library.prompts) == len(library.items) == 1
    assert stamp(tmp_path) == ("cache-why",)


def test_every_fenced_example_is_one_that_is_checked() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert len(examples()) == len(re.findall(r"^```(?:yaml|markdown)$", page, re.M)) == 5
