import type { BackOff, Clock, ConnectionParams, DataTransformer } from '@trunkline/protocol';
import type { ConnectionState } from './connection/connection-state.js';
import type { KeepAlive } from './connection/liveness.js';
import type { WebSocketConstructor } from './connection/socket-port.js';
import type { Dialect } from './dialect/dialect.js';

/** A transformer as tRPC takes it: one for both directions, or one for each. */
export type ClientTransformer =
  | DataTransformer
  | {
      readonly input: Pick<DataTransformer, 'serialize'>;
      readonly output: Pick<DataTransformer, 'deserialize'>;
    };

/** Everything about a client but its transformer. */
export interface ClientOptions {
  /** The server's address, `ws:`, `wss:`, `http:` or `https:`; in a page also relative. A function is asked for each connection. */
  readonly url: string | (() => string | Promise<string>);
  /** How to talk to the server. @default trunkline() */
  readonly dialect?: Dialect | undefined;
  /** Strings for the server's context, typically credentials. A function is asked for each connection. @default null */
  readonly connectionParams?: ConnectionParams | (() => ConnectionParams | Promise<ConnectionParams>) | undefined;
  /**
   * Whether a query or subscribe that fails with `UNAUTHORIZED`, or a mutation that the server says it did not run for that
   * reason, is sent once more after `connectionParams` was asked again. Only where that is a function. @default true
   */
  readonly retryAfterRefresh?: boolean | undefined;
  /** How long to pause between attempts to connect. @default { firstDelayMs: 250, maxDelayMs: 15000 } */
  readonly reconnect?: Partial<BackOff> | undefined;
  /** How a peer that is gone without a word is noticed; false to wait for the network to say so. @default { silenceMs: 2500, answerMs: 2400 } */
  readonly keepAlive?: Partial<KeepAlive> | false | undefined;
  /** Time for one attempt to connect, in milliseconds, from the question for the address to the server's welcome. @default 10000 */
  readonly connectTimeoutMs?: number | undefined;
  /** Whether to connect only when something needs it; false connects at once and always comes back. @default true */
  readonly lazy?: boolean | undefined;
  /** How long a connection that nothing needs is kept, in milliseconds. Only where `lazy` is on. @default Infinity */
  readonly idleCloseMs?: number | undefined;
  /** Calls that may wait for a connection. One more fails as not sent. @default 1000 */
  readonly maxQueuedCalls?: number | undefined;
  /** How long a call may wait for a connection, in milliseconds. Then it fails. @default 30000 */
  readonly maxQueuedMs?: number | undefined;
  /** The deadline of a call that names none, in milliseconds. @default none */
  readonly timeoutMs?: number | undefined;
  /** Where a call that says nothing of it stands in a trace (W3C Trace Context). @default nowhere */
  readonly traceparent?: (() => string | undefined) | undefined;
  /** How much of the answers that come in pieces is joined at once, in characters of JSON. More breaks the connection. @default 67108864 */
  readonly maxAnswerCharacters?: number | undefined;
  /** A constructor to use in place of the platform's. @default `ws` in Node, else `globalThis.WebSocket` */
  readonly WebSocket?: WebSocketConstructor | undefined;
  /** Called with each new state of the connection. */
  readonly onStateChange?: ((state: ConnectionState) => void) | undefined;
  /** Called with what a callback of yours threw; the client goes on. @default console.error, for the first one */
  readonly onCallbackError?: ((thrown: unknown) => void) | undefined;
  /** The name and version that the server is told. */
  readonly identity?: { readonly name: string; readonly version: string } | undefined;
  /** Time, for tests. */
  readonly clock?: Clock | undefined;
  /** Chance between 0 and 1, for tests. */
  readonly random?: (() => number) | undefined;
}

/** The options of one call. */
export interface CallOptions {
  /** Withdraws the call: the caller is freed at once, and a server that can be told is told. */
  readonly signal?: AbortSignal | null | undefined;
  /** The deadline, in milliseconds from now. It travels with the call. 0 for none. @default the client's `timeoutMs` */
  readonly timeoutMs?: number | undefined;
  /**
   * A name of 1 to 128 characters for a mutation, of your own: the server runs it once for all calls with this key, also
   * those of another client of the same principal. @default one for each call
   */
  readonly key?: string | undefined;
  /** Where the call stands in a trace (W3C Trace Context). @default what the client's `traceparent` says */
  readonly traceparent?: string | undefined;
}

/** The options of `close()`. */
export interface CloseOptions {
  /** How long calls under way may still take, in milliseconds. @default 5000 */
  readonly timeoutMs?: number | undefined;
}
