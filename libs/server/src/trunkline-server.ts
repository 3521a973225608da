import type { DrainReport } from './lifecycle/drain.js';
import type { DrainOptions } from './lifecycle/drain-plan.js';
import type { ServerStats } from './observation/server-stats.js';
import type { AcceptSocket, AttachTarget, Detach } from './sockets/upgrader.js';
import type { Revalidation } from './subscription/revalidate-subscriptions.js';

/** A router that is served over WebSockets, on whatever servers it is attached to. */
export interface TrunklineServer {
  /** How many peers are connected. */
  readonly connectionCount: number;
  /** What happened since the server was made, and what is open now. */
  stats(): ServerStats;
  /**
   * Serves on a server that the application owns: an http or https server (that of Express and Fastify too), or a
   * `WebSocketServer`. May be called for several.
   */
  attach(target: AttachTarget, options?: AttachOptions): Detach;
  /** Takes over one socket whose handshake is complete, for frameworks that hand sockets out themselves. */
  accept: AcceptSocket;
  /**
   * Closes every connection of a principal, such as a user who was logged out or blocked, and lets go of whatever it could
   * come back for. Whether it may connect again is for `createContext` to say.
   *
   * @param reason is told in the close, at most 123 bytes of it.
   * @returns how many connections were closed.
   */
  revoke(principal: string, reason?: string): number;
  /**
   * Runs the middlewares of open subscriptions again, because rights have changed: of one principal, or of everybody.
   * One that is refused ends with the error of its middleware; no event passes before it is asked.
   */
  revalidate(principal?: string): Promise<Revalidation>;
  /**
   * Leaves in good order, for a deploy: takes no new connections, sends each client elsewhere in a slot of its own while
   * everything here goes on, then closes who has not gone as soon as nothing runs for it, and cuts the rest at the
   * deadline. Called again, it waits for the same end. `close` is still to be called.
   *
   * @throws RangeError for a time that makes no sense.
   */
  drain(options?: DrainOptions): Promise<DrainReport>;
  /** Takes no new connections, lets running calls finish, and closes every connection. Called again, it does nothing more. */
  close(options?: CloseOptions): Promise<void>;
}

export interface AttachOptions {
  /** The only path served, such as `/rpc`. @default every path */
  readonly path?: string | undefined;
}

export interface CloseOptions {
  /** Time for running calls and closing handshakes, in milliseconds; then sockets are cut. @default 5000 */
  readonly timeoutMs?: number | undefined;
}
