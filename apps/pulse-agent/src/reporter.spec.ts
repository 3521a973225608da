import { describe, expect, it } from '@jest/globals';
import type { Sample } from '@trunkline/pulse-server/schemas';
import { capturedHost, capturedReadings } from './collector/captured-readings.js';
import { Collector } from './collector/collector.js';
import { toHostFacts } from './collector/to-host-facts.js';
import type { ReportOutcome } from './connection.js';
import { Reporter } from './reporter.js';

const host = toHostFacts('host-1', 'alpha', capturedHost);
const base = await new Collector(capturedReadings).takeSample(new Date(0));

/** A server that answers as it is told, and remembers what it stored, by the second of the sample. */
class ScriptedServer {
  outcome: ReportOutcome = { name: 'stored' };
  readonly stored: number[] = [];
  readonly lines: string[] = [];
  readonly reporter: Reporter;

  constructor(backlogCount: number) {
    this.reporter = new Reporter({
      host,
      backlogCount,
      log: (line) => this.lines.push(line),
      connection: {
        report: async ({ sample }) => {
          if (this.outcome.name === 'stored') this.stored.push(sample.takenAt.getTime() / 1_000);
          return this.outcome;
        },
      },
    });
  }

  async accept(...seconds: number[]): Promise<void> {
    for (const second of seconds) {
      const sample: Sample = { ...base, takenAt: new Date(second * 1_000) };
      this.reporter.accept(sample);
      await this.reporter.settled();
    }
  }
}

describe('Reporter', () => {
  it('sends each sample, and says nothing about it', async () => {
    const server = new ScriptedServer(10);
    await server.accept(1, 2, 3);
    expect(server.stored).toEqual([1, 2, 3]);
    expect(server.lines).toEqual([]);
  });

  it('keeps what cannot be sent, and sends it in order when the server is back', async () => {
    const server = new ScriptedServer(10);
    await server.accept(1);
    server.outcome = { name: 'failed', reason: 'connection lost' };
    await server.accept(2, 3, 4);
    expect(server.reporter.backlogCount).toBe(3);
    server.outcome = { name: 'stored' };
    await server.accept(5);
    expect(server.stored).toEqual([1, 2, 3, 4, 5]);
  });

  it('says in one line that the server is away, and in one that it is back', async () => {
    const server = new ScriptedServer(10);
    server.outcome = { name: 'failed', reason: 'connection lost' };
    await server.accept(1, 2, 3);
    server.outcome = { name: 'stored' };
    await server.accept(4, 5);
    expect(server.lines).toEqual([
      'The server cannot be reached (connection lost). Sampling goes on; the newest samples are kept and sent when it is back.',
      'The server is back. Sending 3 more samples that were kept; none was lost.',
    ]);
  });

  it('drops the oldest when the server stays away, and says how many', async () => {
    const server = new ScriptedServer(3);
    server.outcome = { name: 'failed', reason: 'connection lost' };
    await server.accept(1, 2, 3, 4, 5);
    server.outcome = { name: 'stored' };
    await server.accept(6);
    expect(server.stored).toEqual([4, 5, 6]);
    expect(server.lines.at(-1)).toContain('3 older ones were lost');
  });

  it('does not send again what the server refuses, and says why once', async () => {
    const server = new ScriptedServer(10);
    server.outcome = { name: 'refused', reason: 'Check the clock of the host.' };
    await server.accept(1, 2, 3);
    expect(server.reporter.backlogCount).toBe(0);
    server.outcome = { name: 'stored' };
    await server.accept(4);
    expect(server.stored).toEqual([4]);
    expect(server.lines).toEqual([
      'The server refuses samples: Check the clock of the host.',
      'The server accepts samples again.',
    ]);
  });

  it('sends one at a time, and takes on samples meanwhile', async () => {
    let inFlight = 0;
    let mostInFlight = 0;
    const release: (() => void)[] = [];
    const report = async (): Promise<ReportOutcome> => {
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      await new Promise<void>((resolve) => {
        release.push(resolve);
      });
      inFlight--;
      return { name: 'stored' };
    };
    const reporter = new Reporter({ host, connection: { report }, log: () => {} });
    for (const second of [1, 2, 3]) reporter.accept({ ...base, takenAt: new Date(second * 1_000) });
    const settled = reporter.settled();
    while (reporter.backlogCount > 0) {
      release.shift()?.();
      await Promise.resolve();
    }
    await settled;
    expect(mostInFlight).toBe(1);
  });
});
