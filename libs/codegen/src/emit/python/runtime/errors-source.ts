/** What can go wrong in the Python client. */
export const ERRORS_SOURCE = String.raw`"""What can go wrong."""

from __future__ import annotations

import typing as t


class TrunklineError(Exception):
    """Everything that this package raises by itself."""


class CallError(TrunklineError):
    """The server answered with an error, or ended a subscription with one. Test code."""

    def __init__(self, error: dict[str, t.Any]) -> None:
        data = error.get("data")
        self.data: dict[str, t.Any] = data if isinstance(data, dict) else {}
        #: What went wrong, such as NOT_FOUND.
        self.code: str = str(self.data.get("code", "INTERNAL_SERVER_ERROR"))
        #: The number that JSON-RPC 2.0 demands.
        self.number: int = int(error.get("code", -32603))
        #: For people.
        self.message: str = str(error.get("message", ""))
        super().__init__(f"{self.code}: {self.message}")

    @property
    def did_not_run(self) -> bool:
        """Whether the call was certainly not run."""
        return self.data.get("ran") is False


class UpgradeRequired(CallError):
    """The procedure has another form on this server than this package was generated for. Others may be served as before."""

    def __init__(self, error: dict[str, t.Any]) -> None:
        super().__init__(error)
        #: The procedure.
        self.path: str = str(self.data.get("path", ""))
        #: The form of it that this package knows.
        self.shape: str = str(self.data.get("shape", ""))
        #: The hash of the contract that this package was generated from.
        self.client_contract: str | None = self.data.get("clientContract")
        #: The hash of the contract that the server serves.
        self.server_contract: str | None = self.data.get("serverContract")


def call_error(error: dict[str, t.Any]) -> CallError:
    """What an error of the server is raised as."""
    call = CallError(error)
    return UpgradeRequired(error) if call.code == "UPGRADE_REQUIRED" else call


class ConnectionLost(TrunklineError):
    """The connection is gone. A call without an answer may have run; a mutation may be sent again with resend=."""

    def __init__(self, code: int, reason: str, epoch: str | None = None, key: str | None = None) -> None:
        self.code = code
        self.reason = reason
        #: The life of the server's memory of mutations when the call was sent.
        self.epoch = epoch
        #: What names all sendings of the mutation that was under way.
        self.key = key
        super().__init__(f"The connection was closed with {code}{': ' + reason.rstrip('.') if reason else ''}.")


class ProtocolViolated(TrunklineError):
    """The other side is no Trunkline server, or broke the protocol."""


class GapError(TrunklineError):
    """Events of a subscription are missing. Subscribe again with after=error.cursor, or give on_gap to go on."""

    def __init__(self, reason: str, dropped: int | None, cursor: str | None) -> None:
        #: restarted, invalid, overflow or trimmed.
        self.reason = reason
        #: How many are missing, where the server knows.
        self.dropped = dropped
        self.cursor = cursor
        count = "Events" if dropped is None else f"{dropped} events"
        super().__init__(f"{count} are missing: {reason}.")
`;
