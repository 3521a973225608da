import { setTimeout as delay } from 'node:timers/promises';
import type { BenchProcess } from '../processes/bench-process.js';
import type { ServerCommands } from '../processes/commands.js';

const stepMs = 20;
const timeoutMs = 20_000;

/** Waits until a server has exactly so many connections. */
export async function untilConnected(server: BenchProcess<ServerCommands>, count: number): Promise<void> {
  for (let elapsedMs = 0; ; elapsedMs += stepMs) {
    const present = await server.ask('connectionCount');
    if (present === count) return;
    if (elapsedMs >= timeoutMs) {
      throw new Error(`The server has ${present} connections after ${timeoutMs} ms; it was to have ${count}.`);
    }
    await delay(stepMs);
  }
}
