import { describe, expect, it } from '@jest/globals';
import type { ConnectionState } from './connect.js';
import { describeConnection, inWords } from './describe-connection.js';

const now = 100_000;
const cause = new Error('The socket broke.');
const waiting: ConnectionState = { name: 'waiting', attempt: 1, retryAt: now + 2_100, cause };

function label(state: ConnectionState, changed: { isBrowserOnline?: boolean; hasBeenConnected?: boolean } = {}) {
  return describeConnection(state, { now, isBrowserOnline: true, hasBeenConnected: true, ...changed }).label;
}

describe('describeConnection', () => {
  it('says Live while connected', () => {
    expect(label({ name: 'connected', since: now - 5_000 })).toBe('Live');
  });

  it('says Connecting only before there was anything to lose', () => {
    expect(label({ name: 'idle' }, { hasBeenConnected: false })).toBe('Connecting…');
    expect(label({ name: 'connecting', attempt: 1 }, { hasBeenConnected: false })).toBe('Connecting…');
    expect(label({ name: 'connecting', attempt: 1 })).toBe('Connection lost. Trying again now…');
    expect(label({ name: 'connecting', attempt: 2 }, { hasBeenConnected: false })).toBe('No answer. Trying again now…');
  });

  it('counts the seconds to the next try, rounded up', () => {
    expect(label(waiting)).toBe('Connection lost. Trying again in 3 s');
    expect(label({ ...waiting, retryAt: now - 50 })).toBe('Connection lost. Trying again in 1 s');
    expect(label(waiting, { hasBeenConnected: false })).toBe('No answer. Trying again in 3 s');
  });

  it('says Offline when the device has no network, and when the connection was ended', () => {
    expect(label(waiting, { isBrowserOnline: false })).toBe('Offline');
    expect(label({ name: 'closed', cause })).toBe('Offline');
    const about = { now, isBrowserOnline: true, hasBeenConnected: true };
    expect(describeConnection({ name: 'closed', cause }, about).detail).toContain('The socket broke.');
  });
});

describe('inWords', () => {
  it.each([
    [400, '0 s'],
    [59_000, '59 s'],
    [61_000, '1 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
    [200_000_000, '2 d'],
  ])('says %p ms as %p', (durationMs, words) => expect(inWords(durationMs)).toBe(words));
});
