import type { ConnectionParams } from '@trunkline/protocol';
import type { CloseOptions } from '../client-options.js';
import type { ConnectionState } from '../connection/connection-state.js';

/** What a client does beside calling procedures. A procedure or namespace of the same name stays reachable. */
export interface ClientMethods {
  /** What the connection is doing now. */
  state(): ConnectionState;
  /** Calls the listener with each new state. Returns what stops it. */
  onStateChange(listener: (state: ConnectionState) => void): () => void;
  /** Connects now. Rejects when this attempt fails; a client that something needs goes on trying. */
  connect(): Promise<void>;
  /**
   * Brings new credentials to the server on the connection that stands: those given, else what `connectionParams` says
   * now. Given ones also stand for later connections, unless `connectionParams` is a function. Rejects with the server's
   * no, after which the old ones go on. Without a connection the next one brings them; under `stock()` a new connection does.
   */
  authenticate(params?: ConnectionParams): Promise<void>;
  /** Ends subscriptions, waits for calls under way, and closes. What is called afterwards fails as not sent. */
  close(options?: CloseOptions): Promise<void>;
}
