import { describe, expect, it } from '@jest/globals';
import { CLOSE_CODES, type CloseAction, type CloseCodeEntry, type CloseName, decideCloseAction } from './close-code.js';

const entries: readonly (readonly [string, CloseCodeEntry])[] = Object.entries(CLOSE_CODES);

describe('CLOSE_CODES', () => {
  it('gives each name a code of its own', () => {
    expect(new Set(entries.map(([, { code }]) => code)).size).toBe(entries.length);
  });

  it.each(entries)('lets a peer send %s by the rules of RFC 6455 and of browsers', (_name, { code, sender }) => {
    const isStandard = code === 1000 || (sender === 'server' && code === 1012);
    const isApplication = code >= (sender === 'server' ? 4000 : 3000) && code <= 4999;
    expect(isStandard || isApplication).toBe(true);
  });
});

describe('decideCloseAction', () => {
  const actions: Readonly<Record<CloseName, CloseAction>> = {
    normal: 'back-off',
    restarting: 'back-off',
    drained: 'return-at-once',
    protocolViolated: 'stay-away',
    versionUnsupported: 'stay-away',
    forbidden: 'stay-away',
    originRefused: 'stay-away',
    contextFailed: 'back-off',
    helloLate: 'back-off',
    tooManyConnections: 'back-off',
    consumerTooSlow: 'back-off',
    tooManyMessages: 'back-off',
    unauthorized: 'renew-credentials',
    credentialsExpired: 'renew-credentials',
    revoked: 'renew-credentials',
    abandoned: 'back-off',
    serverViolated: 'back-off',
    serverForeign: 'back-off',
  };

  it.each(Object.entries(actions))('answers %s with %s', (name, action) => {
    expect(decideCloseAction(CLOSE_CODES[name as CloseName].code)).toBe(action);
  });

  it.each<[from: number, to: number, action: CloseAction]>([
    [4000, 4099, 'stay-away'],
    [4100, 4199, 'back-off'],
    [4200, 4299, 'return-at-once'],
    [4300, 4399, 'renew-credentials'],
    [4400, 4999, 'back-off'],
    [3000, 3999, 'back-off'],
    [1000, 1007, 'back-off'],
    [1008, 1008, 'stay-away'],
    [1009, 1015, 'back-off'],
    [0, 999, 'back-off'],
  ])('answers every code from %d to %d with %s', (from, to, action) => {
    for (let code = from; code <= to; code++) expect([code, decideCloseAction(code)]).toEqual([code, action]);
  });
});
