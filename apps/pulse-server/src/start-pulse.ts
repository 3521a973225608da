import { AlertRepository } from './alerts/alert-repository.js';
import { AlertService } from './alerts/alert-service.js';
import { AlertWatch } from './alerts/alert-watch.js';
import { RuleRepository } from './alerts/rule-repository.js';
import { RuleService } from './alerts/rule-service.js';
import { type Clock, systemClock } from './clock.js';
import { closeDatabase, openDatabase, readEpoch } from './database/open-database.js';
import { prune } from './database/pruner.js';
import { HostRepository } from './hosts/host-repository.js';
import { HostService } from './hosts/host-service.js';
import { SampleRepository } from './hosts/sample-repository.js';
import { createHttpServer } from './http/http-server.js';
import { listen } from './http/listen.js';
import { defaultLimits, type Limits } from './limits.js';
import { ChangeHub } from './live/change-hub.js';
import { EventIds } from './live/event-ids.js';
import { serveRpc } from './serve-rpc.js';
import type { Settings } from './settings.js';

export type PulseOptions = Settings & {
  /** @default the system's */
  readonly clock?: Clock;
  /** @default `defaultLimits` */
  readonly limits?: Partial<Limits>;
};

export type Pulse = {
  readonly port: number;
  /** Ends subscriptions, closes sockets, folds the database up. May be called once. */
  readonly close: () => Promise<void>;
};

/** Puts a Pulse server together and starts it. Rejects with a sentence when the database or the port cannot be had. */
export async function startPulse(options: PulseOptions): Promise<Pulse> {
  const { clock = systemClock, databasePath } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const startedAt = clock.now();

  const database = openDatabase(databasePath);
  const eventIds = new EventIds(readEpoch(database));
  const changes = new ChangeHub();
  const hosts = new HostRepository(database);
  const samples = new SampleRepository(database);
  const alerts = new AlertRepository(database);
  const rules = new RuleRepository(database);
  const watch = new AlertWatch({ alerts, rules, changes });

  const services = {
    hosts: new HostService({ database, hosts, samples, watch, changes, eventIds, clock, limits }),
    alerts: new AlertService({ database, alerts, changes, eventIds, clock }),
    rules: new RuleService({ database, rules, watch, clock, maximumRuleCount: limits.ruleCount }),
  };
  const httpServer = createHttpServer(options.pagePath, () => ({
    ok: database.open,
    hosts: services.hosts.count(),
    uptimeSeconds: Math.round((clock.now().getTime() - startedAt.getTime()) / 1_000),
    database: databasePath,
  }));
  const rpc = serveRpc(httpServer, services);
  const pruneAll = database.transaction(() => prune({ hosts, samples, alerts, watch, clock, limits }));

  const port = await listen(httpServer, options.port, options.host).catch((error: unknown) => {
    closeDatabase(database);
    throw error;
  });
  pruneAll();
  const timers = [clock.every(1_000, () => services.hosts.checkSilence()), clock.every(60_000, () => pruneAll())];

  return {
    port,
    async close() {
      for (const stop of timers) stop();
      changes.close();
      await rpc.close({ timeoutMs: 2_000 });
      httpServer.closeAllConnections();
      await new Promise<void>((resolve) => {
        httpServer.close(() => resolve());
      });
      closeDatabase(database);
    },
  };
}
