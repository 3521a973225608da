import { describe, expect, it } from '@jest/globals';
import { resolveTarget } from './connection-target.js';

describe('resolveTarget', () => {
  it('takes what is given as it is, and asks what is a function', async () => {
    expect(await resolveTarget({ url: 'ws://a', connectionParams: null })).toEqual({ address: 'ws://a', params: null });
    const asked = await resolveTarget({ url: () => Promise.resolve('ws://b'), connectionParams: () => ({ t: '1' }) });
    expect(asked).toEqual({ address: 'ws://b', params: { t: '1' } });
  });

  it('rejects with what a function throws', async () => {
    const url = (): string => {
      throw new Error('No.');
    };
    await expect(resolveTarget({ url, connectionParams: null })).rejects.toThrow('No.');
  });
});
