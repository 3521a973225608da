import { describe, expect, it } from '@jest/globals';
import { refuseStockOptions } from './stock-options.js';

describe('refuseStockOptions', () => {
  it.each([
    [{ retryDelayMs: () => 0 }, 'retryDelayMs', 'reconnect'],
    [{ onOpen: () => undefined }, 'onOpen', 'onStateChange'],
    [{ onClose: () => undefined }, 'onClose', 'onStateChange'],
    [{ onError: () => undefined }, 'onError', 'onStateChange'],
    [{ experimental_encoder: {} }, 'experimental_encoder', 'transformer'],
    [{ lazy: { enabled: true } }, 'lazy.enabled', 'lazy is true or false'],
    [{ lazy: { closeMs: 0 } }, 'lazy.closeMs', 'idleCloseMs'],
    [{ keepAlive: { enabled: true } }, 'keepAlive.enabled', 'keepAlive: false'],
    [{ keepAlive: { intervalMs: 1 } }, 'keepAlive.intervalMs', 'silenceMs'],
    [{ keepAlive: { pongTimeoutMs: 1 } }, 'keepAlive.pongTimeoutMs', 'answerMs'],
  ])('names what replaces what %j means in tRPC', (options, name, advice) => {
    const message = new RegExp(`^The option ${name} of createWSClient is not one of trunklineLink: .*${advice}`);
    expect(() => refuseStockOptions(options)).toThrow(message);
    expect(() => refuseStockOptions(options)).toThrow(TypeError);
  });

  it('has nothing against options of ours', () => {
    const options = {
      url: 'ws://a',
      lazy: false,
      idleCloseMs: 0,
      keepAlive: { silenceMs: 1 },
      onStateChange: () => undefined,
    };
    expect(() => refuseStockOptions(options)).not.toThrow();
    expect(() => refuseStockOptions({ keepAlive: false, lazy: true, onOpen: undefined })).not.toThrow();
  });
});
