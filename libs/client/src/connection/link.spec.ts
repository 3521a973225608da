import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled } from '../testing/scripted-server.js';

describe('a link', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  it('hears nothing of its socket once it is over', async () => {
    client.subscribe('ticks');
    const former = await client.connected();
    former.answer(former.read('ticks')[0]?.id, { subscription: 7, cursor: 'r.0', resumed: 'fresh' });
    former.say(new ArrayBuffer(1));
    await client.reconnected();
    former.next(7, 'r.1', 1);
    former.drop(4000);
    expect(client.core.state.name).toBe('connected');
    expect(client.log).toEqual(['ticks started fresh']);
  });

  it('says goodbye with what it still had to send before it, and does not cut the handshake short', async () => {
    client.call('query', 'a');
    const socket = await client.connected();
    client.call('query', 'b');
    socket.say(new ArrayBuffer(1));
    expect(socket.read('b')).toHaveLength(1);
    expect(socket.closedWith).toBe(3001);
    await settled();
    expect(client.core.state.name).toBe('waiting');
  });
});
