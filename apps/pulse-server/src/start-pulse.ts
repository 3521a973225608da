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
import { Upkeep } from './upkeep.js';

export type PulseOptions = Settings & {
  /** @default the system's */
  readonly clock?: Clock;
  /** @default `defaultLimits` */
  readonly limits?: Partial<Limits>;
  /** Is told, in a sentence, of trouble that passes. @default console.error */
  readonly log?: (line: string) => void;
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
    ...checkDatabase(services.hosts),
    uptimeSeconds: Math.round((clock.now().getTime() - startedAt.getTime()) / 1_000),
    database: databasePath,
  }));
  const rpc = serveRpc(httpServer, services);
  const pruneAll = database.transaction(() => prune({ hosts, samples, alerts, watch, clock, limits }));

  const port = await listen(httpServer, options.port, options.host).catch(async (error: unknown) => {
    await rpc.close();
    closeDatabase(database);
    throw error;
  });
  const upkeep = new Upkeep(clock, options.log ?? console.error);
  upkeep.every(1_000, 'look for silent hosts', () => services.hosts.checkSilence());
  upkeep.every(60_000, 'prune the database', () => pruneAll());

  return {
    port,
    async close() {
      upkeep.stop();
      await rpc.close({ timeoutMs: 2_000 });
      httpServer.closeAllConnections();
      await new Promise<void>((resolve) => {
        httpServer.close(() => resolve());
      });
      closeDatabase(database);
    },
  };
}

/** Asks the database something, because one that is open may still be unable to answer. */
function checkDatabase(hosts: HostService): { readonly ok: boolean; readonly hosts: number } {
  try {
    return { ok: true, hosts: hosts.count() };
  } catch {
    return { ok: false, hosts: 0 };
  }
}
