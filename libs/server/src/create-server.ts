import { randomBytes } from 'node:crypto';
import { AddressTable } from './admission/address-table.js';
import { Connection } from './connection/connection.js';
import type { ConnectionService } from './connection/connection-parts.js';
import { Heartbeat } from './connection/heartbeat.js';
import { isPrincipal } from './idempotency/call-identity.js';
import { createMemoryIdempotencyStore } from './idempotency/memory-idempotency-store.js';
import { MutationDesk } from './idempotency/mutation-desk.js';
import { ConnectionRegistry } from './lifecycle/connection-registry.js';
import { Observer } from './observation/observer.js';
import { resolveOptions, type ServerOptions } from './options.js';
import type { AnyRouter } from './router/any-router.js';
import { ContextFactory } from './router/context-factory.js';
import { ErrorReporter } from './router/error-reporter.js';
import { ProcedureDirectory } from './router/procedure-directory.js';
import { ProcedureMetaReader } from './router/procedure-meta.js';
import { ProcedureRunner } from './router/procedure-runner.js';
import { createRouterCodecs, PLAIN_CODECS } from './router/router-codecs.js';
import { RunningServer } from './running-server.js';
import { createAcceptSocket } from './sockets/accept-socket.js';
import { Upgrader, type UpgraderOptions } from './sockets/upgrader.js';
import { RunShelf } from './subscription/run-shelf.js';
import type { TrunklineServer } from './trunkline-server.js';
import { SERVER_IDENTITY } from './version.js';

/**
 * Makes a server for a router without opening a port: see `attach`, or `serve` for everything in one call.
 *
 * @throws RangeError or TypeError for an option that makes no sense.
 */
export function createServer<Router extends AnyRouter>(options: ServerOptions<Router>): TrunklineServer {
  const resolved = resolveOptions(options);
  const { clock } = resolved;
  const observer = new Observer(options);
  const errors = new ErrorReporter(options.router, options.onError, observer);
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
      peerOf: (owner, address) => (isPrincipal(owner) ? owner : `a:${address}`),
    },
  };
  const addresses = new AddressTable(resolved, (thrown, request) => errors.notice(thrown, UPGRADE_ORIGIN, request));
  const door = { isClosing: false };
  const accept = createAcceptSocket({
    contexts: new ContextFactory(options.createContext),
    addresses,
    // An application that is told of errors gets the request with each, and credentials are exchanged for others by principal.
    keepsRequests: options.onError !== undefined || options.principal !== undefined,
    admission: () => ({ origins: resolved.origins, isClosing: door.isClosing }),
    refused: (peerAddress, code, reason) => observer.refused(peerAddress, code, reason),
    open: (parts) => {
      const connection = new Connection(service, parts);
      registry.add(connection);
      return connection;
    },
    closed: (connection) => registry.remove(connection),
  });
  const { maxMessageBytes } = resolved.limits;
  const { compression } = resolved;
  const refused: UpgraderOptions['refused'] = (request, status, reason) =>
    observer.upgradeRefused(addresses.shownAddress(addresses.nameFor(request), request.socket), status, reason);
  const upgrader = new Upgrader({ maxMessageBytes, compression, addresses, refused }, accept);
  const ownStore = options.idempotency === undefined ? store : undefined;
  return new RunningServer({ registry, heartbeat, upgrader, accept, observer, shelf, mutations, ownStore, door });
}

const UPGRADE_ORIGIN = { path: undefined, kind: 'unknown', input: undefined, context: undefined } as const;
