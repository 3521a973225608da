import { type Case, nameOf } from '../variants/variant.js';
import { BenchProcess } from './bench-process.js';
import type { BuiltProcesses } from './build-processes.js';
import type { ClientCommands, ServerCommands } from './commands.js';

export interface PairSettings {
  readonly built: BuiltProcesses;
  readonly profileFolder: string | undefined;
  readonly compression: boolean;
}

/** The server of one case and its clients, each a process of its own. */
export class Pair {
  readonly case: Case;
  readonly server: BenchProcess<ServerCommands>;
  readonly #settings: PairSettings;
  readonly #address: string;
  readonly #clients = new Map<number, BenchProcess<ClientCommands>>();

  /** Starts the server; clients start when a scenario asks for them. */
  static async open(benchCase: Case, settings: PairSettings): Promise<Pair> {
    const { built, compression, profileFolder } = settings;
    const server = new BenchProcess<ServerCommands>({
      scriptPath: built.serverScript,
      title: `The server of ${nameOf(benchCase)}`,
      profileFolder,
    });
    try {
      const moduleUrl = built.serverModuleUrl(benchCase.variant);
      const { port } = await server.ask('start', { moduleUrl, superjson: benchCase.superjson, compression });
      return new Pair(benchCase, settings, server, `127.0.0.1:${port}`);
    } catch (thrown) {
      await server.end();
      throw thrown;
    }
  }

  private constructor(benchCase: Case, settings: PairSettings, server: BenchProcess<ServerCommands>, address: string) {
    this.case = benchCase;
    this.server = server;
    this.#settings = settings;
    this.#address = address;
  }

  /** A client process, started when it is first asked for. By number, because some scenarios need several. */
  client(index = 0): BenchProcess<ClientCommands> {
    const started = this.#clients.get(index);
    if (started !== undefined) return started;
    const client = new BenchProcess<ClientCommands>({
      scriptPath: this.#settings.built.clientScript,
      title: `Client ${index} of ${nameOf(this.case)}`,
      profileFolder: this.#settings.profileFolder,
    });
    this.#clients.set(index, client);
    return client;
  }

  /** Opens connections from a client process. */
  connect(count: number, index = 0): Promise<void> {
    return this.client(index).ask('connect', {
      moduleUrl: this.#settings.built.clientModuleUrl(this.case.variant),
      address: this.#address,
      superjson: this.case.superjson,
      count,
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#clients.values(), this.server].map((process) => process.end()));
  }
}
