import type { Heartbeat } from './connection/heartbeat.js';
import { ownerOfPrincipal } from './idempotency/call-identity.js';
import type { IdempotencyStore } from './idempotency/idempotency-store.js';
import type { MutationDesk } from './idempotency/mutation-desk.js';
import type { ConnectionRegistry } from './lifecycle/connection-registry.js';
import type { DrainReport } from './lifecycle/drain.js';
import { type DrainOptions, planDrain } from './lifecycle/drain-plan.js';
import type { Observer } from './observation/observer.js';
import type { ServerStats } from './observation/server-stats.js';
import type { AcceptSocket, AttachTarget, Detach, Upgrader } from './sockets/upgrader.js';
import type { Revalidation } from './subscription/revalidate-subscriptions.js';
import type { RunShelf } from './subscription/run-shelf.js';
import type { AttachOptions, CloseOptions, TrunklineServer } from './trunkline-server.js';

/** What a server is made of, as far as its life is concerned. */
export interface ServerParts {
  readonly registry: ConnectionRegistry;
  readonly heartbeat: Heartbeat;
  readonly upgrader: Upgrader;
  readonly accept: AcceptSocket;
  readonly observer: Observer;
  readonly shelf: RunShelf;
  readonly mutations: MutationDesk;
  /** The store that was made for this server; undefined where the application's own is used, which may serve others too. */
  readonly ownStore: IdempotencyStore | undefined;
  /** Whether new sockets are turned away. */
  readonly door: { isClosing: boolean };
}

/** The life of a server: what it lets in, whom it sends away, and its end. */
export class RunningServer implements TrunklineServer {
  readonly accept: AcceptSocket;
  readonly #parts: ServerParts;
  readonly #detachAll: Detach[] = [];
  #hasClosed = false;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.accept = parts.accept;
    parts.heartbeat.start();
  }

  get connectionCount(): number {
    return this.#parts.registry.count;
  }

  stats(): ServerStats {
    const { observer, registry, shelf, mutations, door } = this.#parts;
    return observer.stats({
      unsentBytes: registry.unsentBytes,
      runsKept: shelf.runCount,
      runsWaiting: shelf.waitingCount,
      keptBytes: shelf.keptBytes,
      mutationsOrphaned: mutations.orphanedCount,
      isDraining: door.isClosing,
    });
  }

  attach(target: AttachTarget, options?: AttachOptions): Detach {
    const detach = this.#parts.upgrader.attach(target, options?.path);
    this.#detachAll.push(detach);
    return detach;
  }

  revoke(principal: string, reason = 'the rights of this principal were revoked'): number {
    const { registry, shelf, observer } = this.#parts;
    const owner = ownerOfPrincipal(principal);
    const connectionCount = registry.revoke(owner, reason);
    shelf.revoke(owner);
    observer.counters.revocations += 1;
    observer.log('info', { principal, connectionCount }, 'A principal was revoked.');
    return connectionCount;
  }

  revalidate(principal?: string): Promise<Revalidation> {
    return this.#parts.registry.revalidate(principal === undefined ? undefined : ownerOfPrincipal(principal));
  }

  async drain(options?: DrainOptions): Promise<DrainReport> {
    const { registry, observer, door } = this.#parts;
    const plan = planDrain(options);
    if (!door.isClosing) {
      observer.log('info', { connectionCount: registry.count, ...plan }, 'The server sends its clients elsewhere.');
    }
    door.isClosing = true;
    const report = await registry.drain(plan);
    observer.log('info', { ...report }, 'The server is drained.');
    return report;
  }

  async close(options?: CloseOptions): Promise<void> {
    const { registry, heartbeat, observer, shelf, mutations, ownStore, door } = this.#parts;
    const isFirst = !this.#hasClosed;
    this.#hasClosed = true;
    if (isFirst) observer.log('info', { connectionCount: registry.count }, 'The server stops.');
    door.isClosing = true;
    for (const detach of this.#detachAll.splice(0)) detach();
    heartbeat.stop();
    shelf.close();
    await registry.closeAll(options?.timeoutMs ?? 5000);
    mutations.close();
    await ownStore?.close();
    if (isFirst) observer.log('info', {}, 'The server has stopped.');
  }
}
