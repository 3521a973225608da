import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { haproxy } from './proxies/haproxy.js';
import { nginx } from './proxies/nginx.js';
import { Stage } from './stage/stage.spec-support.js';
import { Watcher } from './stage/watcher.js';

describe.each([nginx, haproxy])('Behind $name', (kind) => {
  const stage = Stage.use();

  it.each([
    ['on', true, 'permessage-deflate'],
    ['off', false, ''],
  ] as const)(
    'with compression %s, calls and events arrive, and as many bytes move as that says',
    async (_state, compression, extensions) => {
      const { proxy, application } = await stage.stand(kind, {}, { options: { compression } });
      const sockets: WebSocket[] = [];
      class OfferingSocket extends WebSocket {
        constructor(url: string, protocols?: string | string[]) {
          super(url, protocols, { perMessageDeflate: true });
          sockets.push(this);
        }
      }
      const client = stage.connect(proxy.port, { WebSocket: OfferingSocket });
      const watcher = new Watcher();
      client.orders.subscribe({}, { ...watcher.callbacks, onData: ({ data }) => watcher.totals.push(data) });
      await watcher.started(1);
      application.book.add(50);
      expect(await watcher.saw(50)).toHaveLength(50);
      const byteCountBefore = readByteCount(sockets);
      expect(await client.large.query(1_000_000)).toBe('x'.repeat(1_000_000));
      expect(sockets.map((socket) => socket.extensions)).toEqual([extensions]);
      const byteCount = readByteCount(sockets) - byteCountBefore;
      expect(compression ? byteCount < 100_000 : byteCount >= 1_000_000).toBe(true);
    },
  );
});

/** What the sockets have read from the network. */
function readByteCount(sockets: readonly WebSocket[]): number {
  const counts = sockets.map((socket): unknown => Reflect.get(Reflect.get(socket, '_socket') ?? {}, 'bytesRead'));
  return counts.reduce((sum: number, count) => sum + Number(count), 0);
}
