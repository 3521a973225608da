import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled } from '../testing/scripted-server.js';

describe('Connection', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  it('opens nothing until something needs it, and stays open', async () => {
    await settled();
    expect(client.server.sockets).toHaveLength(0);
    client.call('query', 'a');
    const socket = await client.connected();
    socket.answer(socket.read()[0]?.id, { output: 1 });
    client.clock.advance(60_000);
    expect(client.core.state.name).toBe('connected');
    expect(client.server.sockets).toHaveLength(1);
  });

  it('does not come back while nothing needs it, but at once with the next call', async () => {
    client.call('query', 'a');
    const socket = await client.connected();
    socket.answer(socket.read()[0]?.id, { output: 1 });
    socket.drop(1006);
    expect(client.core.state).toEqual({ name: 'idle' });
    client.call('query', 'b');
    await client.connected();
    expect(client.server.sockets).toHaveLength(2);
  });

  it('says of a server that was never reached where it looked, without what may be secret', async () => {
    client.call('query', 'a');
    await settled();
    client.socket.drop(1006, 'ECONNREFUSED');
    const { state } = client.core;
    expect(state).toMatchObject({ name: 'waiting', attempt: 2, cause: { code: 'SERVER_UNREACHABLE' } });
    expect(state.name === 'waiting' && state.cause.message).toBe(
      'ws://shop.test/rpc opened no WebSocket: ECONNREFUSED; it is unreachable, or no WebSocket server of this dialect.',
    );
  });

  it('gives up an attempt that takes too long, and tries again', async () => {
    client.call('query', 'a');
    await settled();
    client.clock.advance(10_000);
    expect(client.core.state).toMatchObject({ name: 'waiting', cause: { code: 'CONNECT_TIMED_OUT' } });
    expect(client.socket.closedWith).toBe(1005);
    client.clock.advance(125);
    await settled();
    expect(client.server.sockets).toHaveLength(2);
    client.server.sockets[0]?.open();
    expect(client.core.state).toEqual({ name: 'connecting', attempt: 2 });
  });

  it('leaves a silent server after five seconds, without waiting for its close', async () => {
    client.call('query', 'a');
    const socket = await client.connected();
    client.clock.advance(2500);
    await settled();
    expect(socket.read('rpc.ping')).toHaveLength(1);
    client.clock.advance(2500);
    expect(client.core.state).toMatchObject({ name: 'waiting', cause: { code: 'SERVER_SILENT' } });
    client.clock.advance(125);
    const next = await client.connected();
    next.answer(next.read()[0]?.id, { output: 1 });
    await settled();
    expect(client.log).toEqual(['a 1']);
  });

  it('keeps a server whose answer to the ping comes', async () => {
    client.call('query', 'a');
    const socket = await client.connected();
    for (let round = 0; round < 4; round += 1) {
      client.clock.advance(2500);
      await settled();
      const [ping] = socket.read('rpc.ping');
      socket.answer(ping?.id, {});
    }
    expect(client.core.state.name).toBe('connected');
  });

  it('asks for address and credentials anew for each connection', async () => {
    let count = 0;
    client = new ScriptedClient({
      url: () => Promise.resolve(`http://shop.test/${(count += 1)}#part`),
      connectionParams: () => ({ token: `t${count}` }),
    });
    client.subscribe('ticks');
    await client.connected();
    expect(client.socket.url).toBe('ws://shop.test/1');
    client.socket.drop(1006);
    client.clock.advance(1000);
    await settled();
    client.socket.open();
    await settled();
    expect(client.socket.url).toBe('ws://shop.test/2');
    expect(client.socket.read('rpc.hello')[0]?.params).toMatchObject({ connectionParams: { token: 't2' } });
  });

  it('tries once more with new credentials before it tells anybody of a refusal', async () => {
    client = new ScriptedClient({ connectionParams: () => ({ token: 't' }) });
    client.call('mutation', 'orders.add');
    const refuse = async (): Promise<void> => {
      await settled();
      client.socket.open();
      await settled();
      client.socket.fail(client.socket.read('rpc.hello')[0]?.id, 'UNAUTHORIZED');
      client.socket.fail(client.socket.read('orders.add')[0]?.id, 'UNAUTHORIZED', { ran: false });
      client.socket.drop(4300);
      await settled();
    };
    await refuse();
    expect(client.log).toEqual([]);
    expect(client.core.state.name).toBe('waiting');
    client.clock.advance(1000);
    await refuse();
    expect(client.log).toEqual(['orders.add UNAUTHORIZED rejected']);
    expect(client.core.state).toEqual({ name: 'idle' });
  });

  it('tells of a refusal at once when the credentials are always the same', async () => {
    client = new ScriptedClient({ connectionParams: { token: 't' } });
    client.call('query', 'a');
    client.subscribe('ticks');
    await settled();
    client.socket.open();
    await settled();
    client.socket.fail(client.socket.read('rpc.hello')[0]?.id, 'UNAUTHORIZED');
    client.socket.drop(4300);
    await settled();
    expect(client.log).toEqual(['ticks error UNAUTHORIZED', 'a UNAUTHORIZED rejected']);
    expect(client.core.state).toEqual({ name: 'idle' });
  });

  it('sends a mutation anew, unmarked and at once, when the server says that it stopped without running it', async () => {
    client.call('mutation', 'orders.add', 7);
    const socket = await client.connected();
    const [sent] = socket.read();
    socket.drop(4200);
    expect(client.core.state).toMatchObject({ name: 'waiting', retryAt: client.clock.now() + 50 });
    client.clock.advance(50);
    const next = await client.connected();
    expect(next.read()).toEqual([sent]);
    next.answer(sent?.id, { output: 1 });
    await settled();
    expect(client.log).toEqual(['orders.add 1']);
  });

  it('stays away for good when the server says so, and everything fails with the reason', async () => {
    client.subscribe('ticks');
    client.call('mutation', 'orders.add');
    const socket = await client.connected();
    socket.drop(4002, 'You are barred.');
    await settled();
    expect(client.log).toEqual(['ticks error CONNECTION_REFUSED', 'orders.add CONNECTION_LOST connection-lost']);
    expect(client.core.state).toMatchObject({ name: 'closed', cause: { code: 'CONNECTION_REFUSED' } });
    await expect(client.core.connect()).rejects.toThrow('You are barred.');
  });

  it('fails for good on an address that is none', async () => {
    client = new ScriptedClient({ url: 'mailto:shop' });
    client.call('query', 'a');
    await settled();
    expect(client.log).toEqual(['a SETUP_FAILED not-sent']);
    expect(client.core.state.name).toBe('closed');
  });

  it('tries again when the function for the credentials fails', async () => {
    let hasFailed = false;
    client = new ScriptedClient({
      connectionParams: () => {
        if (hasFailed) return null;
        hasFailed = true;
        throw new Error('The key store sleeps.');
      },
    });
    client.call('query', 'a');
    await settled();
    const { state } = client.core;
    expect(state.name === 'waiting' && state.cause.message).toContain('The key store sleeps.');
    client.clock.advance(1000);
    expect((await client.connected()).read().map(({ method }) => method)).toEqual(['a']);
  });

  it('closes a connection that nothing has needed for the time allowed', async () => {
    client = new ScriptedClient({ idleCloseMs: 3000 });
    client.call('query', 'a');
    const socket = await client.connected();
    client.clock.advance(2000);
    socket.answer(socket.read()[0]?.id, { output: 1 });
    client.clock.advance(2999);
    expect(client.core.state.name).toBe('connected');
    client.clock.advance(1);
    expect(client.core.state).toEqual({ name: 'idle' });
    expect(socket.closedWith).toBe(1000);
  });

  it('connects at once and always comes back when it is not lazy', async () => {
    client = new ScriptedClient({ lazy: false });
    await client.connected();
    client.socket.drop(1006);
    expect(client.core.state.name).toBe('waiting');
    client.clock.advance(1000);
    await client.connected();
    expect(client.core.state.name).toBe('connected');
  });

  it('resolves connect() when connected and rejects when the attempt fails', async () => {
    const first = client.core.connect();
    await settled();
    client.socket.drop(1006);
    await expect(first).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
    const second = client.core.connect();
    await client.connected();
    await second;
    await client.core.connect();
    expect(client.core.state.name).toBe('connected');
  });

  it('does not wait for its next attempt when connect() is called', async () => {
    client.subscribe('ticks');
    await settled();
    client.socket.drop(1006);
    const connected = client.core.connect();
    expect(client.core.state).toEqual({ name: 'connecting', attempt: 2 });
    await client.connected();
    await connected;
  });

  it('shows the same state object until the state changes', async () => {
    client.subscribe('ticks');
    await client.connected();
    const { state } = client.core;
    client.clock.advance(2000);
    client.call('query', 'a');
    expect(client.core.state).toBe(state);
    client.socket.drop(1006);
    expect(client.core.state).not.toBe(state);
  });

  it('tells every listener of each state once, whatever a listener throws', async () => {
    const states: string[] = [];
    client.core.onStateChange(() => {
      throw new Error('No.');
    });
    const stop = client.core.onStateChange(({ name }) => states.push(name));
    client.subscribe('ticks');
    await client.connected();
    client.clock.advance(5001);
    stop();
    client.socket.drop(1006);
    expect(states).toEqual(['connecting', 'connected', 'waiting']);
    expect(client.log).toContain('threw Error: No.');
  });

  it('waits for calls when it is closed, no longer than it is told', async () => {
    client.call('query', 'a');
    client.call('query', 'b');
    const socket = await client.connected();
    const [a] = socket.read();
    const closed = client.core.close({ timeoutMs: 3000 });
    socket.answer(a?.id, { output: 1 });
    client.clock.advance(2999);
    await settled();
    expect(client.log).toEqual(['a 1']);
    client.clock.advance(1);
    await settled();
    expect(client.log).toEqual(['a 1', 'b CONNECTION_LOST connection-lost']);
    expect(socket.closedWith).toBe(1000);
    socket.drop(1000);
    await closed;
    expect(client.core.state).toEqual({ name: 'closed' });
  });

  it('fails what waits at once when it is closed without a connection', async () => {
    client.call('query', 'a');
    await settled();
    client.socket.drop(1006);
    await client.core.close();
    expect(client.log).toEqual(['a CLIENT_CLOSED not-sent']);
  });
});
