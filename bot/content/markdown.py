"""The top-level blocks of a Markdown text, by lines."""

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark").enable("table")
# Blocks and their lines are all that is asked here; what is inside them stays as it was written.
_MARKDOWN.core.ruler.enableOnly(["normalize", "block"])


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `start` to `end` (exclusive, from 0); `words` of a heading, `items` of a list."""

    kind: str
    start: int
    end: int
    tag: str = ""
    words: str = ""
    items: tuple[tuple[int, int], ...] = ()

    @property
    def level(self) -> int:
        """1 to 6 for a heading, else 0."""
        return int(self.tag[1]) if self.kind == "heading" else 0


def blocks_of(text: str) -> list[Block]:
    """Blocks in order. Link definitions are no block: their lines are in none."""
    tokens = _MARKDOWN.parse(text)
    return [
        _block(tokens, at, token)
        for at, token in enumerate(tokens)
        if token.level == 0 and token.map is not None and token.nesting >= 0
    ]


def _block(tokens: list[Token], at: int, token: Token) -> Block:
    start, end = token.map or [0, 0]
    kind = token.type.removesuffix("_open")
    words = tokens[at + 1].content.strip() if kind == "heading" else ""
    items: list[tuple[int, int]] = []
    if kind in ("bullet_list", "ordered_list"):
        for inner in tokens[at + 1 :]:
            if inner.level == 0:
                break
            if inner.type == "list_item_open" and inner.level == 1 and inner.map:
                items.append((inner.map[0], inner.map[1]))
    return Block(kind, start, end, token.tag, words, tuple(items))
