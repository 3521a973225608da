/** How the Python client writes and reads payloads: plain JSON, or as superjson writes them. */
export const PAYLOAD_SOURCE = String.raw`"""Payloads: inputs, outputs and events as they stand in messages."""

from __future__ import annotations

import re
import typing as t

from ._scalars import ABSENT, Codec, Json, parse_date


class PlainPayload:
    """Payloads as plain JSON."""

    name = "json"

    def write(self, codec: Codec, value: t.Any) -> Json:
        """The JSON of a value; ABSENT where its member is left out."""
        json, note, _ = codec.write(value)
        return ABSENT if note is ABSENT else json

    def read(self, codec: Codec, json: Json) -> t.Any:
        return None if json is ABSENT else codec.read(json)


class SuperjsonPayload:
    """Payloads as superjson writes them."""

    name = "transformed"

    def write(self, codec: Codec, value: t.Any) -> Json:
        json, note, members = codec.write(value)
        if note is None and not members:
            return {"json": json}
        values = members if note is None else [note, members] if members else [note]
        return {"json": json, "meta": {"values": values, "v": 1}}

    def read(self, codec: Codec, json: Json) -> t.Any:
        if json is ABSENT:
            return None
        meta = json.get("meta") or {}
        values = meta.get("values")
        value = json.get("json")
        return codec.read(_revive(value, values) if values else value)


def _revive(json: Json, tree: t.Any) -> t.Any:
    if isinstance(tree, dict):
        return _revive_members(json, tree)
    return _restore(_revive_members(json, tree[1]) if len(tree) > 1 else json, tree[0])


def _revive_members(json: Json, members: dict[str, t.Any]) -> t.Any:
    for path, tree in members.items():
        *outer, last = _split(path)
        parent = json
        for key in outer:
            parent = parent[int(key)] if isinstance(parent, list) else parent[key]
        place: t.Any = int(last) if isinstance(parent, list) else last
        parent[place] = _revive(parent[place], tree)
    return json


# Sets and maps stay lists here: their type knows whether their items can be in a set.
def _restore(json: Json, note: t.Any) -> t.Any:
    if note == "Date":
        return parse_date(json)
    if note == "bigint":
        return int(json)
    if note == "number":
        return float(json)
    if note == "undefined":
        return None
    if note == ["typed-array", "Uint8Array"]:
        return bytes(json)
    return json


def _split(path: str) -> list[str]:
    keys = re.findall(r"(?:^|\.)((?:[^\\.]|\\.)*)", path)
    return [re.sub(r"\\(.)", r"\1", key) for key in keys]
`;
