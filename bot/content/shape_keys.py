"""Which keys a mapping may have at a place of a shape."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel


def keys_at(shape: type[BaseModel], place: tuple[int | str, ...]) -> list[str]:
    """The keys of the mapping at `place`; pydantic's names of union branches may stand in it."""
    models = list(_models(shape))
    for part in place:
        if isinstance(part, int):
            continue
        inner = [
            found
            for model in models
            if part in model.model_fields
            for found in _models(model.model_fields[part].annotation)
        ]
        models = inner or [model for model in models if part in _kinds(model)]
    return list(dict.fromkeys(name for model in models for name in model.model_fields))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        for branch in get_args(annotation):
            yield from _models(branch)
    elif origin in (tuple, Annotated):
        yield from _models(get_args(annotation)[0])
    elif isinstance(annotation, type) and issubclass(annotation, RootModel):
        yield from _models(annotation.model_fields["root"].annotation)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


def _kinds(model: type[BaseModel]) -> tuple[str, ...]:
    kind = model.model_fields.get("kind")
    if kind is None or get_origin(kind.annotation) is not Literal:
        return ()
    return get_args(kind.annotation)
