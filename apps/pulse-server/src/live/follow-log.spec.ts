import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ChangeHub } from './change-hub.js';
import { followLog } from './follow-log.js';

type Entry = { readonly id: number };

class Log {
  readonly entries: Entry[] = [];
  readonly changes = new ChangeHub();
  readonly #controller = new AbortController();
  readonly pagesRead: number[] = [];

  append(count: number): void {
    for (let added = 0; added < count; added++) this.entries.push({ id: this.entries.length + 1 });
    if (count > 0) this.changes.announce('alerts');
  }

  follow(after: number, pageSize = 3): AsyncGenerator<Entry, void, undefined> {
    return followLog({
      changes: this.changes,
      topic: 'alerts',
      readAfter: (id, limit) => {
        const page = this.entries.filter((entry) => entry.id > id).slice(0, limit);
        this.pagesRead.push(page.length);
        return page;
      },
      after,
      signal: this.#controller.signal,
      pageSize,
    });
  }

  stop(): void {
    this.#controller.abort();
  }
}

async function take(entries: AsyncGenerator<Entry>, count: number): Promise<number[]> {
  const ids: number[] = [];
  while (ids.length < count) {
    const next = await entries.next();
    if (next.done) break;
    ids.push(next.value.id);
  }
  return ids;
}

describe('followLog', () => {
  it('yields what is there after the position, then what is appended', async () => {
    const log = new Log();
    log.append(5);
    const entries = log.follow(2);
    expect(await take(entries, 3)).toEqual([3, 4, 5]);
    const later = take(entries, 2);
    log.append(2);
    expect(await later).toEqual([6, 7]);
    log.stop();
  });

  it('yields every entry once and in order, whatever is appended while the consumer is slow', async () => {
    const steps = fc.array(fc.record({ appended: fc.nat(12), taken: fc.nat(12) }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.nat(10), fc.nat(10), steps, async (before, after, script) => {
        const log = new Log();
        log.append(before);
        const start = Math.min(before, after);
        const entries = log.follow(start);
        const ids: number[] = [];
        for (const { appended, taken } of script) {
          log.append(appended);
          const available = log.entries.length - start - ids.length;
          ids.push(...(await take(entries, Math.min(taken, available))));
        }
        ids.push(...(await take(entries, log.entries.length - start - ids.length)));
        expect(ids).toEqual(log.entries.map(({ id }) => id).slice(start));
        log.stop();
      }),
    );
  });

  it('holds one page in memory, not what waits in the log', async () => {
    const log = new Log();
    const entries = log.follow(0, 10);
    const first = take(entries, 1);
    log.append(1);
    await first;
    for (let burst = 0; burst < 100; burst++) log.append(100);
    await take(entries, 25);
    expect(Math.max(...log.pagesRead)).toBe(10);
    log.stop();
  });

  it('ends in the middle of a page when the signal aborts', async () => {
    const log = new Log();
    log.append(3);
    const entries = log.follow(0);
    expect(await take(entries, 1)).toEqual([1]);
    log.stop();
    expect(await entries.next()).toEqual({ done: true, value: undefined });
    expect(log.changes.watchCount).toBe(0);
  });

  it('stops watching when its consumer leaves', async () => {
    const log = new Log();
    log.append(1);
    for await (const entry of log.follow(0)) {
      expect(entry.id).toBe(1);
      break;
    }
    expect(log.changes.watchCount).toBe(0);
  });
});
