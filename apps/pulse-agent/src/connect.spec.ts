import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createClient } from '@trunkline/client';
import type { AppRouter } from '@trunkline/pulse-server/router';
import { type Pulse, startPulse } from '@trunkline/pulse-server/start';
import superjson from 'superjson';
import { capturedHost, capturedReadings } from './collector/captured-readings.js';
import { Collector } from './collector/collector.js';
import { toHostFacts } from './collector/to-host-facts.js';
import { connect } from './connect.js';
import type { Connection } from './connection.js';
import { Reporter } from './reporter.js';

// Real programs and sockets take their time on a busy machine.
jest.setTimeout(60_000);

describe('connect', () => {
  const host = toHostFacts('host-1', 'alpha', capturedHost);
  const baseMs = Date.now() - 60_000;
  let folder: string;
  let pulse: Pulse;
  let connection: Connection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-agent-'));
    pulse = await start(0);
    connection = connect(`ws://127.0.0.1:${pulse.port}/rpc`, 'alpha');
  });
  afterEach(async () => {
    await connection.close();
    await pulse.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(port: number): Promise<Pulse> {
    return startPulse({ port, host: '127.0.0.1', databasePath: join(folder, 'pulse.db'), pagePath: folder });
  }

  function sampleAt(second: number) {
    return new Collector(capturedReadings).takeSample(new Date(baseMs + second * 1_000));
  }

  async function countStored(): Promise<number> {
    const client = createClient<AppRouter>({ url: `ws://127.0.0.1:${pulse.port}/rpc`, transformer: superjson });
    try {
      const { buckets } = await client.hosts.history.query({
        hostId: 'host-1',
        from: new Date(baseMs),
        maxPoints: 2_000,
      });
      return buckets.reduce((count, bucket) => count + (bucket?.sampleCount ?? 0), 0);
    } finally {
      await client.close();
    }
  }

  it('stores a report, and stores it once when it is sent again', async () => {
    const report = { host, sample: await sampleAt(1) };
    expect(await connection.report(report)).toEqual({ name: 'stored' });
    expect(await connection.report(report)).toEqual({ name: 'stored' });
    expect(await countStored()).toBe(1);
  });

  it('tells what the server refuses for good from what may pass', async () => {
    const fromTheFuture = { ...(await sampleAt(1)), takenAt: new Date('2999-01-01') };
    expect(await connection.report({ host, sample: fromTheFuture })).toEqual({
      name: 'refused',
      reason: expect.stringContaining('Check the clock of the host.'),
    });
  });

  it('loses no sample to a restart of the server', async () => {
    const reporter = new Reporter({ host, connection, log: () => {} });
    const accept = async (second: number) => {
      reporter.accept(await sampleAt(second));
    };
    await accept(1);
    await reporter.settled();
    const { port } = pulse;
    await pulse.close();
    for (const second of [2, 3, 4]) await accept(second);
    pulse = await start(port);
    let second = 4;
    while (reporter.backlogCount > 0) {
      await accept(++second);
      await reporter.settled();
    }
    expect(await countStored()).toBe(second);
  });
});
