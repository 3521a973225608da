import { describe, expect, it } from '@jest/globals';
import type { ConnectionPhase } from './connection-machine.js';
import { looksAlike, stateOf } from './connection-state.js';

const cause = new Error('lost');

describe('stateOf', () => {
  it.each<[ConnectionPhase, object]>([
    [{ name: 'idle' }, { name: 'idle' }],
    [
      { name: 'resolving', attempt: 2 },
      { name: 'connecting', attempt: 2 },
    ],
    [
      { name: 'opening', attempt: 2 },
      { name: 'connecting', attempt: 2 },
    ],
    [
      { name: 'greeting', attempt: 2 },
      { name: 'connecting', attempt: 2 },
    ],
    [
      { name: 'ready', attempt: 0, since: 5 },
      { name: 'connected', since: 5 },
    ],
    [
      { name: 'waiting', attempt: 3, retryAt: 9, cause },
      { name: 'waiting', attempt: 3, retryAt: 9, cause },
    ],
    [{ name: 'closing' }, { name: 'closed' }],
    [{ name: 'closed' }, { name: 'closed' }],
    [
      { name: 'closed', cause },
      { name: 'closed', cause },
    ],
  ])('shows %j', (phase, state) => {
    expect(stateOf(phase)).toStrictEqual(state);
  });
});

describe('looksAlike', () => {
  it('sees no news in the steps of one attempt, and news in the next one', () => {
    expect(looksAlike({ name: 'resolving', attempt: 1 }, { name: 'greeting', attempt: 1 })).toBe(true);
    expect(looksAlike({ name: 'resolving', attempt: 1 }, { name: 'resolving', attempt: 2 })).toBe(false);
    expect(looksAlike({ name: 'closing' }, { name: 'closed' })).toBe(true);
    expect(looksAlike({ name: 'idle' }, { name: 'closing' })).toBe(false);
  });
});
