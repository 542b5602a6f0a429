"""A modal, filled in by a member as Discord's app sends it."""

from __future__ import annotations

from typing import Any

from tests.wire.commands import NotOffered
from tests.wire.objects import Json
from tests.wire.rendering import LABEL, ROW, TEXT, TEXT_INPUT

# A text input without a limit of its own takes so much (Discord's reference, "Text Input").
MOST_TEXT = 4000
RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 21, 22, 23


def filled_in(components: list[Json], fields: dict[str, Any]) -> list[Json]:
    """The modal's components with these values, by custom id or label; NotOffered if wrong."""
    left = dict(fields)
    numbered = [_part(component, left, number) for number, component in enumerate(components, 1)]
    if left:
        raise NotOffered(f"the modal has no {sorted(left)}")
    return numbered


def _part(component: Json, left: dict[str, Any], number: int) -> Json:
    kind = component["type"]
    part: Json = {"type": kind, "id": component.get("id") or number * 10}
    if kind == ROW:
        inner = [
            _control(each, each.get("label"), left, number) for each in component["components"]
        ]
        return part | {"components": inner}
    if kind == LABEL:
        control = _control(component["component"], component["label"], left, number)
        return part | {"component": control}
    if kind == TEXT:
        return part
    raise NotOffered(f"a modal's component of type {kind} is not modelled")


def _control(control: Json, label: str | None, left: dict[str, Any], number: int) -> Json:
    custom_id, kind = control["custom_id"], control["type"]
    value = left.pop(custom_id, left.pop(label, None) if label else None)
    required = control.get("required", True)
    part: Json = {"type": kind, "id": control.get("id") or number * 10 + 1, "custom_id": custom_id}
    if kind == TEXT_INPUT:
        text = control.get("value") or "" if value is None else str(value)
        least = control.get("min_length") or int(required)
        if (text or required) and not least <= len(text) <= control.get("max_length", MOST_TEXT):
            raise NotOffered(f"{len(text)} characters in {custom_id!r}")
        return part | {"value": text}
    if kind == CHECKBOX:
        return part | {"value": bool(value)}
    if kind == RADIO_GROUP:
        chosen = _chosen(control, [] if value is None else [value])
        return part | {"value": chosen[0] if chosen else None}
    values = [] if value is None else list(value) if isinstance(value, list | tuple) else [value]
    chosen = _chosen(control, values)
    if required and not chosen:
        raise NotOffered(f"nothing chosen in {custom_id!r}")
    return part | {"values": chosen}


def _chosen(control: Json, values: list[Any]) -> list[str]:
    options = control.get("options")
    if options is None:
        return [str(value) for value in values]
    by_label = {option["label"]: option["value"] for option in options}
    if not values:
        return [option["value"] for option in options if option.get("default")]
    chosen = [by_label.get(str(value), str(value)) for value in values]
    if not {option["value"] for option in options}.issuperset(chosen):
        raise NotOffered(f"{chosen} in {control['custom_id']!r}")
    return chosen
