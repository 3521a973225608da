import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PulseProcess } from './pulse-process.js';

/** A server with a database of its own and the agents that report to it; the port stays the same over restarts. */
export class PulseStack {
  readonly #folder: string;
  readonly #agents = new Map<string, PulseProcess>();
  #server: PulseProcess | null = null;
  #port = '0';

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(): Promise<PulseStack> {
    return new PulseStack(await mkdtemp(join(tmpdir(), 'pulse-e2e-')));
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  get databasePath(): string {
    return join(this.#folder, 'pulse.db');
  }

  async startServer(): Promise<void> {
    const environment = { PORT: this.#port, PULSE_DATABASE: this.databasePath };
    const started = await PulseProcess.start('apps/pulse-server/src/main.ts', environment, /localhost:(\d+)/);
    this.#server = started.process;
    this.#port = started.readyLine[1] ?? this.#port;
  }

  async stopServer(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#server?.stop(signal);
  }

  async startAgent(name: string): Promise<void> {
    const environment = {
      PULSE_URL: `ws://localhost:${this.#port}/rpc`,
      PULSE_HOST_NAME: name,
      PULSE_AGENT_ID: name,
    };
    const started = await PulseProcess.start('apps/pulse-agent/src/main.ts', environment, /Reporting/);
    this.#agents.set(name, started.process);
  }

  async stopAgent(name: string): Promise<void> {
    await this.#agents.get(name)?.stop('SIGKILL');
  }

  async stop(): Promise<void> {
    for (const agent of this.#agents.values()) await agent.stop('SIGKILL');
    await this.#server?.stop('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }
}
