import { beforeEach, describe, expect, it } from '@jest/globals';
import { HandClock } from '../testing/hand-clock.js';
import { ScriptedSource } from '../testing/scripted-source.js';
import { windowOf } from './fold.js';
import { readWithStatus } from './live-source.js';
import { LiveStore } from './live-store.js';

describe('LiveStore', () => {
  let clock: HandClock;
  let source: ScriptedSource<string, number>;
  let drawnCount: number;

  beforeEach(() => {
    clock = new HandClock();
    source = new ScriptedSource();
    drawnCount = 0;
  });

  function create(timeOf?: (event: number) => number) {
    const store = new LiveStore({
      clock,
      folding: windowOf<number>(10)(),
      timeOf,
      open: () => readWithStatus(source, 'x', {}),
    });
    const leave = store.subscribe(() => {
      drawnCount += 1;
    });
    return { store, leave };
  }

  const live = { type: 'status', status: 'live', resumed: 'fresh' } as const;
  const cut = {
    type: 'status',
    status: 'interrupted',
    cause: Object.assign(new Error('Lost.'), { name: 'Cut' }),
  } as never;

  it('begins with the first listener and ends with the last', async () => {
    const { store, leave } = create();
    const leaveToo = store.subscribe(() => undefined);
    expect(source.open).toEqual(['x']);
    leave();
    expect(source.open).toEqual(['x']);
    leaveToo();
    await clock.draw();
    expect(source.open).toEqual([]);
  });

  it('is the same object until the page is drawn, however many events come', async () => {
    const { store } = create();
    const before = store.read();
    expect(before).toMatchObject({ value: [], status: 'starting', gapCount: 0, lagMs: 0 });
    source.say(live);
    source.event(1, 2, 3);
    expect(store.read()).toBe(before);
    expect(await clock.draw()).toBe(1);
    expect(drawnCount).toBe(1);
    expect(store.read()).toMatchObject({ value: [1, 2, 3], status: 'live' });
    expect(store.read()).toBe(store.read());
  });

  it('keeps its value while it is interrupted, and counts how old it is', async () => {
    const { store } = create();
    source.say(live);
    source.event(1);
    source.say(cut);
    await clock.draw();
    expect(store.read()).toMatchObject({ value: [1], status: 'interrupted', lagMs: 0, error: { message: 'Lost.' } });
    clock.advance(3000);
    source.say(cut);
    await clock.draw();
    expect(store.read().lagMs).toBe(3000);
    source.say(live);
    await clock.draw();
    expect(store.read()).toMatchObject({ status: 'live', lagMs: 0, error: undefined });
    expect(clock.tickers.size).toBe(0);
  });

  it('knows how old an event was when it came', async () => {
    const { store } = create((event) => event);
    source.event(clock.now() - 250);
    await clock.draw();
    expect(store.read().lagMs).toBe(250);
    source.event(clock.now() + 10_000);
    await clock.draw();
    expect(store.read().lagMs).toBe(0);
  });

  it('tells the last gap, and counts them all', async () => {
    const { store } = create();
    source.say(
      { type: 'gap', reason: 'overflow', dropped: 3 },
      { type: 'gap', reason: 'restarted', dropped: undefined },
    );
    await clock.draw();
    expect(store.read()).toMatchObject({ gap: { reason: 'restarted', dropped: undefined }, gapCount: 2 });
  });

  it('ends with its procedure, and fails with it', async () => {
    const ended = create();
    source.end();
    await clock.draw();
    expect(ended.store.read()).toMatchObject({ status: 'ended', error: undefined });
    const failed = create();
    source.end(new Error('No.'));
    await clock.draw();
    expect(failed.store.read()).toMatchObject({ status: 'failed', error: { message: 'No.' } });
  });

  it('begins anew when it is told to, and keeps its value meanwhile', async () => {
    const { store } = create();
    source.event(1);
    source.end(new Error('No.'));
    await clock.draw();
    store.read().restart();
    await clock.draw();
    expect(store.read()).toMatchObject({ value: [1], status: 'starting', error: undefined });
    expect(source.open).toEqual(['x']);
    source.event(2);
    await clock.draw();
    expect(store.read().value).toEqual([1, 2]);
  });

  it('stays ended where nobody listens, whoever tells it to begin', async () => {
    const { store, leave } = create();
    leave();
    store.read().restart();
    await clock.draw();
    expect(source.open).toEqual([]);
  });

  it('hears nothing more of a subscription that it has left', async () => {
    const { store, leave } = create();
    source.event(1);
    leave();
    await clock.draw();
    expect(store.read().value).toEqual([]);
    expect(store.read().status).toBe('starting');
    expect(drawnCount).toBe(0);
  });
});
