import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChaosHost, type HostDeeds, NO_PORT } from './chaos-host.js';
import type { ChaosWorld } from './chaos-world.js';
import { FileLedger } from './file-ledger.js';
import { filesOf, type ProcessOrder, type ProcessReport } from './process-message.js';
import { STREAM_NAMES } from './streams.js';

const PROGRAM = fileURLToPath(new URL('./serving-process.ts', import.meta.url));

/**
 * A real server in a process of its own. What mutations did, and what the server remembers of them, is in files, so that a
 * process that is started anew knows what one that was killed has done.
 */
export class ChaosProcess implements ChaosHost {
  readonly #world: ChaosWorld;
  readonly #folder = mkdtempSync(join(tmpdir(), 'trunkline-chaos-'));
  readonly #deeds = { replayed: 0, expired: 0, revoked: 0, killed: 0 };
  readonly #living = new Set<ServingProcess>();
  readonly #accidents: string[] = [];
  readonly #stopListening: () => void;
  #current: ServingProcess | undefined;

  constructor(world: ChaosWorld) {
    this.#world = world;
    this.#stopListening = world.streams.listen((stream, number) => {
      for (const { order } of this.#living) order({ type: 'advance', stream, number });
    });
  }

  get port(): number {
    return this.#current?.port ?? NO_PORT;
  }

  get deeds(): HostDeeds {
    return this.#deeds;
  }

  async start(): Promise<void> {
    const { streams } = this.#world;
    const next = new ServingProcess();
    await next.ready();
    // From here on it hears of each event, in the order in which they come.
    this.#living.add(next);
    const lastNumbers = STREAM_NAMES.map((stream) => [stream, streams.lastOf(stream)] as const);
    await next.serve({ type: 'serve', folder: this.#folder, lastNumbers });
    this.#current = next;
  }

  leave(): Promise<void> {
    return this.#end(this.#current, 'leave');
  }

  async drain(): Promise<void> {
    const former = this.#current;
    await this.start();
    await this.#end(former, 'drain');
  }

  async crash(): Promise<void> {
    if (this.#current !== undefined) this.#deeds.killed += 1;
    await this.#end(this.#current, 'kill');
  }

  revoke(user: string): void {
    this.#current?.order({ type: 'revoke', user });
  }

  async close(): Promise<void> {
    await this.leave();
    this.#stopListening();
    // Only now is it certain that nothing more happens.
    new FileLedger(filesOf(this.#folder).effects, (key, number) => this.#world.recorder.effect(key, number)).close();
    rmSync(this.#folder, { recursive: true });
    if (this.#accidents.length > 0) throw new Error(this.#accidents.join(' '));
  }

  async #end(life: ServingProcess | undefined, how: 'leave' | 'drain' | 'kill'): Promise<void> {
    if (life === this.#current) this.#current = undefined;
    if (life === undefined) return;
    const { code, deeds } = await life.end(how);
    this.#living.delete(life);
    this.#deeds.replayed += deeds?.replayed ?? 0;
    this.#deeds.expired += deeds?.expired ?? 0;
    this.#deeds.revoked += deeds?.revoked ?? 0;
    if (how !== 'kill' && code !== 0) this.#accidents.push(`The process of the server ended with ${code}.`);
  }
}

/** One life of it. */
class ServingProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  #left: Extract<ProcessReport, { type: 'left' }> | undefined;
  port = NO_PORT;

  constructor() {
    this.#child = fork(PROGRAM, { execArgv: ['--conditions=@trunkline/source', '--import', 'tsx'] });
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', resolve);
    });
    this.#child.on('message', (report: ProcessReport) => {
      if (report.type === 'serving') this.port = report.port;
      if (report.type === 'left') this.#left = report;
    });
  }

  readonly order = (order: ProcessOrder): void => {
    // One that is on its way out hears nothing any more.
    if (this.#child.connected) this.#child.send(order, () => undefined);
  };

  ready(): Promise<void> {
    return this.#said();
  }

  serve(order: ProcessOrder): Promise<void> {
    const served = this.#said();
    this.order(order);
    return served;
  }

  async end(how: 'leave' | 'drain' | 'kill') {
    if (how === 'kill') this.#child.kill('SIGKILL');
    else this.order({ type: how });
    const code = await this.#exited;
    return { code, deeds: this.#left };
  }

  async #said(): Promise<void> {
    const died = this.#exited.then((code) => {
      throw new Error(`The process of the server ended with ${code} before it served.`);
    });
    await Promise.race([once(this.#child, 'message'), died]);
  }
}
