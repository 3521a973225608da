import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClaimedKey, ClaimRequest, IdempotencyStore } from '../idempotency-store.js';

/** A store to be judged. */
export interface StoreUnderTest {
  readonly store: IdempotencyStore;
  /** Lets time pass for the store. Leases and keeping times of this suite are given in units of `unitMs`. */
  advance(durationMs: number): void | Promise<void>;
  /** One unit of time: as short as the store's clock tells apart. @default 1000 */
  readonly unitMs?: number;
}

/** What every store must do, however it does it. The factory gives an empty store each time. */
export function testIdempotencyStore(name: string, create: () => StoreUnderTest | Promise<StoreUnderTest>): void {
  describe(`${name}, as an idempotency store,`, () => {
    const opened: IdempotencyStore[] = [];
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    async function setUp() {
      const { store, advance, unitMs = 1000 } = await create();
      opened.push(store);
      const ask = (request: Partial<ClaimRequest> = {}) =>
        store.begin({
          key: 'k',
          fingerprint: 'f',
          owner: 'ada',
          leaseMs: 10 * unitMs,
          keepMs: 100 * unitMs,
          ...request,
        });
      const acquire = async (request: Partial<ClaimRequest> = {}): Promise<ClaimedKey> => {
        const claim = await ask(request);
        if (claim.state !== 'acquired') throw new Error(`The claim is ${claim.state}.`);
        return { key: request.key ?? 'k', token: claim.token };
      };
      return { store, ask, acquire, pass: (units: number) => advance(units * unitMs), unitMs };
    }

    it('gives a key to the first who asks, and tells the second how long the lease still holds', async () => {
      const { ask, pass, unitMs } = await setUp();
      expect(await ask()).toMatchObject({ state: 'acquired' });
      await pass(4);
      const second = await ask();
      expect(second.state).toBe('in-flight');
      if (second.state === 'in-flight') expect(second.leaseLeftMs).toBeLessThanOrEqual(6 * unitMs);
    });

    it('gives the result to whoever asks later, whatever it holds', async () => {
      const { store, ask, acquire } = await setUp();
      const result = '={"text":"ünï ☃ \u2028 \\u0000"}';
      expect(await store.complete(await acquire(), result)).toBe(true);
      expect(await ask()).toEqual({ state: 'done', result });
      expect(await ask({ sentEpoch: null })).toEqual({ state: 'done', result });
    });

    it('refuses a key that belongs to something else, while it runs and when it is done', async () => {
      const { store, ask, acquire } = await setUp();
      const claimed = await acquire();
      expect(await ask({ fingerprint: 'other' })).toEqual({ state: 'mismatch' });
      await store.complete(claimed, '=1');
      expect(await ask({ fingerprint: 'other' })).toEqual({ state: 'mismatch' });
      expect(await ask({ fingerprint: 'other', takesOver: true })).toEqual({ state: 'mismatch' });
    });

    it('keeps keys apart', async () => {
      const { ask, acquire } = await setUp();
      await acquire({ key: 'one' });
      expect(await ask({ key: 'two' })).toMatchObject({ state: 'acquired' });
    });

    it('knows nothing of a key that was given back', async () => {
      const { store, ask, acquire } = await setUp();
      const epoch = store.epoch('ada', null);
      expect(await store.release(await acquire())).toBe(true);
      expect(await ask({ sentEpoch: epoch })).toMatchObject({ state: 'acquired' });
    });

    it('does not know what became of a key whose lease ran out', async () => {
      const { ask, acquire, pass } = await setUp();
      await acquire();
      await pass(11);
      expect(await ask()).toEqual({ state: 'unknown' });
      expect(await ask({ sentEpoch: null })).toEqual({ state: 'unknown' });
    });

    it('holds a lease for as long as it is renewed', async () => {
      const { store, ask, acquire, pass, unitMs } = await setUp();
      const claimed = await acquire();
      for (let turn = 0; turn < 4; turn += 1) {
        await pass(8);
        expect(await store.renew(claimed, 10 * unitMs)).toBe(true);
      }
      expect(await ask()).toMatchObject({ state: 'in-flight' });
    });

    it('takes a late result, as long as nobody took over', async () => {
      const { store, ask, acquire, pass } = await setUp();
      const claimed = await acquire();
      await pass(11);
      expect(await store.complete(claimed, '=late')).toBe(true);
      expect(await ask()).toEqual({ state: 'done', result: '=late' });
    });

    it('takes nothing from whom somebody took over', async () => {
      const { store, ask, acquire, pass, unitMs } = await setUp();
      const first = await acquire();
      await pass(11);
      const second = await acquire({ takesOver: true });
      expect(await store.renew(first, 10 * unitMs)).toBe(false);
      expect(await store.complete(first, '=first')).toBe(false);
      expect(await store.release(first)).toBe(false);
      expect(await ask({ takesOver: true })).toMatchObject({ state: 'in-flight' });
      expect(await store.complete(second, '=second')).toBe(true);
      expect(await ask()).toEqual({ state: 'done', result: '=second' });
    });

    it('takes one result for a claim, and gives nothing back after it', async () => {
      const { store, ask, acquire } = await setUp();
      const claimed = await acquire();
      await store.complete(claimed, '=1');
      expect(await store.complete(claimed, '=2')).toBe(false);
      expect(await store.release(claimed)).toBe(false);
      expect(await ask()).toEqual({ state: 'done', result: '=1' });
    });

    it('lets something that was never there be run, when its epoch is vouched for', async () => {
      const { store, ask } = await setUp();
      const epoch = store.epoch('ada', null);
      expect(await ask({ sentEpoch: epoch })).toMatchObject({ state: 'acquired' });
    });

    it.each([null, '', 'x', 'of-another-life.0'])(
      'does not know what was sent under the epoch %p',
      async (sentEpoch) => {
        const { ask } = await setUp();
        expect(await ask({ sentEpoch })).toEqual({ state: 'unknown' });
        expect(await ask({ sentEpoch, takesOver: true })).toMatchObject({ state: 'acquired' });
      },
    );

    it('keeps an epoch that serves', async () => {
      const { store, acquire } = await setUp();
      const epoch = store.epoch('ada', null);
      await acquire();
      expect(store.epoch('ada', epoch)).toBe(epoch);
    });

    it('never gives the same key twice: any interleaving of two who ask, crash, come back and complete', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ who: fc.nat(2), does: fc.constantFrom(...STEPS) }), { maxLength: 40 }),
          async (steps) => {
            const { store, ask, pass, unitMs } = await setUp();
            const epoch = store.epoch('ada', null);
            const claims = new Map<number, ClaimedKey>();
            let given = 0;
            let recorded: string | undefined;
            for (const { who, does } of steps) {
              const claimed = claims.get(who);
              if (does === 'ask') {
                const claim = await ask({ sentEpoch: epoch });
                if (claim.state === 'acquired') {
                  given += 1;
                  claims.set(who, { key: 'k', token: claim.token });
                }
                if (recorded !== undefined) expect(claim).toEqual({ state: 'done', result: recorded });
              } else if (does === 'pass') await pass(6);
              else if (claimed === undefined) continue;
              else if (does === 'complete') {
                if (await store.complete(claimed, `=${String(who)}`)) {
                  expect(recorded).toBeUndefined();
                  recorded = `=${String(who)}`;
                }
              } else if (does === 'renew') await store.renew(claimed, 10 * unitMs);
              else if (does === 'release') given -= (await store.release(claimed)) ? 1 : 0;
              else claims.delete(who);
            }
            expect(given).toBeLessThanOrEqual(1);
          },
        ),
        { numRuns: 100 },
      );
    });
  });
}

const STEPS = ['ask', 'ask', 'pass', 'complete', 'renew', 'release', 'crash'] as const;
