"""Holds every request body and every payload against Discord's own schemas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tests.wire import reference
from tests.wire.deviations import as_described
from tests.wire.objects import Json

if TYPE_CHECKING:
    from pathlib import Path

    import jsonschema_rs

MAX_ERRORS = 4
MAX_ERROR_LENGTH = 400
# The four kinds of interaction that a gateway sends, so that an error names one, not all.
INTERACTION_SCHEMAS = {
    2: "APIApplicationCommandInteraction",
    3: "APIMessageComponentInteraction",
    4: "APIApplicationCommandAutocompleteInteraction",
    5: "APIModalSubmitInteraction",
}


class Validation:
    """The schemas of one reference folder, each compiled when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: Json = reference.rest_reference(folder)["paths"]
        self._compiled: dict[tuple[str, ...], jsonschema_rs.Validator | None] = {}

    @classmethod
    def where_there(cls) -> Validation | None:
        """A validation, or None where the reference or `jsonschema-rs` is not installed."""
        try:
            import jsonschema_rs  # noqa: F401
        except ImportError:
            return None
        folder = reference.reference_folder()
        return cls(folder) if folder is not None else None

    def body_errors(self, method: str, template: str, body: Any) -> list[str]:
        """What Discord's schema has against a request's body, each with the place in the body."""
        operation = self._paths.get(template, {}).get(method.lower())
        if operation is None:
            return []
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            return [] if body is None else [f"{method} {template} takes no body"]
        body = as_described(template, body)
        kind = str(body.get("type")) if isinstance(body, dict) else ""
        key = ("body", method, template, kind)
        if key not in self._compiled:
            schema = _narrowed(content["schema"], body, reference.strict_schemas(self._folder))
            schema = reference.closed_to_unknown(schema)
            strict = reference.strict_schemas(self._folder)
            self._compiled[key] = _rest_validator(schema, strict)
        return _errors(self._compiled[key], body)

    def reply_errors(self, method: str, template: str, status: int, body: Any) -> list[str]:
        """What Discord's schema has against the loopback's own answer of this status."""
        key = ("reply", method, template, str(status))
        if key not in self._compiled:
            operation = self._paths.get(template, {}).get(method.lower(), {})
            answer = operation.get("responses", {}).get(str(status), {})
            schema = answer.get("content", {}).get("application/json", {}).get("schema")
            open_schemas = reference.rest_reference(self._folder)["components"]
            self._compiled[key] = _rest_validator(schema, open_schemas) if schema else None
        return _errors(self._compiled[key], body)

    def dispatch_errors(self, event: str, payload: Json) -> list[str]:
        """What the gateway's schema has against a dispatch; unknown events are errors."""
        name = "Gateway" + event.title().replace("_", "") + "Dispatch"
        instance: Any = payload
        if event == "INTERACTION_CREATE":
            name, instance = INTERACTION_SCHEMAS[payload["d"]["type"]], payload["d"]
        if event == "RESUMED":
            # The schema leaves `d` open there, and says so in a way that no value satisfies.
            return []
        definitions = reference.gateway_definitions(self._folder)
        if name not in definitions:
            return [f"the gateway sends no {event}"]
        key = ("dispatch", name)
        if key not in self._compiled:
            self._compiled[key] = _gateway_validator(name, definitions)
        return _errors(self._compiled[key], instance)


def _rest_validator(schema: Json, components: Json) -> jsonschema_rs.Validator:
    import jsonschema_rs

    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [schema],
        "components": components,
    }
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def _gateway_validator(name: str, definitions: Json) -> jsonschema_rs.Validator:
    import jsonschema_rs

    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "allOf": [{"$ref": f"#/definitions/{name}"}],
        "definitions": definitions,
    }
    return jsonschema_rs.Draft7Validator(whole)


def _narrowed(schema: Json, body: Any, components: Json) -> Json:
    """Of a choice of schemas, those that this body's `type` could mean; a plain schema as it is."""
    choices: list[Json] = schema.get("anyOf") or schema.get("oneOf") or []
    if not choices or not isinstance(body, dict):
        return schema

    def could_be(choice: Json) -> bool:
        found = components["schemas"].get(choice.get("$ref", "").rsplit("/", 1)[-1], choice)
        properties = found.get("properties", {})
        return all(
            body[key] in properties.get(key, {}).get("enum", [body[key]])
            for key in ("type", "entity_type")
            if key in body
        )

    fitting = [choice for choice in choices if could_be(choice)]
    return {"anyOf": fitting or choices}


def _errors(validator: jsonschema_rs.Validator | None, instance: Any) -> list[str]:
    if validator is None or validator.is_valid(instance):
        return []
    return [*_described(validator.iter_errors(instance))][:MAX_ERRORS]


def _described(errors: Iterable[jsonschema_rs.ValidationError]) -> Iterable[str]:
    for error in errors:
        branches = getattr(error.kind, "context", None)
        meant = [branch for branch in branches or [] if not _is_of_another_type(branch)]
        if meant:
            # Of a choice, only what the choice that was meant has against it.
            fewest = min(len(branch) for branch in meant)
            yield from _described(next(branch for branch in meant if len(branch) == fewest))
            continue
        place = "/".join(str(step) for step in error.instance_path) or "(whole)"
        yield f"{place}: {error.message[-MAX_ERROR_LENGTH:]}"


def _is_of_another_type(branch: list[jsonschema_rs.ValidationError]) -> bool:
    """Whether a choice is for another `type` than the value's, or is just "null"."""
    wrong_kind = any(error.instance_path[-1:] == ["type"] for error in branch)
    return wrong_kind or (len(branch) == 1 and branch[0].schema_path[-1] == "type")
