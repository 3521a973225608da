import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { haproxy } from './proxies/haproxy.js';
import { nginx } from './proxies/nginx.js';
import { Stage, socketThat } from './stage/stage.spec-support.js';
import { until, Watcher } from './stage/watcher.js';

describe.each([nginx, haproxy])('Behind $name', (kind) => {
  const stage = Stage.use();

  it('queries, mutations and subscriptions arrive, and large answers whole', async () => {
    const { proxy } = await stage.stand(kind);
    const client = stage.connect(proxy.port);
    const watcher = new Watcher();
    client.orders.subscribe({}, { ...watcher.callbacks, onData: ({ data }) => watcher.totals.push(data) });
    await watcher.started(1);
    expect(await client.echo.query('äö')).toBe('äö');
    expect(await Promise.all([client.add.mutate(), client.add.mutate()])).toEqual([1, 2]);
    expect(await watcher.saw(2)).toEqual([1, 2]);
    expect(await client.large.query(5_000_000)).toHaveLength(5_000_000);
  });

  it('pages and sockets come from one port', async () => {
    const { proxy } = await stage.stand(kind, {}, { page: 'welcome' });
    const client = stage.connect(proxy.port);
    const page = await fetch(`http://127.0.0.1:${proxy.port}/`);
    expect([await page.text(), await client.echo.query('and a call')]).toEqual(['welcome', 'and a call']);
  });

  it('a page of the same origin may connect, and one of another may not', async () => {
    const { proxy } = await stage.stand(kind);
    const connectFrom = (origin: string) =>
      stage.connect(proxy.port, { WebSocket: socketThat({ sends: { origin } }) }).connect();
    await connectFrom(`http://127.0.0.1:${proxy.port}`);
    await expect(connectFrom('https://elsewhere.example')).rejects.toThrow(/4003/);
  });

  it('connections are counted by the address that the proxy names, whatever a client writes there', async () => {
    const addressOf = (request: IncomingMessage) => String(request.headers['x-forwarded-for']);
    const { proxy } = await stage.stand(kind, {}, { options: { addressOf, maxConnectionsPerAddress: 1 } });
    const honest = stage.connect(proxy.port);
    expect(await honest.forwardedFor.query()).toBe('127.0.0.1');
    const lie = { WebSocket: socketThat({ sends: { 'x-forwarded-for': '192.0.2.7' } }) };
    await expect(stage.connect(proxy.port, lie).connect()).rejects.toThrow(/4102/);
    await honest.close();
    expect(await stage.connect(proxy.port, lie).forwardedFor.query()).toBe('127.0.0.1');
  });

  it('a restart of the proxy costs no tracked event, and of others it is said', async () => {
    const { proxy, application } = await stage.stand(kind);
    const client = stage.connect(proxy.port);
    const [orders, news] = [new Watcher(), new Watcher()];
    client.orders.subscribe({}, { ...orders.callbacks, onData: ({ data }) => orders.totals.push(data) });
    client.news.subscribe(undefined, { ...news.callbacks, onData: (total) => news.totals.push(total) });
    await Promise.all([orders.started(1), news.started(1)]);
    application.book.add(2);
    await Promise.all([orders.saw(2), news.saw(2)]);
    await proxy.stop();
    application.book.add(3);
    await proxy.start();
    await Promise.all([orders.started(2), news.started(2)]);
    application.book.add();
    expect(await orders.saw(6)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(orders.gaps).toEqual([]);
    await until('the last event', () => news.totals.at(-1) === 6);
    expect(news.totals.length === 6 || news.gaps.length === 1).toBe(true);
  });

  it('a mutation whose answer a stop of the proxy swallows runs once, and its caller gets it all the same', async () => {
    const { proxy } = await stage.stand(kind);
    const client = stage.connect(proxy.port);
    const running = client.slowly.mutate();
    await client.echo.query('the mutation is under way');
    await proxy.stop();
    await proxy.start();
    expect(await running).toBe('done');
    expect(await client.slowRunCount.query()).toBe(1);
  });

  it('a reload leaves a connection where it is, and sends new ones to the new application', async () => {
    const { proxy } = await stage.stand(kind, {}, { page: 'old' });
    const client = stage.connect(proxy.port);
    const watcher = new Watcher();
    client.orders.subscribe({}, { ...watcher.callbacks, onData: ({ data }) => watcher.totals.push(data) });
    await watcher.started(1);
    const successor = await stage.serve({ page: 'new' });
    await proxy.reload(successor.port);
    await until('the page of the new application', async () => {
      const page = await fetch(`http://127.0.0.1:${proxy.port}/`, { headers: { connection: 'close' } });
      return (await page.text()) === 'new';
    });
    await client.add.mutate();
    expect(await watcher.saw(1)).toEqual([1]);
    expect([watcher.startCount, successor.server.connectionCount]).toEqual([1, 0]);
  });

  it('a deployment answers the running call, and calls wait until the next application listens', async () => {
    const { proxy, application } = await stage.stand(kind);
    const client = stage.connect(proxy.port);
    const watcher = new Watcher();
    client.orders.subscribe({}, { ...watcher.callbacks, onData: ({ data }) => watcher.totals.push(data) });
    await client.add.mutate();
    await watcher.saw(1);
    const { port, book } = application;
    const running = client.slowly.mutate();
    await client.echo.query('the mutation is under way');
    await application.close();
    expect(await running).toBe('done');
    const waiting = client.echo.query('later');
    // The proxy answers 502 or 503 until then, and tries the application again at once when it is there.
    await until('an attempt that the proxy refused', () => client.state().name === 'waiting');
    book.add(2);
    await stage.serve({ port, book });
    expect(await waiting).toBe('later');
    expect(await watcher.saw(3)).toEqual([1, 2, 3]);
    expect(watcher.gaps).toEqual([]);
  });
});
