"""Reads a request's body: JSON, or a multipart form with files beside the JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from tests.wire.objects import Json
from tests.wire.rendering import Upload

FILE_FIELD = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True)
class Body:
    """A body; `parsed` is None where there was none."""

    parsed: Json | list[Json] | None = None
    uploads: list[Upload] = field(default_factory=list)


async def read_body(http: web.BaseRequest) -> Body:
    """The body of a request; ValueError where it is neither JSON nor a form that Discord takes."""
    if http.content_type == "multipart/form-data":
        return await _read_form(http)
    raw = await http.read()
    if not raw:
        return Body()
    if http.content_type != "application/json":
        raise ValueError(f"a body of type {http.content_type}")
    return Body(json.loads(raw))


async def _read_form(http: web.BaseRequest) -> Body:
    parsed: Json = {}
    uploads: list[Upload] = []
    reader = await http.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            raise ValueError("a form within a form")
        content = bytes(await part.read())
        found = FILE_FIELD.fullmatch(part.name or "")
        if part.name == "payload_json":
            parsed = json.loads(content)
        elif found is not None:
            uploads.append(Upload(int(found[1]), part.filename or "file", content))
        else:
            raise ValueError(f"a form with a field {part.name}")
    return Body(parsed, uploads)
