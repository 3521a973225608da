import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { subscribe } from './subscribe.js';
import { SubscriptionIterator } from './subscriptions/subscription-iterator.js';
import { ScriptedClient } from './testing/scripted-client.js';
import { settled } from './testing/scripted-server.js';

describe('subscribe', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  it('begins at once with callbacks, and with the first next without', async () => {
    const iterator = subscribe(client.core, 'a', undefined);
    await settled();
    expect(client.server.sockets).toHaveLength(0);
    subscribe(client.core, 'b', undefined, { onGap: () => undefined });
    const socket = await client.connected();
    expect(socket.read().map(({ method }) => method)).toEqual(['b']);
    if (!(iterator instanceof SubscriptionIterator)) throw new Error('It is no loop.');
    void iterator.next();
    await settled();
    expect(socket.read().map(({ method }) => method)).toEqual(['a']);
    await iterator.return();
  });

  it('ends with its signal: a loop without an error, callbacks without a call', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const log: string[] = [];
    subscribe(client.core, 'b', undefined, { signal, onData: () => undefined, onComplete: () => log.push('complete') });
    const iterator = subscribe(client.core, 'a', undefined, { signal });
    if (!(iterator instanceof SubscriptionIterator)) throw new Error('It is no loop.');
    const next = iterator.next();
    await client.connected();
    controller.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    await settled();
    expect(client.socket.read('rpc.cancel')).toHaveLength(2);
    expect(log).toEqual([]);
  });

  it('does nothing for a signal that has aborted already', async () => {
    const signal = AbortSignal.abort();
    subscribe(client.core, 'b', undefined, { signal, onData: () => undefined });
    const iterator = subscribe(client.core, 'a', undefined, { signal });
    if (!(iterator instanceof SubscriptionIterator)) throw new Error('It is no loop.');
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    await settled();
    expect(client.server.sockets).toHaveLength(0);
  });

  it('ends also when its signal is aborted by whoever watches the connection that it makes', async () => {
    for (const callbacks of [{ onData: () => undefined }, {}]) {
      const controller = new AbortController();
      const stop = client.core.onStateChange(() => controller.abort());
      const subscription = subscribe(client.core, 'a', undefined, { ...callbacks, signal: controller.signal });
      if (subscription instanceof SubscriptionIterator) {
        expect(await subscription.next()).toEqual({ done: true, value: undefined });
      }
      expect(controller.signal.aborted).toBe(true);
      stop();
      const socket = await client.connected();
      expect(socket.read()).toEqual([]);
      socket.drop(1006);
      expect(client.core.state).toEqual({ name: 'idle' });
    }
  });

  it('fails an input that cannot travel, and whatever comes after close', async () => {
    const log: string[] = [];
    const onError = ({ code, message }: { code: string; message: string }): void => void log.push(`${code} ${message}`);
    subscribe(client.core, 'b', 5n, { onError });
    expect(log[0]).toMatch(/^INPUT_UNSENDABLE The subscription "b" has an input that cannot be sent/);
    await client.end();
    subscribe(client.core, 'b', undefined, { onError });
    expect(log[1]).toMatch(/^CLIENT_CLOSED The subscription "b" was not sent: The client is closed./);
    const iterator = subscribe(client.core, 'b', undefined);
    if (!(iterator instanceof SubscriptionIterator)) throw new Error('It is no loop.');
    await expect(iterator.next()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
  });
});
