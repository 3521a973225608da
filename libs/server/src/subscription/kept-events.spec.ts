import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ITEM_OVERHEAD_BYTES, KeptEvents } from './kept-events.js';
import type { RunItem } from './run-item.js';

const event = (number: number, data = '1'): RunItem => ({
  kind: 'event',
  number,
  cursor: `run.${number}`,
  data,
  trackedId: undefined,
  conflated: 0,
});

const end = (number: number): RunItem => ({ kind: 'end', number, cursor: `run.${number}`, report: undefined });

function setUp(limits: { events?: number; bytes?: number } = {}) {
  const ledger = { bytes: 0, change: (bytes: number) => void (ledger.bytes += bytes) };
  return { ledger, kept: new KeptEvents({ events: 5, bytes: 100_000, ms: 1, ...limits }, ledger) };
}

describe('KeptEvents', () => {
  it('gives what stands behind a position', () => {
    const { kept } = setUp();
    for (const number of [1, 2, 5]) kept.add(event(number));
    expect([0, 1, 2, 4, 5].map((position) => kept.after(position)?.number)).toEqual([1, 2, 5, 5, undefined]);
  });

  it('lets the oldest go beyond its count, and knows from where on it is whole', () => {
    const { kept } = setUp({ events: 2 });
    for (const number of [1, 2, 3]) kept.add(event(number));
    expect(kept.count).toBe(2);
    expect(kept.releasedTo).toEqual({ number: 1, cursor: 'run.1' });
  });

  it('lets the oldest go beyond its size, even the only one', () => {
    const { kept, ledger } = setUp({ bytes: 2 * (ITEM_OVERHEAD_BYTES + 10) });
    for (const number of [1, 2, 3]) kept.add(event(number, 'x'.repeat(10)));
    expect([kept.count, ledger.bytes]).toEqual([2, 2 * (ITEM_OVERHEAD_BYTES + 10)]);
    kept.add(event(4, 'x'.repeat(1000)));
    expect([kept.count, ledger.bytes, kept.releasedNumber]).toEqual([0, 0, 4]);
  });

  it('never lets the end go to keep within bounds', () => {
    const { kept } = setUp({ events: 1, bytes: 1 });
    kept.add(event(1));
    kept.add(end(2));
    expect(kept.trim()).toBe(false);
    expect(kept.after(0)).toEqual(end(2));
  });

  it('lets go what was acknowledged', () => {
    const { kept, ledger } = setUp();
    for (const number of [1, 2, 3]) kept.add(event(number));
    kept.release(2);
    kept.release(1);
    expect([kept.count, kept.releasedNumber, ledger.bytes]).toEqual([1, 2, ITEM_OVERHEAD_BYTES + 1]);
  });

  it('tells apart the gaps that count nothing', () => {
    const { kept } = setUp({ events: 1 });
    kept.add({ kind: 'gap', number: 1, cursor: 'run.1', reason: 'restarted', dropped: undefined });
    for (const number of [2, 3]) kept.add(event(number));
    expect([kept.countUncounted(0), kept.countUncounted(1)]).toEqual([1, 0]);
  });

  it('counts exactly what it keeps, through any sequence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom('release', 'trim')), { maxLength: 900 }),
        (steps) => {
          const { kept, ledger } = setUp({ events: 300, bytes: 60_000 });
          let last = 0;
          for (const step of steps) {
            if (step === 'trim') kept.trim();
            else if (step === 'release') kept.release(Math.floor(last / 2));
            else kept.add(event((last += 1), 'x'.repeat(step)));
          }
          let [bytes, count] = [0, 0];
          for (let item = kept.after(kept.releasedNumber); item !== undefined; item = kept.after(item.number)) {
            expect(item.number).toBe(kept.releasedNumber + 1 + count);
            count += 1;
            bytes += ITEM_OVERHEAD_BYTES + (item.kind === 'event' ? (item.data?.length ?? 0) : 0);
          }
          expect([count, bytes]).toEqual([kept.count, ledger.bytes]);
          expect(kept.releasedNumber + count).toBe(last);
          kept.clear();
          expect(ledger.bytes).toBe(0);
        },
      ),
    );
  });
});
