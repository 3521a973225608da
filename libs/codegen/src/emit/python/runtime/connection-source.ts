/** One connection of the Python client: hello, calls by id, the reader of what comes. */
export const CONNECTION_SOURCE = String.raw`"""One connection to a Trunkline server: calls by id, subscriptions by number."""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
import typing as t

import websockets

from ._errors import ConnectionLost, GapError, ProtocolViolated, TrunklineError, call_error
from ._payload import PlainPayload, SuperjsonPayload
from ._scalars import ABSENT, Codec
from ._subscription import Subscription

SUBPROTOCOL = "trunkline.v1"
_SERVER_VIOLATED = 3001
_SERVER_FOREIGN = 3002

Procedure = t.Tuple[Codec, Codec]
Payload = t.Union[PlainPayload, SuperjsonPayload]
# The hash of a contract, and the form of each procedure in it.
Contract = t.Tuple[str, "dict[str, str]"]


class Connection:
    """Opened with await Connection.open(...). It does not come back by itself when it is lost."""

    def __init__(
        self,
        socket: t.Any,
        payload: Payload,
        procedures: dict[str, Procedure],
        contract: Contract,
        instance: str | None,
    ) -> None:
        self._socket = socket
        self._payload = payload
        self._procedures = procedures
        self._contract, self._shapes = contract
        # Whether the server has another contract, and so has to look at the form of each procedure.
        self._tells_shapes = False
        self._ids = itertools.count(1)
        self._keys = itertools.count(1)
        self._key = secrets.token_hex(8)
        #: What a server knows this client by, where nobody in particular is behind it.
        self.instance = instance or secrets.token_hex(8)
        self._pending: dict[int, asyncio.Future[t.Any]] = {}
        # Calls that were given up; their answers still come.
        self._given_up: set[int] = set()
        self._opening: dict[int, Subscription[t.Any]] = {}
        self._open: dict[int, Subscription[t.Any]] = {}
        self._lost: TrunklineError | None = None
        self._tasks: set[asyncio.Task[t.Any]] = set()
        # The closing handshake: the first to close says with which code.
        self._leaving: asyncio.Future[t.Any] | None = None
        #: What the server said of itself: server, limits, features, epoch, contract.
        self.welcome: dict[str, t.Any] = {}
        #: Milliseconds until this connection is closed, since the server announced its stop; None while it has not.
        self.drain_deadline_ms: int | None = None
        self._reader = asyncio.ensure_future(self._read())

    @classmethod
    async def open(
        cls,
        url: str,
        payload: Payload,
        procedures: dict[str, Procedure],
        contract: Contract,
        connection_params: dict[str, str] | None,
        instance: str | None = None,
    ) -> Connection:
        socket = await websockets.connect(url, subprotocols=[SUBPROTOCOL], max_size=None, compression=None)  # type: ignore[list-item]
        connection = cls(socket, payload, procedures, contract, instance)
        try:
            await connection._hello(connection_params)
        except BaseException:
            await connection.close()
            raise
        return connection

    async def close(self) -> None:
        """Leaves. What is still under way fails with ConnectionLost."""
        if self._leaving is None:
            self._leaving = asyncio.ensure_future(self._socket.close())
        await asyncio.wait({self._leaving, self._reader})

    async def ping(self) -> None:
        """Asks for a sign of life."""
        await self._request("rpc.ping", {})

    async def authenticate(self, connection_params: dict[str, str] | None) -> int | None:
        """Brings new credentials. Returns when they end, in milliseconds from now."""
        result = await self._request("rpc.auth", {"connectionParams": connection_params})
        return result.get("expiresInMs") if isinstance(result, dict) else None

    async def query(self, path: str, value: t.Any, deadline_ms: int | None = None) -> t.Any:
        return await self._call(path, value, {"deadlineMs": deadline_ms})

    async def mutate(
        self,
        path: str,
        value: t.Any,
        deadline_ms: int | None = None,
        key: str | None = None,
        resend: ConnectionLost | None = None,
    ) -> t.Any:
        params: dict[str, t.Any] = {"deadlineMs": deadline_ms}
        params["key"] = key or (resend and resend.key) or f"{self._key}:{next(self._keys)}"
        if resend is not None:
            params["sent"] = {"epoch": resend.epoch}
        try:
            return await self._call(path, value, params)
        except ConnectionLost as lost:
            epoch = resend.epoch if resend is not None else self.welcome.get("epoch")
            raise ConnectionLost(lost.code, lost.reason, epoch, params["key"]) from None

    def subscribe(
        self,
        path: str,
        value: t.Any,
        *,
        after: str | None = None,
        max_rate: float | None = None,
        credit: int = 64,
        on_gap: t.Callable[[GapError], None] | None = None,
    ) -> Subscription[t.Any]:
        params = self._params(path, value, {"credit": credit, "after": after, "maxRate": max_rate})
        return Subscription(self, path, params, credit, on_gap)

    async def _hello(self, connection_params: dict[str, str] | None) -> None:
        if self._socket.subprotocol != SUBPROTOCOL:
            raise self._fail(ProtocolViolated("The other side is not a Trunkline server."), _SERVER_FOREIGN)
        params = {
            "client": {"name": "trunkline-python", "version": "1", "instance": self.instance},
            "payload": self._payload.name,
            "connectionParams": connection_params,
            "contract": self._contract,
        }
        welcome = await self._request("rpc.hello", params)
        if not isinstance(welcome, dict) or not isinstance(welcome.get("server"), dict):
            raise self._fail(ProtocolViolated("The other side is not a Trunkline server."), _SERVER_FOREIGN)
        self.welcome = welcome
        self._tells_shapes = welcome.get("contract") not in (None, self._contract)

    async def _call(self, path: str, value: t.Any, members: dict[str, t.Any]) -> t.Any:
        result = await self._request(path, self._params(path, value, members))
        if not isinstance(result, dict) or "subscription" in result:
            raise self._fail(ProtocolViolated(f"The answer to {path} is not that of a call."), _SERVER_VIOLATED)
        return self._payload.read(self._procedures[path][1], result.get("output", ABSENT))

    def _params(self, path: str, value: t.Any, members: dict[str, t.Any]) -> dict[str, t.Any]:
        params = {name: member for name, member in members.items() if member is not None}
        if self._tells_shapes:
            params["shape"] = self._shapes[path]
        written = self._payload.write(self._procedures[path][0], value)
        return params if written is ABSENT else {"input": written, **params}

    async def _request(self, method: str, params: dict[str, t.Any]) -> t.Any:
        call = next(self._ids)
        answer: asyncio.Future[t.Any] = asyncio.get_running_loop().create_future()
        self._pending[call] = answer
        try:
            await self._send({"id": call, "method": method, "params": params})
            return await answer
        except asyncio.CancelledError:
            if self._pending.pop(call, None) is not None:
                self._given_up.add(call)
                self._send_later({"method": "rpc.cancel", "params": {"id": call}})
            raise
        finally:
            self._pending.pop(call, None)

    async def _send(self, message: dict[str, t.Any]) -> None:
        if self._lost is not None:
            raise self._lost_error()
        try:
            await self._socket.send(json.dumps({"jsonrpc": "2.0", **message}, allow_nan=False, separators=(",", ":")))
        except websockets.ConnectionClosed:
            await asyncio.wait({self._reader})
            raise self._lost_error() from None

    def _send_later(self, message: dict[str, t.Any]) -> None:
        async def send() -> None:
            try:
                await self._send(message)
            except TrunklineError:
                pass  # Whoever waits for something hears of the loss there.

        task = asyncio.ensure_future(send())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read(self) -> None:
        code, reason = 1006, ""
        try:
            async for frame in self._socket:
                self._receive(frame)
        except websockets.ConnectionClosed:
            pass
        except ProtocolViolated as violation:
            self._fail(violation, _SERVER_VIOLATED)
        finally:
            code = self._socket.close_code or code
            reason = self._socket.close_reason or reason
            self._end(ConnectionLost(code, reason))

    def _receive(self, frame: t.Any) -> None:
        try:
            message = json.loads(frame)
        except ValueError:
            raise ProtocolViolated("The server sent what is not JSON.") from None
        if not isinstance(message, dict):
            raise ProtocolViolated("The server sent what is no message.")
        if "method" in message:
            self._notified(message["method"], message.get("params"))
        else:
            self._answered(message)

    def _answered(self, message: dict[str, t.Any]) -> None:
        call = message.get("id")
        error = message.get("error")
        if call is None and isinstance(error, dict):
            self._fail(call_error(error), _SERVER_VIOLATED)
            return
        subscription = self._opening.pop(call, None) if isinstance(call, int) else None
        answer = self._pending.pop(call, None) if isinstance(call, int) else None
        if answer is None and subscription is None:
            if call in self._given_up:
                self._given_up.discard(t.cast(int, call))
                return
            raise ProtocolViolated(f"The server answered {call!r}, which was not asked.")
        if subscription is not None:
            if isinstance(error, dict):
                subscription._ended({"error": error})
            else:
                self._opened(subscription, message.get("result"))
        elif answer is not None and not answer.done():
            if isinstance(error, dict):
                answer.set_exception(call_error(error))
            else:
                answer.set_result(message.get("result"))

    def _opened(self, subscription: Subscription[t.Any], result: t.Any) -> None:
        if not isinstance(result, dict) or not isinstance(result.get("subscription"), int):
            raise ProtocolViolated(f"The answer to {subscription.path} is not that of a subscribe.")
        number = result["subscription"]
        self._open[number] = subscription
        subscription._begun(number, result)

    def _notified(self, method: t.Any, params: t.Any) -> None:
        if not isinstance(params, dict):
            return
        if method == "rpc.drain":
            self.drain_deadline_ms = params.get("deadlineMs")
        subscription = self._open.get(params.get("subscription", 0))
        if subscription is None:
            return
        if method == "rpc.next":
            subscription._received(params)
        elif method == "rpc.gap":
            subscription._missed(params)
        elif method == "rpc.end":
            del self._open[params["subscription"]]
            subscription._ended(params)

    def _fail(self, error: TrunklineError, code: int) -> TrunklineError:
        self._end(error)
        if self._leaving is None:
            self._leaving = asyncio.ensure_future(self._socket.close(code))
        return error

    def _end(self, error: TrunklineError) -> None:
        if self._lost is not None:
            return
        self._lost = error
        for answer in self._pending.values():
            if not answer.done():
                answer.set_exception(self._lost_error())
        for subscription in [*self._opening.values(), *self._open.values()]:
            subscription._failed(self._lost_error())
        self._pending.clear()
        self._opening.clear()
        self._open.clear()

    # One error for each who waits, so that no traceback grows from one to the next.
    def _lost_error(self) -> TrunklineError:
        lost = self._lost
        if isinstance(lost, ConnectionLost):
            return ConnectionLost(lost.code, lost.reason)
        return lost or TrunklineError("The connection is lost.")
`;
