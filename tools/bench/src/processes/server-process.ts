import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerHandle, ServerModule } from '../servers/server-port.js';
import { yielded } from '../workload/streams.js';
import { workload } from '../workload/workload.js';
import { collectGarbage } from './collect-garbage.js';
import type { ServerCommands } from './commands.js';
import { ResidentPeak } from './resident-peak.js';
import { serveCommands } from './serve-commands.js';
import { WireMeter } from './wire-meter.js';

const http = createServer();
const meter = new WireMeter(http);
const peak = new ResidentPeak();
let handle: ServerHandle | undefined;

const commands: ServerCommands = {
  async start({ moduleUrl, ...settings }) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The catalogue names modules of this shape only.
    const { attachServer } = (await import(moduleUrl)) as ServerModule;
    handle = (await attachServer(http, settings, workload)) ?? undefined;
    http.listen(0, '127.0.0.1', 16_384);
    await once(http, 'listening');
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return { port: address.port };
  },
  usage() {
    const { user, system } = process.cpuUsage();
    return { cpuMicros: user + system };
  },
  wireBytes: () => meter.bytes,
  connectionCount: () => meter.connectionCount,
  async heapBytes() {
    await collectGarbage();
    return process.memoryUsage().heapUsed;
  },
  residentBytes: () => process.memoryUsage.rss(),
  watchPeak: () => peak.watch(),
  peakBytes: () => peak.bytes,
  yieldedBytes: () => yielded.bytes,
  cutConnections() {
    meter.cut();
    return { cutAtMs: Date.now() };
  },
  drain(times) {
    if (handle === undefined) throw new Error('This server knows no way to leave in good order.');
    return handle.drain(times);
  },
};

serveCommands(commands);
