import { randomBytes } from 'node:crypto';
import { AddressTable } from './admission/address-table.js';
import { Connection } from './connection/connection.js';
import type { ConnectionService } from './connection/connection-parts.js';
import { Heartbeat } from './connection/heartbeat.js';
import { isPrincipal, ownerOfPrincipal } from './idempotency/call-identity.js';
import { createMemoryIdempotencyStore } from './idempotency/memory-idempotency-store.js';
import { MutationDesk } from './idempotency/mutation-desk.js';
import { ConnectionRegistry } from './lifecycle/connection-registry.js';
import type { DrainReport } from './lifecycle/drain.js';
import { type DrainOptions, planDrain } from './lifecycle/drain-plan.js';
import { Observer } from './observation/observer.js';
import type { ServerStats } from './observation/server-stats.js';
import { resolveOptions, type ServerOptions } from './options.js';
import type { AnyRouter } from './router/any-router.js';
import { ContextFactory } from './router/context-factory.js';
import { ErrorReporter, reportAccident } from './router/error-reporter.js';
import { ProcedureDirectory } from './router/procedure-directory.js';
import { ProcedureMetaReader } from './router/procedure-meta.js';
import { ProcedureRunner } from './router/procedure-runner.js';
import { createRouterCodecs, PLAIN_CODECS } from './router/router-codecs.js';
import { createAcceptSocket } from './sockets/accept-socket.js';
import { type AcceptSocket, type AttachTarget, type Detach, Upgrader } from './sockets/upgrader.js';
import type { Revalidation } from './subscription/revalidate-subscriptions.js';
import { RunShelf } from './subscription/run-shelf.js';
import { SERVER_IDENTITY } from './version.js';

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

/**
 * Makes a server for a router without opening a port: see `attach`, or `serve` for everything in one call.
 *
 * @throws RangeError for an option that makes no sense.
 */
export function createServer<Router extends AnyRouter>(options: ServerOptions<Router>): TrunklineServer {
  const resolved = resolveOptions(options);
  const { clock } = resolved;
  const observer = new Observer(options);
  const onError = options.onError ?? ((notice) => reportAccident(notice, observer));
  const errors = new ErrorReporter(options.router, onError, observer);
  const registry = new ConnectionRegistry(clock);
  const heartbeat = new Heartbeat(clock, resolved.heartbeatMs, registry);
  const runner = new ProcedureRunner(options.router);
  const metas = new ProcedureMetaReader(options.router);
  metas.readAll();
  const store = options.idempotency ?? createMemoryIdempotencyStore({ clock });
  const mutations = new MutationDesk({ clock, store, limits: resolved.mutations });
  const shelf = new RunShelf(resolved.resume, clock);
  const service: ConnectionService = {
    ...resolved,
    authority: { principal: options.principal, expiresAt: options.expiresAt },
    errors,
    metas,
    mutations,
    observer,
    directory: new ProcedureDirectory(options.router),
    routerCodecs: createRouterCodecs(options.router),
    plainCodecs: PLAIN_CODECS,
    identity: SERVER_IDENTITY,
    run: (run) => runner.run(run),
    runs: {
      shelf,
      // Long enough that nobody guesses it, because it travels as the proof of who has no other.
      nameRun: () => randomBytes(12).toString('base64url'),
      runMiddlewares: (run) => runner.runMiddlewares(run),
      peerOf: (owner, request) => (isPrincipal(owner) ? owner : `a:${addresses.nameOf(request)}`),
    },
  };
  const addresses = new AddressTable(resolved, (thrown, request) => errors.notice(thrown, UPGRADE_ORIGIN, request));
  let isClosing = false;
  let hasClosed = false;
  const accept = createAcceptSocket({
    contexts: new ContextFactory(options.createContext),
    addresses,
    admission: () => ({ origins: resolved.origins, isClosing }),
    refused: (request, code, reason) => observer.refused(request.socket.remoteAddress, code, reason),
    open: (parts) => {
      const connection: Connection = new Connection(service, { ...parts, onClosed: () => registry.remove(connection) });
      registry.add(connection);
      return connection;
    },
  });
  const upgrader = new Upgrader({ ...resolved, addresses, maxMessageBytes: resolved.limits.maxMessageBytes }, accept);
  const detachAll: Detach[] = [];
  heartbeat.start();
  return {
    get connectionCount() {
      return registry.count;
    },
    stats: () => observer.stats(registry.unsentBytes),
    attach(target, attachOptions) {
      const detach = upgrader.attach(target, attachOptions?.path);
      detachAll.push(detach);
      return detach;
    },
    accept,
    revoke(principal, reason = 'the rights of this principal were revoked') {
      const owner = ownerOfPrincipal(principal);
      const connectionCount = registry.revoke(owner, reason);
      shelf.revoke(owner);
      observer.log('info', { principal, connectionCount }, 'A principal was revoked.');
      return connectionCount;
    },
    revalidate: (principal) => registry.revalidate(principal === undefined ? undefined : ownerOfPrincipal(principal)),
    async drain(drainOptions) {
      const plan = planDrain(drainOptions);
      if (!isClosing)
        observer.log('info', { connectionCount: registry.count, ...plan }, 'The server sends its clients elsewhere.');
      isClosing = true;
      const report = await registry.drain(plan);
      observer.log('info', { ...report }, 'The server is drained.');
      return report;
    },
    async close(closeOptions) {
      const isFirst = !hasClosed;
      hasClosed = true;
      if (isFirst) observer.log('info', { connectionCount: registry.count }, 'The server stops.');
      isClosing = true;
      for (const detach of detachAll.splice(0)) detach();
      heartbeat.stop();
      shelf.close();
      await registry.closeAll(closeOptions?.timeoutMs ?? 5000);
      mutations.close();
      // One that the application made may serve other servers too.
      if (options.idempotency === undefined) await store.close();
      if (isFirst) observer.log('info', {}, 'The server has stopped.');
    },
  };
}

const UPGRADE_ORIGIN = { path: undefined, kind: 'unknown', input: undefined, context: undefined } as const;
