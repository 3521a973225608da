/** How values that hold others become JSON and back in the Python client. */
export const CONTAINERS_SOURCE = String.raw`"""Values that hold others, as JSON and back."""

from __future__ import annotations

import datetime as dt
import typing as t

from ._scalars import ABSENT, Bytes, Codec, Date, Json, Number, Written


class Anything(Codec):
    """A value of which the contract says nothing: goes by what it is here."""

    def write(self, value: t.Any) -> Written:
        if isinstance(value, dict):
            return Object({}, (), self).write(value)
        if isinstance(value, (list, tuple)):
            return Array(self).write(value)
        if isinstance(value, (set, frozenset)):
            return Set(self, True).write(value)
        if isinstance(value, dt.datetime):
            return Date(False).write(value)
        if isinstance(value, (bytes, bytearray)):
            return Bytes().write(value)
        return Number().write(value)


class Array(Codec):
    def __init__(self, items: Codec) -> None:
        self._items = items

    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, (list, tuple)) and all(self._items.accepts(item) for item in value)

    def read(self, value: t.Any) -> t.Any:
        return [self._items.read(item) for item in value]

    def write(self, value: t.Any) -> Written:
        return write_members([(str(index), self._items, item) for index, item in enumerate(value)], None, True)


class Tuple(Codec):
    def __init__(self, items: tuple[Codec, ...], required: int, rest: Codec | None) -> None:
        self._items = items
        self._required = required
        self._rest = rest

    def _codecs(self, value: t.Any) -> list[Codec]:
        rest = self._rest or ANYTHING
        return [self._items[index] if index < len(self._items) else rest for index in range(len(value))]

    def accepts(self, value: t.Any) -> bool:
        if not isinstance(value, (list, tuple)) or len(value) < self._required:
            return False
        if self._rest is None and len(value) > len(self._items):
            return False
        return all(codec.accepts(item) for codec, item in zip(self._codecs(value), value))

    def read(self, value: t.Any) -> t.Any:
        return tuple(codec.read(item) for codec, item in zip(self._codecs(value), value))

    def write(self, value: t.Any) -> Written:
        codecs = self._codecs(value)
        return write_members([(str(index), codecs[index], item) for index, item in enumerate(value)], None, True)


class Set(Codec):
    """A set; a list where its items cannot be in one."""

    def __init__(self, items: Codec, is_hashable: bool) -> None:
        self._items = items
        self._is_hashable = is_hashable

    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, (set, frozenset, list)) and all(self._items.accepts(item) for item in value)

    def read(self, value: t.Any) -> t.Any:
        items = [self._items.read(item) for item in value]
        return set(items) if self._is_hashable else items

    def write(self, value: t.Any) -> Written:
        return write_members([(str(index), self._items, item) for index, item in enumerate(value)], "set", True)


class Map(Codec):
    """A map; a list of pairs where its keys cannot be in a dict."""

    def __init__(self, key: Codec, value: Codec, is_hashable: bool) -> None:
        self._pair = Tuple((key, value), 2, None)
        self._is_hashable = is_hashable

    def _pairs(self, value: t.Any) -> list[t.Any]:
        return list(value.items()) if isinstance(value, dict) else list(value)

    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, (dict, list)) and all(self._pair.accepts(pair) for pair in self._pairs(value))

    def read(self, value: t.Any) -> t.Any:
        pairs = [self._pair.read(pair) for pair in self._pairs(value)]
        return dict(pairs) if self._is_hashable else pairs

    def write(self, value: t.Any) -> Written:
        return write_members([(str(index), self._pair, pair) for index, pair in enumerate(self._pairs(value))], "map", True)


class Object(Codec):
    def __init__(self, members: dict[str, Codec], optional: t.Collection[str], others: Codec | None) -> None:
        self.members = members
        self.optional = frozenset(optional)
        self.others = others

    def _codec(self, name: str) -> Codec:
        return self.members.get(name) or self.others or ANYTHING

    def accepts(self, value: t.Any) -> bool:
        if not isinstance(value, dict):
            return False
        for name, codec in self.members.items():
            if name not in value:
                if name not in self.optional and not codec.accepts(None):
                    return False
            elif not codec.accepts(value[name]):
                return False
        return self.others is None or all(self._codec(name).accepts(member) for name, member in value.items())

    def read(self, value: t.Any) -> t.Any:
        return {name: self._codec(name).read(member) for name, member in value.items()}

    def write(self, value: t.Any) -> Written:
        return write_members([(name, self._codec(name), member) for name, member in value.items()], None, False)

    def object_for(self, value: t.Any) -> Object | None:
        return self


class Union(Codec):
    """Any of several types: the first that the value belongs to."""

    def __init__(self, *members: Codec) -> None:
        self._members = members

    def _choose(self, value: t.Any) -> Codec:
        return next((member for member in self._members if member.accepts(value)), ANYTHING)

    def accepts(self, value: t.Any) -> bool:
        return any(member.accepts(value) for member in self._members)

    def read(self, value: t.Any) -> t.Any:
        return self._choose(value).read(value)

    def write(self, value: t.Any) -> Written:
        return self._choose(value).write(value)

    def object_for(self, value: t.Any) -> Object | None:
        return self._choose(value).object_for(value)


class All(Codec):
    """All of several types at once."""

    def __init__(self, *members: Codec) -> None:
        self._members = members

    def accepts(self, value: t.Any) -> bool:
        return all(member.accepts(value) for member in self._members)

    def read(self, value: t.Any) -> t.Any:
        whole = self.object_for(value)
        return self._members[0].read(value) if whole is None else whole.read(value)

    def write(self, value: t.Any) -> Written:
        whole = self.object_for(value)
        return self._members[0].write(value) if whole is None else whole.write(value)

    def object_for(self, value: t.Any) -> Object | None:
        parts = [part for part in (member.object_for(value) for member in self._members) if part is not None]
        if not parts or not isinstance(value, dict):
            return None
        members = {name: codec for part in parts for name, codec in part.members.items()}
        return Object(members, (), next((part.others for part in parts if part.others is not None), None))


class Named(Codec):
    """A type of the contract's table, looked up when it is needed, because types may hold themselves."""

    def __init__(self, table: dict[str, Codec], name: str) -> None:
        self._table = table
        self._name = name

    def accepts(self, value: t.Any) -> bool:
        return self._table[self._name].accepts(value)

    def read(self, value: t.Any) -> t.Any:
        return self._table[self._name].read(value)

    def write(self, value: t.Any) -> Written:
        return self._table[self._name].write(value)

    def object_for(self, value: t.Any) -> Object | None:
        return self._table[self._name].object_for(value)


ANYTHING = Anything()


def write_members(members: list[tuple[str, Codec, t.Any]], note: t.Any, is_list: bool) -> Written:
    """Writes the members of a list or object, and gathers what is said of them under their paths."""
    written: list[tuple[str, Json]] = []
    notes: dict[str, t.Any] = {}
    for name, codec, member in members:
        json, member_note, inner = codec.write(member)
        if member_note is ABSENT:
            if is_list:
                written.append((name, None))
            continue
        written.append((name, json))
        path = name.replace("\\", "\\\\").replace(".", "\\.")
        if member_note is not None:
            notes[path] = [member_note, inner] if inner else [member_note]
        else:
            notes.update({f"{path}.{rest}": tree for rest, tree in inner.items()})
    return ([json for _, json in written] if is_list else dict(written)), note, notes
`;
