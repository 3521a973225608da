import { describe, expect, it } from '@jest/globals';
import { settled } from '../testing/scripted-server.js';
import { TargetSource } from './connection-target.js';

describe('TargetSource', () => {
  it('takes what is given as it is, and asks what is a function', async () => {
    expect(await new TargetSource({ url: 'ws://a', connectionParams: null }).resolve()).toEqual({
      address: 'ws://a',
      params: null,
    });
    const source = new TargetSource({ url: () => Promise.resolve('ws://b'), connectionParams: () => ({ t: '1' }) });
    expect(await source.resolve()).toEqual({ address: 'ws://b', params: { t: '1' } });
  });

  it('rejects with what a function throws', async () => {
    const url = (): string => {
      throw new Error('No.');
    };
    await expect(new TargetSource({ url, connectionParams: null }).resolve()).rejects.toThrow('No.');
  });

  it('takes credentials that were given for those of the settings, unless these are asked for each time', async () => {
    const source = new TargetSource({ url: 'ws://a', connectionParams: { t: '1' } });
    source.given = { t: '2' };
    expect((await source.resolve()).params).toEqual({ t: '2' });
    const asking = new TargetSource({ url: 'ws://a', connectionParams: () => ({ t: '1' }) });
    asking.given = { t: '2' };
    expect((await asking.resolve()).params).toEqual({ t: '1' });
  });

  it('tells no answer that was forgotten', async () => {
    const log: unknown[] = [];
    const source = new TargetSource({ url: () => Promise.resolve('ws://a'), connectionParams: null });
    const ask = (): void => source.ask(log.push.bind(log), log.push.bind(log));
    ask();
    source.forget();
    await settled();
    expect(log).toEqual([]);
    ask();
    ask();
    await settled();
    expect(log).toEqual([{ address: 'ws://a', params: null }]);
  });
});
