import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { createClient } from '@trunkline/client';
import superjson from 'superjson';
import { WebSocket } from 'ws';
import { closeDatabase, openDatabase } from './database/open-database.js';
import { makeBusySample, makeHost } from './make-report.js';
import type { AppRouter } from './router/index.js';
import { type Pulse, startPulse } from './start-pulse.js';

// Real programs and sockets take their time on a busy machine.
jest.setTimeout(60_000);

describe('a Pulse server', () => {
  let folder: string;
  let pulse: Pulse;
  const clients: { close(): Promise<void> }[] = [];
  const baseMs = Date.now() - 60_000;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-'));
    pulse = await start(0);
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await pulse.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(port: number): Promise<Pulse> {
    const databasePath = join(folder, 'pulse.db');
    return startPulse({ port, host: '127.0.0.1', databasePath, pagePath: join(folder, 'no-page') });
  }

  function connect(name = 'a spec') {
    const client = createClient<AppRouter>({
      url: `ws://127.0.0.1:${pulse.port}/rpc`,
      transformer: superjson,
      connectionParams: { name },
      reconnect: { firstDelayMs: 20, maxDelayMs: 20 },
    });
    clients.push(client);
    return client;
  }
  type Client = ReturnType<typeof connect>;

  function report(client: Client, second: number, percent = second) {
    const sample = makeBusySample(new Date(baseMs + second * 1_000), percent);
    return client.hosts.report.mutate({ host: makeHost(), sample });
  }

  /** The processor loads of the next samples, and the event id of the last. */
  async function take(samples: ReturnType<typeof follow>, count: number) {
    const percents: number[] = [];
    let eventId = '';
    while (percents.length < count) {
      const next = await samples.next();
      if (next.done) break;
      percents.push(next.value.data.cpu.totalPercent);
      eventId = next.value.id;
    }
    return { percents, eventId };
  }

  function follow(client: Client, lastEventId?: string) {
    return client.hosts.samples.subscribe({ hostId: 'host-1', lastEventId });
  }

  it('carries what an agent reports to whoever watches, dates and all', async () => {
    const agent = connect();
    await report(agent, 1);
    const watcher = follow(connect());
    expect((await watcher.next()).value?.data.takenAt).toEqual(new Date(baseMs + 1_000));
    await report(agent, 2);
    expect((await take(watcher, 1)).percents).toEqual([2]);
    const [host] = await agent.hosts.list.query();
    expect(host).toMatchObject({ name: 'alpha', status: 'live', latest: { cpuPercent: 2 } });
  });

  it('delivers what was missed when a watcher comes back with its last event', async () => {
    const agent = connect();
    await report(agent, 1);
    const before = follow(connect());
    const { eventId } = await take(before, 1);
    await before.return?.();
    for (const second of [2, 3, 4]) await report(agent, second);
    const after = follow(connect(), eventId);
    expect((await take(after, 3)).percents).toEqual([2, 3, 4]);
    await report(agent, 5);
    expect((await take(after, 1)).percents).toEqual([5]);
  });

  it('delivers every sample once to a watcher whose server was restarted meanwhile', async () => {
    await report(connect(), 1);
    const watcher = follow(connect());
    expect((await take(watcher, 1)).percents).toEqual([1]);
    const { port } = pulse;
    await pulse.close();
    pulse = await start(port);
    const agent = connect();
    for (const second of [2, 3]) await report(agent, second);
    expect((await take(watcher, 2)).percents).toEqual([2, 3]);
  });

  it('serves an unchanged tRPC client as well', async () => {
    const socket = createWSClient({ url: `ws://127.0.0.1:${pulse.port}/rpc`, WebSocket: Object.assign(WebSocket) });
    clients.push(socket);
    const stock = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] });
    await report(connect(), 1);
    const seen = new Promise<number>((resolve) => {
      stock.hosts.samples.subscribe({ hostId: 'host-1' }, { onData: ({ data }) => resolve(data.cpu.totalPercent) });
    });
    expect(await seen).toBe(1);
  });

  it('leads from the history into the live samples without loss', async () => {
    const client = connect();
    for (const second of [1, 2, 3]) await report(client, second);
    const history = await client.hosts.history.query({ hostId: 'host-1', from: new Date(baseMs), maxPoints: 100 });
    expect(history.buckets.reduce((count, bucket) => count + (bucket?.sampleCount ?? 0), 0)).toBe(3);
    await report(client, 4);
    expect((await take(follow(client, history.cursor), 1)).percents).toEqual([4]);
  });

  it('writes an acknowledgement to the database, and tells whoever watches', async () => {
    const client = connect('Ada');
    const kinds: string[] = [];
    const acknowledged = new Promise<void>((resolve, reject) => {
      client.alerts.onChange.subscribe(undefined, {
        onData({ data }) {
          kinds.push(data.kind);
          if (data.kind === 'acknowledged') resolve();
        },
        onStarted: () => void openAlert().catch(reject),
        onError: reject,
      });
    });
    async function openAlert(): Promise<void> {
      await client.rules.set.mutate({
        name: 'Half busy',
        metric: 'cpuPercent',
        comparison: 'above',
        threshold: 50,
        forSeconds: 0,
        hostId: null,
        isEnabled: true,
      });
      await report(client, 1, 75);
      const [alert] = await client.alerts.list.query({ state: 'open' });
      await client.alerts.acknowledge.mutate({ alertId: alert?.id ?? 0 });
    }
    await acknowledged;
    expect(kinds).toEqual(['opened', 'acknowledged']);
    const database = openDatabase(join(folder, 'pulse.db'));
    const row = database.prepare('SELECT rule_name, value, acknowledged_by FROM alerts').get();
    closeDatabase(database);
    expect(row).toMatchObject({ rule_name: 'Half busy', value: 75, acknowledged_by: 'Ada' });
  });

  it('says what is wrong with an input, and goes on', async () => {
    const client = connect();
    const unknown = client.alerts.acknowledge.mutate({ alertId: 7 });
    await expect(unknown).rejects.toMatchObject({
      message: expect.stringContaining('no alert 7'),
      data: { code: 'NOT_FOUND' },
    });
    const wrong = client.hosts.history.query({ hostId: 'a b' });
    await expect(wrong).rejects.toMatchObject({
      data: { code: 'BAD_REQUEST' },
      message: expect.stringContaining('A host id is'),
    });
    expect(await client.hosts.list.query()).toEqual([]);
  });

  it('answers on its health, and refuses a second server on its port', async () => {
    await report(connect(), 1);
    const response = await fetch(`http://127.0.0.1:${pulse.port}/healthz`);
    expect(await response.json()).toMatchObject({ ok: true, hosts: 1, database: join(folder, 'pulse.db') });
    await expect(start(pulse.port)).rejects.toThrow(`Port ${pulse.port} is in use by another program.`);
  });
});
