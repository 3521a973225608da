/** How values that hold no others become JSON and back in the Python client. */
export const SCALARS_SOURCE = String.raw`"""Values that hold no others, as JSON and back, by what the contract says of them."""

from __future__ import annotations

import datetime as dt
import math
import re
import typing as t

if t.TYPE_CHECKING:
    from ._containers import Object

Json = t.Any
# The JSON of a value, what superjson says of it beside that, and what it says of its members by their paths.
Written = t.Tuple[Json, t.Any, t.Dict[str, t.Any]]

#: In place of what superjson says: the value has no form, and its member is left out.
ABSENT = object()

_ISO_DATE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")


class Codec:
    """The type of a value. Reading what was read already changes nothing."""

    def accepts(self, value: t.Any) -> bool:
        return True

    def read(self, value: t.Any) -> t.Any:
        return value

    def write(self, value: t.Any) -> Written:
        return value, None, {}

    def object_for(self, value: t.Any) -> "Object | None":
        """The named members that the type gives to this value."""
        return None


class Plain(Codec):
    """Values that JSON has itself."""

    def __init__(self, *kinds: type) -> None:
        self._kinds = kinds

    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, self._kinds) and (bool in self._kinds or not isinstance(value, bool))


class OneOf(Codec):
    """One of several values."""

    def __init__(self, *values: t.Any) -> None:
        self._values = values

    def accepts(self, value: t.Any) -> bool:
        return any(value == known and isinstance(value, bool) == isinstance(known, bool) for known in self._values)


class Nothing(Codec):
    """undefined, which is None here."""

    def __init__(self, note: t.Any) -> None:
        self._note = note

    def accepts(self, value: t.Any) -> bool:
        return value is None

    def write(self, value: t.Any) -> Written:
        return None, self._note, {}


class Number(Plain):
    """A number as superjson writes it: those that JSON has none for are texts."""

    def __init__(self) -> None:
        super().__init__(int, float)

    def write(self, value: t.Any) -> Written:
        if isinstance(value, float):
            if math.isnan(value):
                return "NaN", "number", {}
            if math.isinf(value):
                return ("Infinity" if value > 0 else "-Infinity"), "number", {}
            if value == 0 and math.copysign(1, value) < 0:
                return "-0", "number", {}
        return value, None, {}


class BigInt(Plain):
    def __init__(self) -> None:
        super().__init__(int)

    def write(self, value: t.Any) -> Written:
        return str(value), "bigint", {}


class BigLiteral(BigInt):
    def __init__(self, value: int) -> None:
        super().__init__()
        self._value = value

    def accepts(self, value: t.Any) -> bool:
        return super().accepts(value) and value == self._value


class Noted(Plain):
    """Text that superjson notes a type beside."""

    def __init__(self, note: str) -> None:
        super().__init__(str)
        self._note = note

    def write(self, value: t.Any) -> Written:
        return value, self._note, {}


class Date(Codec):
    def __init__(self, is_text: bool) -> None:
        self._is_text = is_text

    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, dt.datetime) or (self._is_text and isinstance(value, str) and _ISO_DATE.match(value) is not None)

    def read(self, value: t.Any) -> t.Any:
        return parse_date(value) if isinstance(value, str) else value

    def write(self, value: t.Any) -> Written:
        return print_date(value), None if self._is_text else "Date", {}


class Bytes(Codec):
    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, (bytes, bytearray, list))

    def read(self, value: t.Any) -> t.Any:
        return bytes(value)

    def write(self, value: t.Any) -> Written:
        return list(value), ["typed-array", "Uint8Array"], {}


class ErrorValue(Codec):
    def accepts(self, value: t.Any) -> bool:
        return isinstance(value, dict) and "message" in value

    def write(self, value: t.Any) -> Written:
        return {"name": value.get("name", "Error"), "message": value["message"]}, "Error", {}


def print_date(value: dt.datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone; give it one, such as datetime.timezone.utc.")
    return value.astimezone(dt.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_date(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
`;
