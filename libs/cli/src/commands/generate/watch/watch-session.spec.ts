import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import type { SourceChanges } from './source-changes.js';
import { QUIET_MS, WatchSession } from './watch-session.js';

let clock: FakeClock;
let session: WatchSession;
let generations: { readonly changes: SourceChanges; readonly finish: () => void }[];

const tell = (path: string): void => session.tell({ kind: 'changed', path });
const pathsOf = (index: number): readonly string[] => [...(generations[index]?.changes.keys() ?? [])];

beforeEach(() => {
  clock = new FakeClock();
  generations = [];
  session = new WatchSession({
    clock,
    generate: (changes) =>
      new Promise((finish) => {
        generations.push({ changes, finish });
      }),
  });
});

describe('WatchSession', () => {
  it('generates once for files that are saved together', () => {
    tell('/a');
    clock.advance(QUIET_MS - 1);
    tell('/b');
    clock.advance(QUIET_MS - 1);
    expect(generations).toEqual([]);
    clock.advance(1);
    expect(generations).toHaveLength(1);
    expect(pathsOf(0)).toEqual(['/a', '/b']);
  });

  it('generates again, after the first is done, for what changed meanwhile', async () => {
    tell('/a');
    clock.advance(QUIET_MS);
    tell('/b');
    clock.advance(QUIET_MS * 10);
    expect(generations).toHaveLength(1);
    generations[0]?.finish();
    // The session hears of the end before this goes on.
    await Promise.resolve().then(() => Promise.resolve());
    clock.advance(QUIET_MS);
    expect(pathsOf(1)).toEqual(['/b']);
  });

  it('leaves no timer behind when it is closed', async () => {
    tell('/a');
    await session.close();
    expect(clock.pendingCount).toBe(0);
    tell('/b');
    expect(clock.pendingCount).toBe(0);
  });

  it('is closed when what ran has ended', async () => {
    tell('/a');
    clock.advance(QUIET_MS);
    const order: string[] = [];
    const closed = session.close().then(() => order.push('closed'));
    await Promise.resolve();
    order.push('finished');
    generations[0]?.finish();
    await closed;
    expect(order).toEqual(['finished', 'closed']);
  });
});
