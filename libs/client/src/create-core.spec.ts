import { describe, expect, it, jest } from '@jest/globals';
import { createCore } from './create-core.js';
import { ScriptedClient } from './testing/scripted-client.js';
import { ScriptedServer, settled } from './testing/scripted-server.js';

describe('createCore', () => {
  it("writes with the input's half of a transformer and reads with the output's", async () => {
    const client = new ScriptedClient({
      transformer: {
        input: { serialize: (value) => ({ in: value }) },
        output: { deserialize: (wire) => ({ out: wire }) },
      },
    });
    client.call('query', 'a', 1);
    const socket = await client.connected();
    const [call] = socket.read();
    expect(call?.params).toEqual({ input: { in: 1 } });
    socket.answer(call?.id, { output: 2 });
    await settled();
    expect(client.log).toEqual(['a {"out":2}']);
    expect(await client.end()).toBe(0);
  });

  it('asks for transformed payloads only with a transformer, and says who it is', async () => {
    const transformer = { serialize: (value: unknown) => value, deserialize: (wire: unknown) => wire };
    const client = new ScriptedClient({ transformer, identity: { name: 'shop', version: '3' } });
    client.call('query', 'a');
    await settled();
    client.socket.open();
    await settled();
    expect(client.socket.read('rpc.hello')[0]?.params).toMatchObject({
      payload: 'transformed',
      client: { name: 'shop', version: '3' },
    });
    expect(await client.end()).toBe(0);
  });

  it('tells of the first callback that throws on the console, and not of the next', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = new ScriptedServer();
    const core = createCore({
      url: 'ws://shop.test',
      WebSocket: server.WebSocket,
      onStateChange: () => {
        throw new Error('No.');
      },
    });
    void core.connect();
    await settled();
    server.socket.open();
    await settled();
    server.socket.welcome();
    expect(core.state.name).toBe('connected');
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    const closed = core.close();
    await settled();
    server.socket.drop(1000);
    await closed;
  });
});
