import { describe, expect, it } from '@jest/globals';
import { transition, type WatchEvent, type WatchState, type WatchStep } from './watch-state.js';

const changed = (path: string): WatchEvent => ({ name: 'changed', change: { kind: 'changed', path } });
const changesOf = (...paths: readonly string[]): ReadonlyMap<string, 'changed'> =>
  new Map(paths.map((path) => [path, 'changed']));
const run = (state: WatchState, ...events: readonly WatchEvent[]): WatchStep =>
  events.reduce<WatchStep>((step, event) => transition(step.state, event), { state, effects: [] });
const idle: WatchState = { name: 'idle' };
const generating: WatchState = { name: 'generating', waiting: new Map() };

describe('transition', () => {
  it('waits anew with each change, and then generates with all of them', () => {
    expect(run(idle, changed('/a'))).toEqual({
      state: { name: 'collecting', changes: changesOf('/a') },
      effects: [{ name: 'wait' }],
    });
    expect(run(idle, changed('/a'), changed('/b')).effects).toEqual([{ name: 'wait' }]);
    expect(run(idle, changed('/a'), changed('/b'), { name: 'settled' })).toEqual({
      state: generating,
      effects: [{ name: 'generate', changes: changesOf('/a', '/b') }],
    });
  });

  it('generates one at a time: what changes meanwhile comes next', () => {
    const meanwhile = run(generating, changed('/a'), changed('/b'));
    expect(meanwhile.effects).toEqual([]);
    expect(run(meanwhile.state, { name: 'generated' })).toEqual({
      state: { name: 'collecting', changes: changesOf('/a', '/b') },
      effects: [{ name: 'wait' }],
    });
  });

  it('rests when nothing changed meanwhile', () => {
    expect(run(generating, { name: 'generated' })).toEqual({ state: idle, effects: [] });
  });

  it('does nothing more once it is closed', () => {
    expect(run(idle, changed('/a'), { name: 'closed' })).toEqual({
      state: { name: 'closed' },
      effects: [{ name: 'stopWaiting' }],
    });
    expect(run(generating, { name: 'closed' }, changed('/a'), { name: 'settled' }, { name: 'generated' })).toEqual({
      state: { name: 'closed' },
      effects: [],
    });
  });

  it('takes no notice of what comes late', () => {
    expect(run(idle, { name: 'settled' })).toEqual({ state: idle, effects: [] });
    expect(run(idle, { name: 'generated' })).toEqual({ state: idle, effects: [] });
    expect(run(generating, { name: 'settled' })).toEqual({ state: generating, effects: [] });
  });
});
