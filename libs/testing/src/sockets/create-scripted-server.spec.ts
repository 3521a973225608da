import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectScriptedClient } from './connect-scripted-client.js';
import { createScriptedServer, type ScriptedServer } from './create-scripted-server.js';

describe('createScriptedServer', () => {
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await createScriptedServer();
  });

  afterEach(() => server.close());

  it('gives the test both ends of a native conversation', async () => {
    const client = await connectScriptedClient(server.url);
    const id = client.request('rpc.hello', { features: [] });
    const peer = await server.welcomePeer();
    expect(await client.hearWith({ id })).toMatchObject({ result: { server: { name: 'scripted' } } });
    expect(peer.subprotocol).toBe('trunkline.v1');
    client.request('orders.byId', { input: 7 });
    const request = await peer.hearRequest('orders.byId');
    peer.notify('rpc.next', { subscription: 1 });
    peer.fail(request['id'], { code: -32004, message: 'No.', data: { code: 'NOT_FOUND' } });
    expect(await client.hearWith({ id: request['id'] })).toMatchObject({ error: { code: -32004 } });
    expect(client.untaken).toEqual([{ jsonrpc: '2.0', method: 'rpc.next', params: { subscription: 1 } }]);
  });

  it('speaks the stock dialect and plain text as well, and keeps who came before it was asked for', async () => {
    const client = await connectScriptedClient(server.url, { subprotocols: [] });
    client.say('PING', { id: 1, method: 'query' });
    const peer = await server.nextPeer();
    expect([await peer.hear(), await peer.hear(), peer.subprotocol]).toEqual(['PING', { id: 1, method: 'query' }, '']);
  });

  it('says how it ended, and what nobody had taken', async () => {
    const client = await connectScriptedClient(server.url);
    const peer = await server.nextPeer();
    peer.say('left over');
    const waiting = client.hearRequest('never');
    void peer.close(4200, 'drained');
    await expect(waiting).rejects.toThrow('The connection ended with 4200 (drained); untaken: ["left over"]');
    await expect(client.closed).resolves.toEqual({ code: 4200, reason: 'drained' });
    await expect(client.hear()).resolves.toBe('left over');
    await expect(client.hear()).rejects.toThrow('4200');
  });
});
