import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '@trunkline/protocol';
import { peerAddress } from './admission/peer-address.js';
import { systemClock } from './clock.js';
import { DEFAULT_OUTBOX_LIMITS } from './connection/outbox.js';
import { DEFAULT_MUTATION_LIMITS } from './idempotency/mutation-limits.js';
import { resolveOptions, type TuningOptions } from './options.js';
import { DEFAULT_RESUME_LIMITS } from './subscription/run-shelf.js';

const DEFAULTS = {
  origins: 'same-origin',
  limits: DEFAULT_LIMITS,
  outboxLimits: DEFAULT_OUTBOX_LIMITS,
  mutations: DEFAULT_MUTATION_LIMITS,
  resume: DEFAULT_RESUME_LIMITS,
  helloTimeoutMs: 10_000,
  contextTimeoutMs: 10_000,
  expiryWarningMs: 30_000,
  maxConnectionsPerAddress: 1000,
  addressOf: peerAddress,
  heartbeatMs: 30_000,
  maxQueuedEvents: 1024,
  compression: false,
  clock: systemClock,
};

describe('resolveOptions', () => {
  it('fills in every default, also for what is there but undefined', () => {
    expect(resolveOptions({})).toEqual(DEFAULTS);
    const names = [
      'origins',
      'limits',
      'outbox',
      'mutations',
      'resume',
      'helloTimeoutMs',
      'contextTimeoutMs',
      'maxConnectionsPerAddress',
      'addressOf',
      'heartbeatMs',
      'maxQueuedEvents',
      'compression',
      'clock',
    ];
    expect(resolveOptions(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(DEFAULTS);
  });

  it('keeps the defaults of a group beside what is given of it', () => {
    const options: TuningOptions = {
      limits: { maxDepth: 8 },
      outbox: { stallTimeoutMs: 5 },
      origins: ['https://a.example'],
    };
    expect(resolveOptions(options)).toEqual({
      ...DEFAULTS,
      origins: ['https://a.example'],
      limits: { ...DEFAULT_LIMITS, maxDepth: 8 },
      outboxLimits: { ...DEFAULT_OUTBOX_LIMITS, stallTimeoutMs: 5 },
    });
    expect(resolveOptions({ limits: { maxDepth: undefined } as never }).limits).toEqual(DEFAULT_LIMITS);
  });

  it('has default marks that lie in order', () => {
    const { lowWaterBytes, highWaterBytes, maxUnsentBytes } = DEFAULT_OUTBOX_LIMITS;
    expect(lowWaterBytes).toBeLessThan(highWaterBytes);
    expect(highWaterBytes).toBeLessThan(maxUnsentBytes);
  });

  it('takes the least of everything', () => {
    const numbers = {
      helloTimeoutMs: 1,
      contextTimeoutMs: 1,
      maxConnectionsPerAddress: 0,
      heartbeatMs: 0,
      maxQueuedEvents: 1,
    };
    expect(resolveOptions(numbers)).toMatchObject(numbers);
  });

  it('reads the contract, and refuses one that is none', () => {
    const compatibility = { trunkline: 1, contract: 'hash', procedures: {} };
    expect(resolveOptions({ contract: { compatibility } }).contract?.hash).toBe('hash');
    expect(resolveOptions({}).contract).toBeUndefined();
    expect(() => resolveOptions({ contract: { compatibility: 'compatibility.json' as never } })).toThrow(TypeError);
  });

  it.each<[TuningOptions, string]>([
    [{ helloTimeoutMs: 0 }, 'The option helloTimeoutMs is 0; it must be a whole number of 1 or more.'],
    [{ helloTimeoutMs: Number.NaN }, 'The option helloTimeoutMs is NaN; it must be a whole number of 1 or more.'],
    [{ expiryWarningMs: -1 }, 'The option expiryWarningMs is -1; it must be a whole number of 0 or more.'],
    [{ contextTimeoutMs: 0 }, 'The option contextTimeoutMs is 0; it must be a whole number of 1 or more.'],
    [
      { maxConnectionsPerAddress: -1 },
      'The option maxConnectionsPerAddress is -1; it must be a whole number of 0 or more.',
    ],
    [{ heartbeatMs: -1 }, 'The option heartbeatMs is -1; it must be a whole number of 0 or more.'],
    [{ heartbeatMs: 0.5 }, 'The option heartbeatMs is 0.5; it must be a whole number of 0 or more.'],
    [{ maxQueuedEvents: 0 }, 'The option maxQueuedEvents is 0; it must be a whole number of 1 or more.'],
    [
      { maxQueuedEvents: Number.POSITIVE_INFINITY },
      'The option maxQueuedEvents is Infinity; it must be a whole number of 1 or more.',
    ],
    ...Object.keys(DEFAULT_LIMITS)
      .filter((name) => name !== 'maxMessagesPerSecond')
      .map((name): [TuningOptions, string] => [
        { limits: { [name]: 0 } },
        `The option limits.${name} is 0; it must be a whole number of 1 or more.`,
      ]),
    [
      { limits: { maxMessagesPerSecond: -1 } },
      'The option limits.maxMessagesPerSecond is -1; it must be a whole number of 0 or more.',
    ],
    ...Object.keys(DEFAULT_OUTBOX_LIMITS).map((name): [TuningOptions, string] => [
      { outbox: { [name]: '5' as unknown as number } },
      `The option outbox.${name} is 5; it must be a whole number of 1 or more.`,
    ]),
  ])('refuses %p', (options, message) => {
    expect(() => resolveOptions(options)).toThrow(new RangeError(message));
  });
});
