import type { Connection } from '../connection/connection.js';

/** What a drain does to a connection. */
export interface DrainedConnection {
  /** Calls that are under way. */
  readonly callCount: number;
  /** Whether neither a call nor a subscription is under way. */
  readonly isIdle: boolean;
  /** Whether the peer can be told ahead when to go; one that cannot is told when it is time. */
  readonly isToldAhead: boolean;
  /** Asks the peer to open another connection after so long, and to be gone by the deadline. */
  askToMove(reconnectAfterMs: number, deadlineMs: number): void;
  /** Begins no new call, and closes once those that run are answered. */
  closeWhenIdle(): void;
  terminate(): void;
}

/** A connection as a drain sees it. */
export function drainedConnection(connection: Connection): DrainedConnection {
  const { dialect, outbox } = connection;
  return {
    get callCount() {
      return connection.calls.count;
    },
    get isIdle() {
      return connection.calls.count === 0 && connection.subscriptions.count === 0;
    },
    isToldAhead: dialect.tellsMovesAhead,
    askToMove(reconnectAfterMs, deadlineMs) {
      // A peer that has not been greeted has nothing here that it could lose.
      if (connection.isOpen) outbox.send(dialect.move(reconnectAfterMs, deadlineMs));
      else closeWhenIdle(connection);
    },
    closeWhenIdle: () => closeWhenIdle(connection),
    terminate: () => connection.terminate(),
  };
}

/** Begins no new call on a connection of a server that stops, and closes it once those that run are answered. */
export function closeWhenIdle(connection: Connection): void {
  connection.drain(() => connection.close(connection.dialect.stoppedCode, 'the server is stopping'));
}
