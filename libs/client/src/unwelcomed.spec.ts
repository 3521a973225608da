import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from './testing/scripted-client.js';
import { settled } from './testing/scripted-server.js';

describe('a client that no server welcomes', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  it.each([4100, 4101, 4102, 4200, 1006])(
    'lets no call wait longer for a server that opens and then closes with %i',
    async (code) => {
      client = new ScriptedClient({ maxQueuedMs: 300, reconnect: { firstDelayMs: 40 } });
      client.call('query', 'a');
      client.call('mutation', 'b');
      for (let waitedMs = 0; waitedMs < 300; waitedMs += 10) {
        await settled();
        if (client.socket.readyState === 0) {
          client.socket.open();
          await settled();
          client.socket.drop(code, 'Not now.');
        }
        client.clock.advance(10);
      }
      await settled();
      const outcome = code === 1006 ? 'connection-lost' : 'not-sent';
      expect(client.log).toEqual([`a QUEUE_EXPIRED ${outcome}`, `b QUEUE_EXPIRED ${outcome}`]);
      expect(client.server.sockets.length).toBeGreaterThan(2);
    },
  );

  it('says why a call waited in vain', async () => {
    client = new ScriptedClient({ maxQueuedMs: 300 });
    const failed = client.core.call('query', 'a', undefined, undefined);
    await settled();
    client.socket.open();
    await settled();
    client.socket.drop(4102, 'Too many.');
    client.clock.advance(300);
    await expect(failed).rejects.toMatchObject({
      code: 'QUEUE_EXPIRED',
      message: expect.stringContaining('closed with code 4102: Too many.'),
      cause: { code: 'CONNECTION_CLOSED' },
    });
  });

  it('knows of a call that went ahead to a server which turns it away that it was not run', async () => {
    client.call('mutation', 'orders.add');
    await settled();
    client.socket.open();
    await settled();
    expect(client.socket.read('orders.add')).toHaveLength(1);
    client.socket.drop(4003, 'Not from here.');
    await settled();
    expect(client.log).toEqual(['orders.add CONNECTION_REFUSED not-sent']);
  });
});
