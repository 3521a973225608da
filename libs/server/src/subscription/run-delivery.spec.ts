import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeptEvents } from './kept-events.js';
import { RunDelivery, type RunReader } from './run-delivery.js';
import type { RunItem } from './run-item.js';

class Reader implements RunReader {
  credit: number;
  isReading = true;
  readonly items: RunItem[] = [];
  readonly log: string[] = [];

  constructor(credit = Number.POSITIVE_INFINITY) {
    this.credit = credit;
  }

  get hasCredit(): boolean {
    return this.credit > 0;
  }

  deliver(item: RunItem): void {
    if (item.kind === 'event') this.credit -= 1;
    this.items.push(item);
  }

  waitForRelief(): void {
    this.log.push('waits');
  }

  tooSlow(): void {
    this.log.push('too slow');
  }

  displaced(): void {
    this.log.push('displaced');
  }

  get numbers(): readonly number[] {
    return this.items.map(({ number }) => number);
  }
}

const event = (number: number): RunItem => ({
  kind: 'event',
  number,
  cursor: `run.${number}`,
  data: '1',
  trackedId: undefined,
  conflated: 0,
});

function setUp(events = 100) {
  const kept = new KeptEvents({ events, bytes: 1_000_000, ms: 1 }, { change: () => undefined });
  const delivery = new RunDelivery(kept);
  const attach = (reader: Reader, position: number): void => {
    delivery.claim(reader);
    delivery.attach(reader, position);
  };
  return { kept, delivery, attach };
}

describe('RunDelivery', () => {
  it('asks for nothing while nobody reads, without credit, or while the peer does not read', () => {
    const { delivery, attach } = setUp();
    expect([delivery.mayPull, delivery.mayTell]).toEqual([false, false]);
    const reader = new Reader(1);
    delivery.claim(reader);
    expect([delivery.mayPull, delivery.mayTell]).toEqual([false, false]);
    attach(reader, 0);
    expect([delivery.mayPull, delivery.mayTell]).toEqual([true, true]);
    delivery.tell(event(1));
    expect([delivery.mayPull, delivery.mayTell]).toEqual([false, true]);
    reader.isReading = false;
    expect(delivery.mayTell).toBe(false);
  });

  it('keeps for the next reader what came when nobody was there', () => {
    const { delivery, attach } = setUp();
    const first = new Reader();
    attach(first, 0);
    delivery.tell(event(1));
    expect(delivery.detach(first)).toBe(true);
    delivery.tell(event(2));
    const second = new Reader();
    attach(second, 1);
    expect([first.numbers, second.numbers]).toEqual([[1], [2]]);
  });

  it('sends no event without credit, though an earlier reader had asked for it', () => {
    const { delivery, attach } = setUp();
    const reader = new Reader(0);
    attach(reader, 0);
    delivery.tell(event(1));
    expect([reader.numbers, delivery.mayTell]).toEqual([[], false]);
    reader.credit = 5;
    delivery.advance();
    expect([reader.numbers, delivery.mayPull]).toEqual([[1], true]);
  });

  it('tells who had it before that it is taken over, and takes nothing from them any more', () => {
    const { delivery } = setUp();
    const [first, second] = [new Reader(), new Reader()];
    delivery.claim(first);
    delivery.claim(second);
    delivery.attach(first, 0);
    expect(first.log).toEqual(['displaced']);
    expect(delivery.detach(first)).toBe(false);
    expect(delivery.reader).toBeUndefined();
  });

  it('counts what is no longer kept, and goes on behind it', () => {
    const { delivery, attach } = setUp(2);
    for (const number of [1, 2, 3, 4, 5]) delivery.tell(event(number));
    const reader = new Reader();
    attach(reader, 1);
    expect(reader.items[0]).toEqual({ kind: 'gap', number: 3, cursor: 'run.3', reason: 'trimmed', dropped: 2 });
    expect(reader.numbers).toEqual([3, 4, 5]);
  });

  it('counts no gap among what is missing', () => {
    const { delivery, attach } = setUp(1);
    delivery.tell({ kind: 'gap', number: 1, cursor: 'run.1', reason: 'restarted', dropped: undefined });
    for (const number of [2, 3, 4]) delivery.tell(event(number));
    const reader = new Reader();
    attach(reader, 0);
    expect(reader.items[0]).toMatchObject({ reason: 'trimmed', dropped: 2 });
  });

  it('waits with what is kept until the peer reads, as with everything else', () => {
    const { delivery, attach } = setUp();
    delivery.tell(event(1));
    const reader = new Reader();
    reader.isReading = false;
    attach(reader, 0);
    expect([reader.numbers, reader.log]).toEqual([[], ['waits']]);
  });

  it('tells every event to the client once and in order, or in one gap that counts it, through any number of readers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom('tell', 'tell', 'acknowledge', 'leave') },
            fc.record({ credit: fc.integer({ min: 0, max: 4 }), missing: fc.integer({ min: 0, max: 3 }) }),
          ),
          { maxLength: 80 },
        ),
        (bound, steps) => {
          const { delivery, kept, attach } = setUp(bound);
          let [told, position] = [0, 0];
          let reader: Reader | undefined;
          // What a client makes of what it got: nothing twice, nothing out of order, nothing left out in silence.
          const take = (): void => {
            for (const item of reader?.items.splice(0) ?? []) {
              if (item.kind === 'gap') expect(item.number - (item.dropped ?? 0)).toBe(position);
              else expect(item.number).toBe(position + 1);
              position = item.number;
            }
          };
          for (const step of steps) {
            if (step === 'tell') delivery.tell(event((told += 1)));
            else if (step === 'acknowledge') kept.release(position);
            else if (step === 'leave') {
              if (reader) delivery.detach(reader);
              reader = undefined;
            } else if (reader !== undefined && step.missing === 0) {
              reader.credit += step.credit;
              delivery.advance();
            } else {
              // What was under way when the connection was lost never arrived.
              reader = new Reader(step.credit);
              attach(reader, position);
            }
            take();
          }
          reader = new Reader();
          attach(reader, position);
          take();
          expect(position).toBe(told);
        },
      ),
    );
  });
});
