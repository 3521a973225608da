/** The events of one subscription in the Python client, with credit and acknowledgements. */
export const SUBSCRIPTION_SOURCE = String.raw`"""The events of one subscription."""

from __future__ import annotations

import asyncio
import collections
import typing as t

from ._errors import GapError, ProtocolViolated, TrunklineError, call_error
from ._scalars import ABSENT

if t.TYPE_CHECKING:
    from ._connection import Connection

# How long events wait to be acknowledged for which no credit is due.
_ACKNOWLEDGE_AFTER_S = 1.0

_Event = t.TypeVar("_Event")


class Subscription(t.Generic[_Event]):
    """The events of a procedure, for async for. It begins when it is iterated, and ends with the loop."""

    def __init__(
        self,
        connection: Connection,
        path: str,
        params: dict[str, t.Any],
        credit: int,
        on_gap: t.Callable[[GapError], None] | None,
    ) -> None:
        self.path = path
        #: The place of the last event that was taken: after= of a later subscription goes on behind it.
        self.cursor: str | None = params.get("after")
        #: fresh, recovered or gap; None until the server has answered.
        self.resumed: str | None = None
        #: How many events were merged into the last one.
        self.conflated = 0
        self._connection = connection
        self._params = params
        self._on_gap = on_gap
        self._window = max(credit, 1)
        self._granted = credit
        self._taken = 0
        self._number: int | None = None
        self._items: collections.deque[t.Any] = collections.deque()
        self._arrived = asyncio.Event()

    async def __aiter__(self) -> t.AsyncIterator[_Event]:
        connection = self._connection
        call = next(connection._ids)
        connection._opening[call] = self
        has_ended = False
        try:
            await connection._send({"id": call, "method": self.path, "params": self._params})
            while True:
                item = await self._next()
                if isinstance(item, GapError):
                    self.cursor = item.cursor or self.cursor
                    if self._on_gap is None:
                        raise item
                    self._on_gap(item)
                elif isinstance(item, _End):
                    has_ended = True
                    self._acknowledge_end(item)
                    if item.error is not None:
                        raise item.error
                    return
                else:
                    yield self._take(item)
        finally:
            self._leave(call, has_ended)

    async def _next(self) -> t.Any:
        while not self._items:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), _ACKNOWLEDGE_AFTER_S if self._taken else None)
            except asyncio.TimeoutError:
                self._grant()
        return self._items.popleft()

    def _take(self, params: dict[str, t.Any]) -> t.Any:
        connection = self._connection
        self.cursor = params.get("cursor", self.cursor)
        self.conflated = params.get("conflated", 0)
        self._taken += 1
        if self._taken * 2 >= self._window:
            self._grant()
        return connection._payload.read(connection._procedures[self.path][1], params.get("data", ABSENT))

    def _grant(self) -> None:
        add, self._taken = self._taken, 0
        self._granted += add
        if self._number in self._connection._open:
            seen = {} if self.cursor is None else {"seen": self.cursor}
            params = {"subscription": self._number, "add": add, **seen}
            self._connection._send_later({"method": "rpc.credit", "params": params})

    def _acknowledge_end(self, end: "_End") -> None:
        if end.cursor is not None:
            self.cursor = end.cursor
            params = {"subscription": self._number, "add": 0, "seen": end.cursor}
            self._connection._send_later({"method": "rpc.credit", "params": params})

    def _leave(self, call: int, has_ended: bool) -> None:
        connection = self._connection
        if connection._opening.pop(call, None) is not None:
            connection._given_up.add(call)
            connection._send_later({"method": "rpc.cancel", "params": {"id": call}})
        elif not has_ended and self._number is not None and connection._open.pop(self._number, None) is not None:
            request = next(connection._ids)
            connection._given_up.add(request)
            params = {"subscription": self._number}
            connection._send_later({"id": request, "method": "rpc.unsubscribe", "params": params})

    def _begun(self, number: int, result: dict[str, t.Any]) -> None:
        self._number = number
        self.resumed = result.get("resumed", "fresh")
        self.cursor = result.get("cursor", self.cursor)

    def _received(self, params: dict[str, t.Any]) -> None:
        if self._granted == 0:
            raise ProtocolViolated(f"The server sent an event of {self.path} without credit.")
        self._granted -= 1
        self._add(params)

    def _missed(self, params: dict[str, t.Any]) -> None:
        self._add(GapError(str(params.get("reason", "restarted")), params.get("dropped"), params.get("cursor")))

    def _ended(self, params: dict[str, t.Any]) -> None:
        error = params.get("error")
        self._add(_End(params.get("cursor"), call_error(error) if isinstance(error, dict) else None))

    def _failed(self, error: TrunklineError) -> None:
        self._add(_End(None, error))

    def _add(self, item: t.Any) -> None:
        self._items.append(item)
        self._arrived.set()


class _End:
    def __init__(self, cursor: str | None, error: TrunklineError | None) -> None:
        self.cursor = cursor
        self.error = error
`;
