import { describe, expect, it } from '@jest/globals';
import { Definitions } from './definitions.js';

describe('Definitions', () => {
  it('keeps the last definition under a key until it is deleted', () => {
    const definitions = new Definitions();
    definitions.set({ key: 'k', wish: 'Order', node: { kind: 'unknown' } });
    definitions.set({ key: 'k', wish: 'Order', node: { kind: 'string' } });
    expect(definitions.get('k')?.node).toEqual({ kind: 'string' });
    expect(definitions.all()).toHaveLength(1);
    definitions.delete('k');
    expect([definitions.has('k'), definitions.get('k')]).toEqual([false, undefined]);
  });
});
