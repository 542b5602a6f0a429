"""YAML that a writer likes to edit: short lists on one line, texts as they are."""

from typing import Any

import yaml

Plain = str | int | bool | list[Any] | dict[str, Any]


class _Dumper(yaml.SafeDumper):
    """Knows `Flow` besides what every YAML dumper knows."""


class Flow(list[str]):
    """A list that is written on one line."""


_Dumper.add_representer(
    Flow,
    lambda dumper, names: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", list(names), flow_style=True
    ),
)


def yaml_of(**values: Plain) -> str:
    """The keys in the order given. Texts stay on one line, in their own letters."""
    return yaml.dump(
        values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf")
    )


def comment(text: str) -> str:
    """A line that YAML passes over."""
    return f"# {' '.join(text.split())}\n" if text.strip() else ""


def both(ko: str, en: str | None) -> Plain:
    return {"ko": ko, "en": en} if en else {"ko": ko}
