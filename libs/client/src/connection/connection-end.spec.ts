import { beforeEach, describe, expect, it } from '@jest/globals';
import { trunkline } from '../dialect/trunkline.js';
import { serverError } from '../errors/trunkline-error.js';
import { decideEnd, type SocketClose } from './connection-end.js';
import { Refusals } from './refusals.js';

describe('decideEnd', () => {
  let refusals: Refusals;

  beforeEach(() => {
    refusals = new Refusals();
  });

  const close: SocketClose = {
    address: 'ws://shop.test/rpc?token=1',
    code: 1006,
    detail: '',
    phase: 'ready',
    hasEverOpened: true,
  };
  const settings = { dialect: trunkline(), connectionParams: null };

  it('names the code of a connection that stood, and that nothing is known of its calls', () => {
    expect(decideEnd(close, settings, refusals)).toMatchObject({
      action: 'back-off',
      fate: 'unknown',
      isUnauthorized: false,
      cause: { code: 'CONNECTION_CLOSED', message: 'ws://shop.test/rpc had its connection closed with code 1006.' },
    });
    expect(decideEnd({ ...close, code: 4200 }, settings, refusals)).toMatchObject({
      action: 'return-at-once',
      fate: 'not-run',
    });
  });

  it('says of an attempt that it never opened, and doubts the server only where none ever did', () => {
    const { cause } = decideEnd({ ...close, phase: 'opening', hasEverOpened: false }, settings, refusals);
    expect(cause.message).toContain('no WebSocket server of this dialect');
    expect(decideEnd({ ...close, phase: 'opening' }, settings, refusals).cause.message).not.toContain('dialect');
  });

  it('takes what the server said before the close for the cause, once', () => {
    refusals.add(serverError({ message: 'No.', data: { code: 'UNAUTHORIZED' } }, undefined));
    expect(decideEnd({ ...close, code: 4300 }, settings, refusals)).toMatchObject({
      fate: 'refused',
      isUnauthorized: true,
      cause: { code: 'UNAUTHORIZED' },
    });
    expect(decideEnd(close, settings, refusals).cause.code).toBe('CONNECTION_CLOSED');
  });
});
