import { describe, expect, it } from '@jest/globals';
import { applicationKey, fingerprintOf, ownerOf } from './call-identity.js';

describe('ownerOf', () => {
  it('is the principal, else the instance of the client, and never takes one for the other', () => {
    expect(ownerOf('ada', { instance: 'x1' })).toBe('p:ada');
    expect(ownerOf(null, { instance: 'ada' })).toBe('c:ada');
    expect(ownerOf(null, {})).toBe('c:');
    expect(ownerOf('', {})).toBe('p:');
  });
});

describe('fingerprintOf', () => {
  const call = { path: 'orders.add', input: { total: 3, at: [1, null] } };
  const same = fingerprintOf('p:ada', call, 'json');

  it('is the same for the same call', () => {
    expect(fingerprintOf('p:ada', structuredClone(call), 'json')).toBe(same);
    expect(same).toMatch(/^[\w-]{43}$/);
  });

  it('is another for another owner, procedure, input or form', () => {
    const others = [
      fingerprintOf('p:bob', call, 'json'),
      fingerprintOf('p:ada', { ...call, path: 'orders.remove' }, 'json'),
      fingerprintOf('p:ada', { ...call, input: { total: 4 } }, 'json'),
      fingerprintOf('p:ada', { ...call, input: undefined }, 'json'),
      fingerprintOf('p:ada', call, 'transformed'),
    ];
    expect(new Set([same, ...others]).size).toBe(6);
  });
});

describe('applicationKey', () => {
  it('depends on both parts', () => {
    const keys = [applicationKey('k', 'f'), applicationKey('l', 'f'), applicationKey('k', 'g')];
    expect(new Set(keys).size).toBe(3);
  });
});
