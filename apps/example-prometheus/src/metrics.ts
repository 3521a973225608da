import type { CallNotice, ServerStats, SubscriptionNotice } from '@trunkline/server';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server's hooks tell, and the page that Prometheus reads. */
export interface Metrics {
  readonly onCall: (notice: CallNotice) => void;
  readonly onSubscription: (notice: SubscriptionNotice) => void;
  readonly contentType: string;
  /** The page, with the server's counts as they are now. */
  page(): Promise<string>;
}

/** @param readStats Asked each time that the page is read. */
export function createMetrics(readStats: () => ServerStats): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const callSeconds = new Histogram({
    name: 'rpc_call_duration_seconds',
    help: 'From a request to its answer.',
    labelNames: ['path', 'outcome'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10],
    registers,
  });
  const subscriptionSeconds = new Histogram({
    name: 'rpc_subscription_duration_seconds',
    help: 'From a subscribe to the end of its events.',
    labelNames: ['path', 'outcome'],
    buckets: [1, 10, 60, 600, 3600, 36_000],
    registers,
  });
  addGauges(registry, readStats);
  addCounters(registry, readStats);
  return {
    // A path that names no procedure was made up by the peer, and would be a label of its own.
    onCall: ({ path, kind, outcome, durationMs }) =>
      callSeconds.observe({ path: kind === undefined ? 'unknown' : path, outcome }, durationMs / 1000),
    onSubscription: (notice) => {
      if (notice.event !== 'ended') return;
      subscriptionSeconds.observe({ path: notice.path, outcome: notice.outcome }, notice.durationMs / 1000);
    },
    contentType: registry.contentType,
    page: () => registry.metrics(),
  };
}

// What goes up and down. Its value is asked for when the page is read.
function addGauges(registry: Registry, readStats: () => ServerStats): void {
  const gauge = (name: string, help: string, read: (stats: ServerStats) => number): void => {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read(readStats()));
        },
      }),
    );
  };
  gauge('rpc_calls_running', 'Queries and mutations that run now.', ({ callsRunning }) => callsRunning);
  gauge('rpc_subscriptions', 'Subscriptions that are open.', ({ subscriptions }) => subscriptions);
  gauge('rpc_unsent_bytes', 'Bytes that wait for peers to read.', ({ unsentBytes }) => unsentBytes);
  gauge(
    'rpc_runs_waiting',
    'Subscriptions that are kept for clients that lost their connection.',
    ({ runsWaiting }) => runsWaiting,
  );
  gauge('rpc_kept_bytes', 'Size of the events that are kept for clients that come back.', ({ keptBytes }) => keptBytes);
  registry.registerMetric(
    new Gauge({
      name: 'rpc_connections',
      help: 'Connections that are open.',
      labelNames: ['dialect'],
      registers: [],
      collect() {
        const { native, stock } = readStats().connections;
        this.set({ dialect: 'native' }, native);
        this.set({ dialect: 'stock' }, stock);
      },
    }),
  );
}

// What only grows, and is counted by the server itself: it is written anew each time.
function addCounters(registry: Registry, readStats: () => ServerStats): void {
  const counter = (
    name: string,
    help: string,
    label: string,
    read: (stats: ServerStats) => Readonly<Record<string, number>>,
  ): void => {
    registry.registerMetric(
      new Counter({
        name,
        help,
        labelNames: [label],
        registers: [],
        collect() {
          this.reset();
          for (const [value, count] of Object.entries(read(readStats()))) this.inc({ [label]: value }, count);
        },
      }),
    );
  };
  counter('rpc_closes_total', 'Connections that are gone or were refused.', 'code', ({ closes }) => closes);
  counter('rpc_errors_total', 'Requests answered with an error.', 'error', ({ callsFailed }) => callsFailed);
  counter('rpc_upgrades_refused_total', 'Upgrades answered over HTTP.', 'status', (stats) => stats.upgradesRefused);
  counter('rpc_resumed_total', 'Subscribes, by how they began.', 'resumed', (stats) => stats.subscriptionsResumed);
  counter('rpc_gaps_total', 'Gaps that clients were told of.', 'reason', ({ gapsTold }) => gapsTold);
  const total = (name: string, help: string, read: (stats: ServerStats) => number): void => {
    registry.registerMetric(
      new Counter({
        name,
        help,
        registers: [],
        collect() {
          this.reset();
          this.inc(read(readStats()));
        },
      }),
    );
  };
  total('rpc_events_total', 'Events of subscriptions that were sent.', ({ eventsSent }) => eventsSent);
  total(
    'rpc_replayed_total',
    'Mutations answered without running again.',
    ({ mutationsReplayed }) => mutationsReplayed,
  );
}
