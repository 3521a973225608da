import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { chooseDialect, readUpgrade, selectSubprotocol } from './read-upgrade.js';

describe('readUpgrade', () => {
  it('reads address, params and subprotocols', () => {
    const headers = { host: 'example.com:81', 'sec-websocket-protocol': 'trunkline.v1, other ,third' };
    const upgrade = readUpgrade(createRequest(headers, '/rpc?connectionParams=1'));
    expect(upgrade?.url.href).toBe('http://example.com:81/rpc?connectionParams=1');
    expect(upgrade?.hasConnectionParams).toBe(true);
    expect(upgrade?.subprotocols).toEqual(['trunkline.v1', 'other', 'third']);
  });

  it('does without a Host and without subprotocols', () => {
    const upgrade = readUpgrade(createRequest({}, '/rpc'));
    expect(upgrade?.url.pathname).toBe('/rpc');
    expect(upgrade?.subprotocols).toEqual([]);
  });

  it.each(['', '?connectionParams=0', '?connectionParams=true', '?connectionParams', '?CONNECTIONPARAMS=1'])(
    'expects no connection params of %p',
    (query) => {
      expect(readUpgrade(createRequest({}, `/${query}`))?.hasConnectionParams).toBe(false);
    },
  );

  it.each([
    ['//', {}],
    ['//evil.example/rpc', {}],
    ['http://evil.example/rpc', {}],
    ['*', {}],
    ['', {}],
    ['/rpc', { host: '' }],
    ['/rpc', { host: 'a b' }],
    ['/rpc', { host: '[' }],
    ['/rpc', { host: 'localhost:99999' }],
    ['/rpc', { host: '%' }],
    ['/other', { host: 'localhost/rpc?' }],
    ['/other', { host: 'localhost\\rpc#' }],
    ['/rpc', { host: 'somebody@localhost' }],
  ])('makes nothing of the target %p with the headers %p', (target, headers) => {
    expect(readUpgrade(createRequest(headers, target))).toBeUndefined();
  });

  it('never throws, and lets neither a target name a host nor a Host name a path', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((rest) => `/${rest}`),
    );
    const host = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.domain(),
      fc.ipV6().map((address) => `[${address}]`),
    );
    fc.assert(
      fc.property(nasty, host, fc.string(), (target, host, offered) => {
        const upgrade = readUpgrade(createRequest({ host, 'sec-websocket-protocol': offered }, target));
        const local = readUpgrade(createRequest({ host: 'localhost' }, target));
        if (local !== undefined) expect(local.url.host).toBe('localhost');
        if (upgrade !== undefined) expect(upgrade.url.pathname).toBe(local?.url.pathname);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1000) },
    );
  });
});

describe('chooseDialect', () => {
  it.each([
    [[], 'stock'],
    [['graphql-ws'], 'stock'],
    [['trunkline.v1'], 'native'],
    [['trunkline.v2', 'trunkline.v1'], 'native'],
    [['trunkline.v2'], undefined],
    [['other', 'trunkline.v2'], undefined],
    [['trunkline'], 'stock'],
    [['TRUNKLINE.V1'], 'stock'],
  ])('takes who offers %p for %p', (offered, dialect) => {
    expect(chooseDialect(offered)).toBe(dialect);
  });
});

describe('selectSubprotocol', () => {
  it.each([
    [[], undefined],
    [['other', 'trunkline.v1'], 'trunkline.v1'],
    [['other', 'third'], 'other'],
    [['trunkline.v2'], 'trunkline.v2'],
  ])('of %p selects %p', (offered, selected) => {
    expect(selectSubprotocol(offered)).toBe(selected);
  });
});
