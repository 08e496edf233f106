"""What shapes are made of: which keys may stand at a place, and all shapes under one."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from simulator.errors import Path

TAG = "do"


def members(kind: object) -> tuple[object, ...]:
    """Return the types a value may have, without wrappers and without None."""
    if get_origin(kind) is Annotated:
        return members(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(member for part in get_args(kind) for member in members(part))
    return () if kind is NoneType else (kind,)


def keys_at(shape: type[BaseModel], location: Path) -> tuple[str, ...]:
    """Return the keys allowed at a location as pydantic gives it, tags included."""
    kinds: tuple[object, ...] = (shape,)
    for step in location:
        kinds = tuple(inner for kind in kinds for inner in _inside(kind, step))
    return tuple(dict.fromkeys(key for kind in kinds if _is_shape(kind) for key in _fields(kind)))


def _inside(kind: object, step: str | int) -> tuple[object, ...]:
    """Return what may stand one step inside; the tag of a union chooses the kind that bears it."""
    if _is_shape(kind):
        fields = _fields(kind)
        if step in tags(kind):
            return (kind,)
        return members(fields[step]) if isinstance(step, str) and step in fields else ()
    arguments = get_args(kind)
    if get_origin(kind) is dict:
        return members(arguments[1])
    return members(arguments[0]) if get_origin(kind) is tuple else ()


def tags(kind: object) -> tuple[object, ...]:
    """Return the values that tell a kind of a union from the others."""
    return get_args(_fields(kind).get(TAG))


def shapes_under(kind: object) -> Iterator[type[BaseModel]]:
    """Yield every shape a shape is made of, itself first; one used twice comes twice."""
    for member in members(kind):
        if isinstance(member, type) and issubclass(member, BaseModel):
            yield member
            for annotation in _fields(member).values():
                yield from shapes_under(annotation)
        else:
            for part in get_args(member):
                yield from shapes_under(part)


def _is_shape(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fields(kind: object) -> dict[str, object]:
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    return {name: field.annotation for name, field in kind.model_fields.items()}
