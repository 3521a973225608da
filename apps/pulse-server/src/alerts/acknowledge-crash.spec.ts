import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createClient } from '@trunkline/client';
import superjson from 'superjson';
import * as z from 'zod';
import { closeDatabase, openDatabase } from '../database/open-database.js';
import type { AppRouter } from '../router/index.js';
import { AlertRepository } from './alert-repository.js';
import { CRASH_POINTS, type CrashPoint } from './crash-point.spec-support.js';
import { WireClient } from './wire-client.spec-support.js';

// Each test starts real programs twice, on a machine that may be busy.
jest.setTimeout(120_000);

const started = z.object({ port: z.int() });
const resultOf = z.object({
  result: z.object({
    output: z.object({ json: z.object({ acknowledgedBy: z.string(), acknowledgedAt: z.string() }) }),
    replayed: z.boolean().optional(),
  }),
});

describe('An acknowledgement whose server dies', () => {
  const children: ChildProcess[] = [];
  const clients: WireClient[] = [];
  let folder: string;
  let databasePath: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-'));
    databasePath = join(folder, 'pulse.db');
    const database = openDatabase(databasePath);
    new AlertRepository(database).open({
      ruleId: 1,
      ruleName: 'Busy',
      metric: 'cpuPercent',
      comparison: 'above',
      threshold: 90,
      hostId: 'host-1',
      hostName: 'alpha',
      value: 97.5,
      openedAt: new Date(),
    });
    closeDatabase(database);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a server on the database. @param crashPoint where it dies; undefined for one that does not. */
  async function start(crashPoint?: CrashPoint, port = 0) {
    const program = fileURLToPath(new URL('./crashing-server.spec-support.ts', import.meta.url));
    const child = fork(program, {
      execArgv: ['--conditions=@trunkline/source', '--import', 'tsx'],
      env: { ...process.env, PORT: String(port), PULSE_DATABASE: databasePath, CRASH_POINT: crashPoint ?? '' },
    });
    children.push(child);
    const ended = once(child, 'exit');
    const [message]: unknown[] = await once(child, 'message');
    return { child, ended, port: started.parse(message).port };
  }

  async function connect(port: number): Promise<WireClient> {
    const client = new WireClient(`ws://127.0.0.1:${port}/rpc`);
    clients.push(client);
    await client.hello('Ada');
    return client;
  }

  /** What stands in the database, however often it was told to. */
  function countEffects() {
    const database = openDatabase(databasePath);
    try {
      const alerts = new AlertRepository(database);
      const changes = alerts.changesAfter(0, 100).filter(({ kind }) => kind === 'acknowledged');
      const { count } = z
        .object({ count: z.int() })
        .parse(database.prepare('SELECT count(*) AS count FROM acknowledgement_keys').get());
      return { changes: changes.length, keys: count, at: alerts.find(1)?.acknowledgedAt ?? null };
    } finally {
      closeDatabase(database);
    }
  }

  it.each(CRASH_POINTS)('%s happens once, and its caller is told what became of it', async (point) => {
    const dying = await start(point);
    const before = await connect(dying.port);
    await expect(before.acknowledge('key-1')).rejects.toThrow('closed');
    await dying.ended;
    const left = countEffects();
    const isApplied = CRASH_POINTS.indexOf(point) >= CRASH_POINTS.indexOf('after the commit');
    expect(left).toMatchObject(isApplied ? { changes: 1, keys: 1 } : { changes: 0, keys: 0, at: null });

    const anew = await start();
    const after = await connect(anew.port);
    const { result } = resultOf.parse(await after.acknowledge('key-1', before.epoch));
    expect(result.replayed === true).toBe(isApplied);
    expect(result.output.json.acknowledgedBy).toBe('Ada');
    if (left.at) expect(new Date(result.output.json.acknowledgedAt)).toEqual(left.at);
    anew.child.kill('SIGKILL');
    await anew.ended;
    expect(countEffects()).toMatchObject({ changes: 1, keys: 1 });
  });

  it('after the answer was sent gives the same answer to whoever did not get it', async () => {
    const dying = await start();
    const before = await connect(dying.port);
    const first = resultOf.parse(await before.acknowledge('key-1'));
    expect(first.result.replayed).toBeUndefined();
    dying.child.kill('SIGKILL');
    await dying.ended;
    const anew = await start();
    const after = await connect(anew.port);
    const { result } = resultOf.parse(await after.acknowledge('key-1', before.epoch));
    expect(result).toEqual({ ...first.result, replayed: true });
    anew.child.kill('SIGKILL');
    await anew.ended;
    expect(countEffects()).toMatchObject({ changes: 1, keys: 1 });
  });

  it.each<CrashPoint>(['after the claim', 'after the commit'])(
    '%s is sent again by the client itself, whose caller notices nothing',
    async (point) => {
      const dying = await start(point);
      const client = createClient<AppRouter>({
        url: `ws://127.0.0.1:${dying.port}/rpc`,
        transformer: superjson,
        connectionParams: { name: 'Ada' },
        reconnect: { firstDelayMs: 50, maxDelayMs: 50 },
      });
      try {
        const acknowledged = client.alerts.acknowledge.mutate({ alertId: 1 });
        await dying.ended;
        const left = countEffects();
        const anew = await start(undefined, dying.port);
        const alert = await acknowledged;
        expect(alert.acknowledgedBy).toBe('Ada');
        if (left.at) expect(alert.acknowledgedAt).toEqual(left.at);
        anew.child.kill('SIGKILL');
        await anew.ended;
        expect(countEffects()).toMatchObject({ changes: 1, keys: 1 });
      } finally {
        await client.close();
      }
    },
  );
});
