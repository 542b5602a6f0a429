"""YAML as plain values, each with the line it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.limits import MAX_YAML_DEPTH

# Scalars stay strings: the shapes decide what is a number or true, so that an alias `1:1` or `no`
# is the text it looks like (YAML 1.1 makes 61 and false of them).
Plain = str | None | list["Plain"] | dict[str, "Plain"]
Place = tuple[str | int, ...]
EACH = -1  # in a pattern: every entry of a list

# libyaml's composer calls itself for every level, and overruns the stack at some ten thousand.
_COMPOSABLE_DEPTH = 100

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_SCALARS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
}
_SEQUENCE = "tag:yaml.org,2002:seq"
_MAPPING = "tag:yaml.org,2002:map"


@dataclass(frozen=True)
class Lined:
    """A document: its plain value and the line (from 1) of each place in it."""

    path: Path
    value: Plain
    lines: dict[Place, int]
    root: yaml.Node | None = field(default=None, repr=False)

    def line(self, *place: str | int) -> int:
        """The line of the deepest part of `place` that is there."""
        known: Place = ()
        for part in place:
            # pydantic names the branch of a union in its places; such parts are not in the file.
            if (*known, part) in self.lines:
                known = (*known, part)
        return self.lines.get(known, 1)

    def texts(self, *pattern: str | int) -> Iterator[tuple[str, int]]:
        """Each text at the places that `pattern` names, with its line; other shapes are passed."""
        for place, value in _matching(self.value, pattern, ()):
            if isinstance(value, str):
                yield value.strip(), self.lines[place]


def _matching(value: Plain, pattern: Place, place: Place) -> Iterator[tuple[Place, Plain]]:
    if not pattern:
        yield place, value
        return
    part, rest = pattern[0], pattern[1:]
    if part == EACH and isinstance(value, list):
        for at, entry in enumerate(value):
            yield from _matching(entry, rest, (*place, at))
    elif isinstance(part, str) and isinstance(value, dict) and part in value:
        yield from _matching(value[part], rest, (*place, part))


def lined(text: str, path: Path, first_line: int = 1) -> tuple[Lined | None, list[Fault]]:
    """`text` (which starts at `first_line` of the file) walked into plain values.

    None where it is no YAML at all.
    """
    try:
        if too_deep := _first_line_too_deep(text):
            line = first_line + too_deep - 1
            return None, [fault(path, line, FaultKind.TOO_DEEP, limit=MAX_YAML_DEPTH)]
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        # A problem found at the very end is put where the last line is.
        line = min(line, first_line + text.rstrip("\n").count("\n"))
        return None, [fault(path, line, FaultKind.BROKEN_YAML, why=error.problem or "?")]
    except yaml.YAMLError as error:
        return None, [fault(path, first_line, FaultKind.BROKEN_YAML, why=str(error))]
    except RecursionError:
        return None, [fault(path, first_line, FaultKind.TOO_DEEP, limit=MAX_YAML_DEPTH)]
    walk = _Walk(path, first_line)
    value = walk.plain(root, ()) if root is not None else None
    return Lined(path, value, walk.lines, root), walk.faults


def _first_line_too_deep(text: str) -> int | None:
    """The line (from 1) where lists and mappings stand too deep to be composed; they are events,
    so that no depth can hurt here.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _COMPOSABLE_DEPTH:
                return event.start_mark.line + 1 if event.start_mark else 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


class _Walk:
    def __init__(self, path: Path, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._seen: set[int] = set()
        self.lines: dict[Place, int] = {}
        self.faults: list[Fault] = []

    def plain(self, node: yaml.Node, place: Place) -> Plain:
        line = self._line(node)
        self.lines.setdefault(place, line)
        # The composer gives one node object for an anchor and all its aliases.
        if id(node) in self._seen:
            self.faults.append(fault(self._path, line, FaultKind.ALIAS_IN_YAML))
            return None
        self._seen.add(id(node))
        if len(place) > MAX_YAML_DEPTH:
            self.faults.append(fault(self._path, line, FaultKind.TOO_DEEP, limit=MAX_YAML_DEPTH))
            return None
        if isinstance(node, yaml.MappingNode) and node.tag == _MAPPING:
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode) and node.tag == _SEQUENCE:
            return [self.plain(child, (*place, at)) for at, child in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode) and node.tag in _SCALARS:
            return None if node.tag == _NULL else str(node.value)
        self.faults.append(fault(self._path, line, FaultKind.STRANGE_TAG, tag=node.tag))
        return None

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Plain:
        values: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            line = self._line(key_node)
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag not in _SCALARS:
                self.faults.append(fault(self._path, line, FaultKind.STRANGE_KEY))
                continue
            key = str(key_node.value)
            if key in values:
                first = self.lines[(*place, key)]
                facts = {"key": key, "first": first}
                self.faults.append(fault(self._path, line, FaultKind.REPEATED_KEY, **facts))
                continue
            self.lines[(*place, key)] = line
            values[key] = self.plain(value_node, (*place, key))
        return values

    def _line(self, node: yaml.Node) -> int:
        mark = node.start_mark
        return (int(mark.line) if mark else 0) + self._first_line
