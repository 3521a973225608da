import { performance } from 'node:perf_hooks';
import type { BenchClient, StreamName } from '../clients/client-port.js';
import type { StreamResult } from '../processes/commands.js';

/** Reads a stream to its end and checks that nothing is missing. */
export async function readStream(client: BenchClient, name: StreamName, count: number): Promise<StreamResult> {
  let eventCount = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const { ended } = client.subscribe(name, { count }, () => {
    eventCount += 1;
  });
  await ended;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (eventCount !== count) throw new Error(`${count} events were to come, and ${eventCount} came.`);
  return { eventCount, cpuMicros: user + system, elapsedMs: performance.now() - startedAt };
}

/** Opens streams that stay idle, and waits for the first event of each. */
export async function holdStreams(clients: readonly BenchClient[], perConnection: number): Promise<void> {
  const lanes = clients.flatMap((client) => Array.from({ length: perConnection }, () => client));
  await Promise.all(
    lanes.map(
      (client) =>
        new Promise<void>((resolve, reject) => {
          const { ended } = client.subscribe('idle', { count: 0 }, () => resolve());
          // A stream that is open when the client leaves ends in whatever way the variant has; nobody waits for it then.
          ended.catch(reject);
        }),
    ),
  );
}
