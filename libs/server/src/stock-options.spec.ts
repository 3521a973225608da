import { describe, expect, it } from '@jest/globals';
import { resolveOptions } from './options.js';
import { refuseStockOptions } from './stock-options.js';

describe('refuseStockOptions', () => {
  it.each([
    ['wss', 'attach'],
    ['prefix', 'path'],
    ['keepAlive', 'heartbeatMs'],
    ['dangerouslyDisablePong', 'none'],
    ['maxBatchSize', 'limits'],
    ['allowBatching', 'limits'],
    ['experimental_encoder', 'transformer'],
  ])('names what replaces %s', (name, advice) => {
    const message = new RegExp(`^The option ${name} of applyWSSHandler is not one of createServer: .*${advice}`);
    expect(() => refuseStockOptions({ [name]: {} })).toThrow(message);
    expect(() => resolveOptions({ [name]: {} })).toThrow(TypeError);
  });

  it('has nothing against options of ours, nor against one that is undefined', () => {
    expect(() => refuseStockOptions({ heartbeatMs: 0, keepAlive: undefined })).not.toThrow();
  });
});
