import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { ClientOptions } from '@trunkline/client';
import { haproxy } from './proxies/haproxy.js';
import { nginx } from './proxies/nginx.js';
import { Stage } from './stage/stage.spec-support.js';
import { until, Watcher } from './stage/watcher.js';

/** What the proxy allows; the clock is the proxy's own, so that the pauses here are real ones. */
const IDLE_SECONDS = 1;
const PAUSE_MS = 2500;

describe.each([nginx, haproxy])('Behind $name, which cuts what is idle for a second,', (kind) => {
  const stage = Stage.use();

  async function subscribe(heartbeatMs: number, options: Partial<ClientOptions>) {
    const { proxy, application } = await stage.stand(kind, { idleSeconds: IDLE_SECONDS }, { options: { heartbeatMs } });
    const client = stage.connect(proxy.port, options);
    const [orders, news] = [new Watcher(), new Watcher()];
    client.orders.subscribe({}, { ...orders.callbacks, onData: ({ data }) => orders.totals.push(data) });
    client.news.subscribe(undefined, { ...news.callbacks, onData: (total) => news.totals.push(total) });
    await Promise.all([orders.started(1), news.started(1)]);
    application.book.add();
    await Promise.all([orders.saw(1), news.saw(1)]);
    return { application, orders, news };
  }

  it.each<[string, number, Partial<ClientOptions>]>([
    ['the heartbeat of the server', 400, { keepAlive: false }],
    ['the questions of the client', 0, { keepAlive: { silenceMs: 300, answerMs: 300 } }],
  ])('%s keep a connection between events that are further apart', async (_what, heartbeatMs, options) => {
    const { application, orders, news } = await subscribe(heartbeatMs, options);
    await delay(PAUSE_MS);
    application.book.add();
    expect([await orders.saw(2), await news.saw(2)]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(application.server.stats().connectionsOpened.native).toBe(1);
  });

  it('a connection that nobody keeps comes back when it is cut, without a loss that is not told', async () => {
    const { application, orders, news } = await subscribe(0, { keepAlive: false });
    await until('the cut', () => application.server.connectionCount === 0);
    application.book.add(2);
    await Promise.all([orders.started(2), news.started(2)]);
    application.book.add();
    expect(await orders.saw(4)).toEqual([1, 2, 3, 4]);
    expect(orders.gaps).toEqual([]);
    await until('the last event', () => news.totals.at(-1) === 4);
    expect(news.totals.length === 4 || news.gaps.length > 0).toBe(true);
  });
});
