"""Discord's own schemas, where they are there: found, read, and made strict about unknown keys."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from tests.wire.objects import Json

ENVIRONMENT_KEY = "DISCORD_API_REFERENCE"
PROJECT = Path(__file__).resolve().parents[2]
MISSING = (
    "Discord's API reference is neither at ../shared/discord nor where DISCORD_API_REFERENCE points"
)


def reference_folder() -> Path | None:
    """The folder with `openapi.json` and `gateway-receive.schema.json`; None where it is not."""
    named = os.environ.get(ENVIRONMENT_KEY)
    folder = Path(named) if named else PROJECT.parent / "shared" / "discord"
    return folder if (folder / "openapi.json").is_file() else None


@cache
def rest_reference(folder: Path) -> Json:
    """Discord's OpenAPI description, as it is."""
    read: Json = json.loads((folder / "openapi.json").read_text(encoding="utf-8"))
    return read


@cache
def strict_schemas(folder: Path) -> Json:
    """The components of the OpenAPI description, refusing keys that they do not name."""
    closed: Json = {"schemas": closed_to_unknown(rest_reference(folder)["components"]["schemas"])}
    return closed


@cache
def gateway_definitions(folder: Path) -> Json:
    """The gateway's definitions. A set of flags is an integer there, not one of its bits."""
    text = (folder / "gateway-receive.schema.json").read_text(encoding="utf-8")
    definitions: Json = json.loads(text)["definitions"]
    return {
        name: {"type": "integer"}
        if name.endswith("Flags") and schema.get("type") == "number"
        else schema
        for name, schema in definitions.items()
    }


def closed_to_unknown(schema: Any) -> Any:
    """The same schema, where every object that lists its keys takes no others."""
    if isinstance(schema, list):
        return [closed_to_unknown(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: closed_to_unknown(each) for key, each in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed.setdefault("additionalProperties", False)
    return closed
