import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientOptions } from './client-options.js';
import { stock } from './dialect/stock.js';
import { ScriptedClient } from './testing/scripted-client.js';
import { settled } from './testing/scripted-server.js';

describe('the credentials of a client', () => {
  let client: ScriptedClient;
  let askedCount: number;

  beforeEach(() => {
    askedCount = 0;
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  function open(options: Partial<ClientOptions> = {}) {
    const connectionParams = (): { token: string } => ({ token: `t${(askedCount += 1)}` });
    client = new ScriptedClient({ keepAlive: false, connectionParams, lazy: false, ...options });
    return client.connected();
  }

  it('are renewed on the live socket before they end', async () => {
    const socket = await open();
    socket.say({ jsonrpc: '2.0', method: 'rpc.expiring', params: { inMs: 1000 } });
    client.clock.advance(650);
    await settled();
    const [auth] = socket.read('rpc.auth');
    expect(auth?.params).toEqual({ connectionParams: { token: 't2' } });
    socket.answer(auth?.id, { expiresInMs: 2000 });
    await settled();
    client.clock.advance(1300);
    await settled();
    expect(socket.read('rpc.auth')[0]?.params).toEqual({ connectionParams: { token: 't3' } });
  });

  it('show in the state when the server refuses the new ones, until it takes others', async () => {
    const socket = await open();
    socket.say({ jsonrpc: '2.0', method: 'rpc.expiring', params: { inMs: 1000 } });
    client.clock.advance(650);
    await settled();
    socket.fail(socket.read('rpc.auth')[0]?.id, 'FORBIDDEN');
    await settled();
    expect(client.core.state).toMatchObject({ name: 'connected', refusal: { code: 'FORBIDDEN' } });
    const taken = client.core.authenticate();
    await settled();
    socket.answer(socket.read('rpc.auth')[0]?.id, {});
    await taken;
    expect(client.core.state).not.toHaveProperty('refusal');
  });

  it('are left alone where nobody can be asked for others', async () => {
    const socket = await open({ connectionParams: { token: 't' } });
    socket.say({ jsonrpc: '2.0', method: 'rpc.expiring', params: { inMs: 1000 } });
    client.clock.advance(1000);
    await settled();
    expect(socket.read('rpc.auth')).toEqual([]);
  });

  it('are brought when asked to, reject with the no of the server, and stand for later connections', async () => {
    const socket = await open({ connectionParams: { token: 't' } });
    const refused = client.core.authenticate({ token: 'mine' });
    await settled();
    socket.fail(socket.read('rpc.auth')[0]?.id, 'UNAUTHORIZED');
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHORIZED', outcome: 'rejected' });
    socket.drop(1006);
    client.clock.advance(15_000);
    await settled();
    client.socket.open();
    await settled();
    expect(client.socket.read('rpc.hello')[0]?.params).toMatchObject({ connectionParams: { token: 'mine' } });
  });

  it('need nobody to wait for a connection that is lost meanwhile: the next one brings them', async () => {
    const socket = await open();
    const renewed = client.core.authenticate();
    await settled();
    socket.drop(1006);
    await expect(renewed).resolves.toBeUndefined();
  });

  it('are brought by another connection under stock()', async () => {
    client = new ScriptedClient({ dialect: stock(), connectionParams: () => ({ token: 't' }), lazy: false });
    await settled();
    client.socket.open();
    await settled();
    await client.core.authenticate();
    client.clock.advance(100);
    await settled();
    expect(client.server.sockets).toHaveLength(2);
  });

  describe('that a call failed for', () => {
    it('are renewed once for all calls, and queries are sent once more', async () => {
      const socket = await open();
      client.call('query', 'a');
      client.call('query', 'b');
      await settled();
      for (const path of ['a', 'b']) socket.fail(socket.read(path)[0]?.id, 'UNAUTHORIZED');
      await settled();
      const auths = socket.read('rpc.auth');
      expect(auths).toHaveLength(1);
      socket.answer(auths[0]?.id, {});
      await settled();
      socket.answer(socket.read('a')[0]?.id, { output: 1 });
      socket.fail(socket.read('b')[0]?.id, 'UNAUTHORIZED');
      await settled();
      expect(client.log).toEqual(['a 1', 'b UNAUTHORIZED rejected']);
    });

    it('are renewed for a subscription that is refused too, once until it is served', async () => {
      const socket = await open();
      client.subscribe('ticks');
      client.subscribe('secrets');
      await settled();
      for (const path of ['ticks', 'secrets']) socket.fail(socket.read(path)[0]?.id, 'UNAUTHORIZED');
      await settled();
      const auths = socket.read('rpc.auth');
      expect(auths).toHaveLength(1);
      socket.answer(auths[0]?.id, {});
      await settled();
      socket.answer(socket.read('ticks')[0]?.id, { subscription: 1, cursor: 'r.0', resumed: 'fresh' });
      socket.next(1, 'r.1', 1);
      socket.fail(socket.read('secrets')[0]?.id, 'UNAUTHORIZED');
      await settled();
      expect(client.log).toEqual(['ticks started fresh', 'ticks data 1', 'secrets error UNAUTHORIZED']);
      expect(socket.read('rpc.auth')).toEqual([]);
    });

    it('end a subscription with the first no where there are no others', async () => {
      const socket = await open();
      client.subscribe('secrets');
      await settled();
      socket.fail(socket.read('secrets')[0]?.id, 'UNAUTHORIZED');
      await settled();
      socket.fail(socket.read('rpc.auth')[0]?.id, 'FORBIDDEN');
      await settled();
      expect(client.log).toEqual(['secrets error UNAUTHORIZED']);
    });

    it('help a mutation only where the server says that it did not run', async () => {
      const socket = await open();
      client.call('mutation', 'a');
      client.call('mutation', 'b');
      await settled();
      socket.fail(socket.read('a')[0]?.id, 'UNAUTHORIZED');
      socket.fail(socket.read('b')[0]?.id, 'UNAUTHORIZED', { ran: false });
      await settled();
      socket.fail(socket.read('rpc.auth')[0]?.id, 'UNAUTHORIZED');
      await settled();
      expect(client.log).toEqual(['a UNAUTHORIZED rejected', 'b UNAUTHORIZED rejected']);
    });

    it.each([{ retryAfterRefresh: false }, { connectionParams: { token: 't' } }])(
      'are not renewed with %j',
      async (options) => {
        const socket = await open(options);
        client.call('query', 'a');
        await settled();
        socket.fail(socket.read('a')[0]?.id, 'UNAUTHORIZED');
        await settled();
        expect(client.log).toEqual(['a UNAUTHORIZED rejected']);
        expect(socket.read('rpc.auth')).toEqual([]);
      },
    );
  });
});
