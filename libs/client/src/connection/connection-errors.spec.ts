import { describe, expect, it } from '@jest/globals';
import {
  askedElsewhere,
  broken,
  closedByServer,
  neverOpened,
  noAddress,
  pageHidden,
  setupThrew,
  tooSilent,
  tooSlow,
} from './connection-errors.js';

describe('the errors of connections', () => {
  const address = 'ws://shop.test/rpc?token=secret';

  it.each([
    [
      neverOpened(address, 'refused', false),
      'SERVER_UNREACHABLE',
      'ws://shop.test/rpc opened no WebSocket: refused; it is unreachable',
    ],
    [neverOpened(address, '', true), 'SERVER_UNREACHABLE', 'ws://shop.test/rpc opened no WebSocket.'],
    [closedByServer(address, 1012, '', 'back-off'), 'CONNECTION_CLOSED', 'had its connection closed with code 1012.'],
    [closedByServer(address, 4002, 'Barred', 'stay-away'), 'CONNECTION_REFUSED', 'with code 4002: Barred.'],
    [tooSlow(address, 10), 'CONNECT_TIMED_OUT', 'within 10 ms (option connectTimeoutMs).'],
    [tooSilent(address, 5000), 'SERVER_SILENT', 'for 5000 ms (option keepAlive).'],
    [
      broken(address, 'NOT_TRUNKLINE', 'It sent PING.'),
      'NOT_TRUNKLINE',
      "is no Trunkline server; for tRPC's own use dialect: stock(). It sent PING.",
    ],
    [noAddress('mailto:x', new TypeError('no')), 'SETUP_FAILED', 'mailto:x is no address of a WebSocket'],
    [setupThrew(new Error('asleep')), 'SETUP_FAILED', 'asleep'],
    [askedElsewhere(address), 'CONNECTION_CLOSED', 'asked its clients to connect anew'],
    [pageHidden(address), 'CONNECTION_CLOSED', 'the page was put aside.'],
  ])('%s has its code and says what happened, without secrets', (error, code, sentence) => {
    expect(error.code).toBe(code);
    expect(error.message).toContain(sentence);
    expect(error.message).not.toContain('secret');
  });
});
