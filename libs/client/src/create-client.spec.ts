import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import superjson from 'superjson';
import { coreOf, createClient } from './create-client.js';
import type { TrunklineClient } from './proxy/typed-client.js';
import { ScriptedServer, settled } from './testing/scripted-server.js';
import type { Shop } from './testing/shop.js';

describe('createClient', () => {
  let server: ScriptedServer;
  let client: TrunklineClient<Shop>;

  beforeEach(() => {
    server = new ScriptedServer();
    client = createClient<Shop>({ url: 'ws://shop.test', transformer: superjson, WebSocket: server.WebSocket });
  });

  afterEach(async () => {
    const closed = client.close({ timeoutMs: 0 });
    await settled();
    server.sockets.at(-1)?.drop(1000);
    await closed;
  });

  it('calls procedures by path, and its own methods at the top', async () => {
    const states: string[] = [];
    const stop = client.onStateChange(({ name }) => states.push(name));
    const answer = client.close.now.query();
    await settled();
    server.socket.open();
    await settled();
    server.socket.welcome();
    const [call] = server.socket.read();
    expect(call?.method).toBe('close.now');
    server.socket.answer(call?.id, { output: superjson.serialize('yes') });
    expect(await answer).toBe('yes');
    await client.connect();
    expect(client.state()).toMatchObject({ name: 'connected' });
    stop();
    expect(states).toEqual(['connecting', 'connected']);
  });

  it('says what can be called when something else is', () => {
    const wrong: unknown = client;
    const untyped = wrong as {
      orders: { byId: { fetch(): void } };
      reconnect(): void;
      onStateChange(on: string): void;
    };
    expect(() => untyped.orders.byId.fetch()).toThrow('"orders.byId" has no method .fetch()');
    expect(() => untyped.reconnect()).toThrow('A client has no method .reconnect()');
    expect(() => untyped.onStateChange('x')).toThrow('onStateChange() takes a function.');
  });

  it('is known by what stands on the same connection, and nothing else is', () => {
    expect(coreOf(client).state).toEqual({ name: 'idle' });
    expect(() => coreOf({})).toThrow('not what createClient() returned');
  });

  it('refuses credentials that are no strings', () => {
    const authenticate: unknown = Reflect.get(client, 'authenticate');
    for (const params of ['token', { token: 1 }]) {
      expect(() => Reflect.apply(authenticate as () => void, undefined, [params])).toThrow(
        /an object of strings, or null/,
      );
    }
  });
});
