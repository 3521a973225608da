import { describe, expect, it } from '@jest/globals';
import { connectScriptedClient } from './connect-scripted-client.js';
import { createScriptedServer } from './create-scripted-server.js';

describe('ScriptedPeer', () => {
  it('stops and goes on reading, and is cut without a handshake', async () => {
    const server = await createScriptedServer();
    const client = await connectScriptedClient(server.url);
    const peer = await server.nextPeer();
    client.pause();
    peer.sayBinary(Buffer.from('"bytes"'));
    peer.answer(3, { output: 1 });
    client.resume();
    expect(await client.hear()).toBe('bytes');
    expect(await client.hear()).toEqual({ jsonrpc: '2.0', id: 3, result: { output: 1 } });
    await peer.cut();
    await expect(client.closed).resolves.toMatchObject({ code: 1006 });
    await server.close();
  });
});
