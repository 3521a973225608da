import {
  CLOSE_CODES,
  ERROR_CODES,
  type ErrorKey,
  GAP_REASONS,
  type GapReason,
  type Resumed,
} from '@trunkline/protocol';
import type { HeldNow, ServerStats } from './server-stats.js';

/** The counts of one server, as plain numbers: what is counted costs an increment. */
export interface Counters {
  readonly connections: { native: number; stock: number };
  readonly connectionsOpened: { native: number; stock: number };
  readonly closes: Record<string, number>;
  readonly upgradesRefused: Record<string, number>;
  callsRunning: number;
  callsAnswered: number;
  readonly callsFailed: Record<ErrorKey, number>;
  callsAbandoned: number;
  mutationsJoined: number;
  mutationsReplayed: number;
  subscriptions: number;
  subscriptionsOpened: number;
  readonly subscriptionsResumed: Record<Resumed, number>;
  readonly subscriptionsFailed: Record<ErrorKey, number>;
  eventsSent: number;
  readonly gapsTold: Record<GapReason, number>;
  messagesReceived: number;
  violations: number;
  notificationsRefused: number;
  revocations: number;
}

export function createCounters(): Counters {
  return {
    connections: { native: 0, stock: 0 },
    connectionsOpened: { native: 0, stock: 0 },
    closes: {},
    upgradesRefused: {},
    callsRunning: 0,
    callsAnswered: 0,
    callsFailed: zeros(ERROR_CODES),
    callsAbandoned: 0,
    mutationsJoined: 0,
    mutationsReplayed: 0,
    subscriptions: 0,
    subscriptionsOpened: 0,
    subscriptionsResumed: { fresh: 0, recovered: 0, gap: 0 },
    subscriptionsFailed: zeros(ERROR_CODES),
    eventsSent: 0,
    gapsTold: zeros(GAP_REASONS),
    messagesReceived: 0,
    violations: 0,
    notificationsRefused: 0,
    revocations: 0,
  };
}

/** A copy that later counts do not change. */
export function readCounters(counters: Counters, held: HeldNow): ServerStats {
  return {
    ...counters,
    connections: { ...counters.connections },
    connectionsOpened: { ...counters.connectionsOpened },
    closes: { ...counters.closes },
    upgradesRefused: { ...counters.upgradesRefused },
    callsFailed: { ...counters.callsFailed },
    subscriptionsResumed: { ...counters.subscriptionsResumed },
    subscriptionsFailed: { ...counters.subscriptionsFailed },
    gapsTold: { ...counters.gapsTold },
    ...held,
  };
}

function zeros<Name extends string>(names: Readonly<Record<Name, unknown>>): Record<Name, number> {
  const counts: Partial<Record<Name, number>> = {};
  for (const name in names) counts[name] = 0;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The loop above gave every name its number.
  return counts as Record<Name, number>;
}

/** A peer chooses its close code, so only those that somebody knows have a count of their own. */
export function countClose(counters: Counters, code: number): void {
  const name = KNOWN_CLOSE_CODES.has(code) ? String(code) : 'other';
  counters.closes[name] = (counters.closes[name] ?? 0) + 1;
}

/** RFC 6455, section 7.4.1, and the codes of its registry. */
const STANDARD_CLOSE_CODES = Array.from({ length: 16 }, (_, index) => 1000 + index);

const KNOWN_CLOSE_CODES: ReadonlySet<number> = new Set([
  ...STANDARD_CLOSE_CODES,
  ...Object.values(CLOSE_CODES).map(({ code }) => code),
]);
