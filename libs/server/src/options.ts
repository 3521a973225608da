import { DEFAULT_LIMITS, type Limits } from '@trunkline/protocol';
import type { OriginPolicy } from './admission/origin.js';
import { type AddressOf, peerAddress } from './admission/peer-address.js';
import { type ServerClock, systemClock } from './clock.js';
import { DEFAULT_OUTBOX_LIMITS, type OutboxLimits } from './connection/outbox.js';
import type { ContractOptions } from './contract/contract-options.js';
import { readServedContract, type ServedContract } from './contract/served-contract.js';
import type { IdempotencyStore } from './idempotency/idempotency-store.js';
import { DEFAULT_MUTATION_LIMITS, type MutationLimits } from './idempotency/mutation-limits.js';
import type { ObservationOptions } from './observation/observation-options.js';
import type { AnyRouter } from './router/any-router.js';
import type { AuthorityOptions } from './router/authority-options.js';
import type { ContextOption } from './router/context-options.js';
import type { OnError } from './router/error-reporter.js';
import { refuseStockOptions } from './stock-options.js';
import { DEFAULT_RESUME_LIMITS, type ResumeLimits } from './subscription/run-shelf.js';

/** How a router is served. Every option but the router has a default that is safe to expose. */
export type ServerOptions<Router extends AnyRouter> = ContextOption<Router> & {
  /** The tRPC router: its builder, middlewares, transformer and error formatter are used as they are. */
  readonly router: Router;
  /** Is told of every error before anything of it is masked. @default prints the errors that clients see only masked */
  readonly onError?: OnError<Router> | undefined;
} & AuthorityOptions<Router> &
  ObservationOptions &
  TuningOptions;

/** The options that do not depend on the router. */
export interface TuningOptions {
  /** Which web pages may connect. @default 'same-origin' */
  readonly origins?: OriginPolicy | undefined;
  /** What one peer may ask for. @default DEFAULT_LIMITS */
  readonly limits?: Partial<Limits> | undefined;
  /** How much may wait to be read by one peer. @default DEFAULT_OUTBOX_LIMITS */
  readonly outbox?: Partial<OutboxLimits> | undefined;
  /**
   * Remembers which mutations ran. The application closes the one that it gives. @default one in memory, for this server alone
   */
  readonly idempotency?: IdempotencyStore | undefined;
  /**
   * How much is kept of subscriptions, for clients whose connection is lost; a procedure's policy may say otherwise of its
   * own. @default DEFAULT_RESUME_LIMITS
   */
  readonly resume?: Partial<ResumeLimits> | undefined;
  /** How mutations that have a key are run. @default DEFAULT_MUTATION_LIMITS */
  readonly mutations?: Partial<MutationLimits> | undefined;
  /** The contract that generated clients are held to. @default none; every client is served */
  readonly contract?: ContractOptions | undefined;
  /** Time for the first message, in milliseconds. @default 10000 */
  readonly helloTimeoutMs?: number | undefined;
  /** How long before their end a client is warned that its credentials expire, in milliseconds. @default 30000 */
  readonly expiryWarningMs?: number | undefined;
  /** Time for `createContext`, in milliseconds; its signal aborts when that is over. @default 10000 */
  readonly contextTimeoutMs?: number | undefined;
  /** Connections open at once from one address; 0 for no such limit. @default 1000 */
  readonly maxConnectionsPerAddress?: number | undefined;
  /**
   * The address that a connection is counted under, and that notices show. Behind a proxy all have the proxy's: take it from the header that
   * the proxy sets, such as `X-Forwarded-For`, and only where nobody else can. @default the IPv4 address or IPv6 prefix of the peer
   */
  readonly addressOf?: AddressOf | undefined;
  /** Pace of the pings that find dead peers, in milliseconds; 0 sends none. @default 30000 */
  readonly heartbeatMs?: number | undefined;
  /** Events of one observable that wait for a slow peer before the oldest are let go. @default 1024 */
  readonly maxQueuedEvents?: number | undefined;
  /** Compresses messages (RFC 7692). Costs CPU and about 300 KB a connection. @default false */
  readonly compression?: boolean | undefined;
  /** The source of time. @default the system's */
  readonly clock?: ServerClock | undefined;
}

/** The options with every default in place. */
export interface ResolvedOptions {
  readonly origins: OriginPolicy;
  readonly limits: Limits;
  readonly outboxLimits: OutboxLimits;
  readonly mutations: MutationLimits;
  readonly resume: ResumeLimits;
  readonly contract: ServedContract | undefined;
  readonly helloTimeoutMs: number;
  readonly contextTimeoutMs: number;
  readonly expiryWarningMs: number;
  readonly maxConnectionsPerAddress: number;
  readonly addressOf: AddressOf;
  readonly heartbeatMs: number;
  readonly maxQueuedEvents: number;
  readonly compression: boolean;
  readonly clock: ServerClock;
}

/**
 * Fills in the defaults.
 *
 * @throws RangeError for a number that makes no sense, and TypeError for a contract of a wrong form, naming the option, the
 * value and what it may be.
 */
export function resolveOptions(options: TuningOptions): ResolvedOptions {
  refuseStockOptions(options);
  const resolved: ResolvedOptions = {
    origins: options.origins ?? 'same-origin',
    limits: resolveNumbers('limits', DEFAULT_LIMITS, options.limits),
    outboxLimits: resolveNumbers('outbox', DEFAULT_OUTBOX_LIMITS, options.outbox),
    resume: resolveNumbers('resume', DEFAULT_RESUME_LIMITS, options.resume),
    mutations: resolveNumbers('mutations', DEFAULT_MUTATION_LIMITS, options.mutations),
    contract: readServedContract(options.contract),
    helloTimeoutMs: options.helloTimeoutMs ?? 10_000,
    contextTimeoutMs: options.contextTimeoutMs ?? 10_000,
    expiryWarningMs: options.expiryWarningMs ?? 30_000,
    maxConnectionsPerAddress: options.maxConnectionsPerAddress ?? 1000,
    addressOf: options.addressOf ?? peerAddress,
    heartbeatMs: options.heartbeatMs ?? 30_000,
    maxQueuedEvents: options.maxQueuedEvents ?? 1024,
    compression: options.compression ?? false,
    clock: options.clock ?? systemClock,
  };
  assertAtLeast('helloTimeoutMs', resolved.helloTimeoutMs, 1);
  assertAtLeast('contextTimeoutMs', resolved.contextTimeoutMs, 1);
  assertAtLeast('expiryWarningMs', resolved.expiryWarningMs, 0);
  assertAtLeast('maxConnectionsPerAddress', resolved.maxConnectionsPerAddress, 0);
  assertAtLeast('heartbeatMs', resolved.heartbeatMs, 0);
  assertAtLeast('maxQueuedEvents', resolved.maxQueuedEvents, 1);
  return resolved;
}

/** The limits that 0 switches off. */
const MAY_BE_NONE: ReadonlySet<string> = new Set<keyof Limits | keyof MutationLimits | keyof ResumeLimits>([
  'maxMessagesPerSecond',
  'graceMs',
  'maxRuns',
  'maxRunsPerPeer',
  'maxOrphaned',
]);

function assertAtLeast(option: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`The option ${option} is ${String(value)}; it must be a whole number of ${least} or more.`);
}

// An option that is there but undefined means its default, as everywhere.
function resolveNumbers<Names extends string>(
  group: string,
  defaults: Readonly<Record<Names, number>>,
  given: Partial<Record<Names, number>> = {},
): Record<Names, number> {
  const resolved: Record<Names, number> = { ...defaults };
  for (const name in defaults) {
    const value = given[name] ?? defaults[name];
    assertAtLeast(`${group}.${name}`, value, MAY_BE_NONE.has(name) ? 0 : 1);
    resolved[name] = value;
  }
  return resolved;
}
