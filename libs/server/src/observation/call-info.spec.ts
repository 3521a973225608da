import { describe, expect, it } from '@jest/globals';
import { type CallInfo, callInfo, nameSignal } from './call-info.js';

const info: CallInfo = {
  connection: { id: 1, dialect: 'native', peerAddress: undefined, client: {} },
  id: 7,
  path: 'orders.byId',
  kind: 'query',
  traceparent: undefined,
};

describe('callInfo', () => {
  it('tells what a signal was made for', () => {
    const { signal } = new AbortController();
    nameSignal(signal, { describe: () => info });
    expect(callInfo(signal)).toBe(info);
  });

  it('knows nothing of other signals', () => {
    const { signal } = new AbortController();
    nameSignal(signal, { describe: () => info });
    expect(callInfo(undefined)).toBeUndefined();
    expect(callInfo(new AbortController().signal)).toBeUndefined();
    expect(callInfo(AbortSignal.any([signal]))).toBeUndefined();
  });
});
