import type { KeepAliveTimes } from '../clients/client-port.js';
import { type Case, nameOf } from '../variants/variant.js';
import { BenchProcess } from './bench-process.js';
import type { BuiltProcesses } from './build-processes.js';
import type { ClientCommands, ServerCommands } from './commands.js';

export interface PairSettings {
  readonly built: BuiltProcesses;
  readonly profileFolder: string | undefined;
  readonly compression: boolean;
}

/** Where connections lead, if not straight to the server, and how silence is judged. */
export interface ConnectOptions {
  readonly address?: string;
  readonly keepAlive?: KeepAliveTimes | undefined;
}

export interface StartedServer {
  readonly server: BenchProcess<ServerCommands>;
  /** Host and port. */
  readonly address: string;
}

/** The server of one case and its clients, each a process of its own. */
export class Pair {
  readonly case: Case;
  readonly server: BenchProcess<ServerCommands>;
  readonly #settings: PairSettings;
  /** Host and port of the server. */
  readonly address: string;
  readonly #clients = new Map<number, BenchProcess<ClientCommands>>();

  #successor: StartedServer | undefined;

  /** Starts the server; clients start when a scenario asks for them. */
  static async open(benchCase: Case, settings: PairSettings): Promise<Pair> {
    const { server, address } = await startServer(benchCase, settings, `The server of ${nameOf(benchCase)}`);
    return new Pair(benchCase, settings, server, address);
  }

  private constructor(benchCase: Case, settings: PairSettings, server: BenchProcess<ServerCommands>, address: string) {
    this.case = benchCase;
    this.server = server;
    this.#settings = settings;
    this.address = address;
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
  connect(count: number, index = 0, { address = this.address, keepAlive }: ConnectOptions = {}): Promise<void> {
    return this.client(index).ask('connect', {
      moduleUrl: this.#settings.built.clientModuleUrl(this.case.variant),
      address,
      keepAlive,
      superjson: this.case.superjson,
      count,
    });
  }

  /** Starts a second server of the same kind, which takes over from the first. */
  async startSuccessor(): Promise<StartedServer> {
    this.#successor ??= await startServer(this.case, this.#settings, `The successor of ${nameOf(this.case)}`);
    return this.#successor;
  }

  async close(): Promise<void> {
    const servers = this.#successor === undefined ? [this.server] : [this.server, this.#successor.server];
    await Promise.all([...this.#clients.values(), ...servers].map((process) => process.end()));
  }
}

async function startServer(benchCase: Case, settings: PairSettings, title: string): Promise<StartedServer> {
  const { built, compression, profileFolder } = settings;
  const server = new BenchProcess<ServerCommands>({ scriptPath: built.serverScript, title, profileFolder });
  try {
    const moduleUrl = built.serverModuleUrl(benchCase.variant);
    const { port } = await server.ask('start', { moduleUrl, superjson: benchCase.superjson, compression });
    return { server, address: `127.0.0.1:${port}` };
  } catch (thrown) {
    await server.end();
    throw thrown;
  }
}
