import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectScriptedClient } from './connect-scripted-client.js';
import { createScriptedServer, type ScriptedServer } from './create-scripted-server.js';
import { createMessageProxy, type MessageProxy } from './message-proxy.js';

describe('createMessageProxy', () => {
  let server: ScriptedServer;
  let proxy: MessageProxy;

  beforeEach(async () => {
    server = await createScriptedServer();
    proxy = await createMessageProxy({
      target: server.url,
      toServer: (text) => [text, text],
      toClient: (text) => (text === 'secret' ? [] : [text.toUpperCase()]),
    });
  });

  afterEach(async () => {
    await proxy.close();
    await server.close();
  });

  it('puts other messages in the place of each, in both directions', async () => {
    const client = await connectScriptedClient(proxy.url);
    client.say('twice');
    const peer = await server.nextPeer();
    expect([await peer.hear(), await peer.hear(), peer.subprotocol]).toEqual(['twice', 'twice', 'trunkline.v1']);
    peer.say('secret', 'known');
    expect(await client.hear()).toBe('KNOWN');
  });

  it('hands on closes, and cuts both ends', async () => {
    const one = await connectScriptedClient(proxy.url);
    const onePeer = await server.nextPeer();
    await onePeer.close(4200, 'drained');
    await expect(one.closed).resolves.toEqual({ code: 4200, reason: 'drained' });
    const other = await connectScriptedClient(proxy.url);
    const otherPeer = await server.nextPeer();
    proxy.cut();
    await expect(Promise.all([other.closed, otherPeer.closed])).resolves.toMatchObject([
      { code: 1006 },
      { code: 1006 },
    ]);
  });
});
