import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { systemClock } from '../../../clock.js';
import type { EvaluatedFile } from './evaluated-files.js';
import { Patience } from './patience.js';
import type { RouterAddress } from './router-address.js';
import { isPreparedReport, isRouterReport, type RouterReport } from './router-report.js';
import type { RouterRequest } from './router-request.js';

/** How the process that imports a router came to its end. */
export type ChildOutcome =
  | { readonly name: 'reported'; readonly report: RouterReport; readonly printed: string }
  | { readonly name: 'timedOut'; readonly printed: string }
  /** `how` is its exit code or its signal. */
  | { readonly name: 'ended'; readonly how: string; readonly printed: string }
  | { readonly name: 'notStarted'; readonly reason: string };

/** How the process is started. */
export interface RouterChildOptions {
  readonly tsconfigPath: string | undefined;
  readonly nodeArguments: readonly string[] | undefined;
}

const EXTENSION = extname(fileURLToPath(import.meta.url));
const CHILD_URL = new URL(`./import-router-child${EXTENSION}`, import.meta.url);

function ownArguments(): readonly string[] {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  // Where this file itself is TypeScript, the packages of the workspace are too.
  // It may wait for long, and is to have its code ready then.
  return [
    '--no-flush-bytecode',
    '--import',
    loader,
    ...(EXTENSION === '.ts' ? ['--conditions=@trunkline/source'] : []),
  ];
}

/** As much of what an application prints as helps to understand why it failed. */
const MAX_PRINTED_CHARACTERS = 16_384;

/**
 * A process that imports one router and ends. It may be started long before it is told which, because to start takes longer
 * than to import.
 */
export class RouterChild {
  readonly #child: ChildProcess;
  readonly #outcome: Promise<ChildOutcome>;
  readonly #prepared: Promise<ReadonlySet<string> | undefined>;
  #settle: (outcome: ChildOutcome) => void = () => undefined;
  #settlePrepared: (files: ReadonlySet<string> | undefined) => void = () => undefined;
  #patience: Patience | undefined;
  #printed = '';
  #how: string | undefined;
  #isPrepared = false;
  #isDisconnected = false;

  constructor({ tsconfigPath, nodeArguments = [] }: RouterChildOptions) {
    this.#child = spawn(process.execPath, [...nodeArguments, ...ownArguments(), fileURLToPath(CHILD_URL)], {
      // Its words go over a channel of their own, because an application prints what it likes.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Long texts go through as they are.
      serialization: 'advanced',
      env: {
        ...process.env,
        TRUNKLINE_GENERATE: '1',
        ...(tsconfigPath === undefined ? {} : { TSX_TSCONFIG_PATH: tsconfigPath }),
      },
    });
    this.#outcome = new Promise((settle) => {
      this.#settle = settle;
    });
    this.#prepared = new Promise((settle) => {
      this.#settlePrepared = settle;
    });
    this.#listen();
  }

  /**
   * Has files evaluated before they are needed, in this order. Gives all of the application's own files that were evaluated
   * thereby; undefined where that failed or started something, after which the process is of no use.
   */
  prepare(files: readonly EvaluatedFile[]): Promise<ReadonlySet<string> | undefined> {
    this.#isPrepared = true;
    this.#ask({ name: 'prepare', files });
    return this.#prepared;
  }

  /**
   * Has the router imported, and gives how that ended. Once.
   *
   * @param tellsFiles whether to tell which files were evaluated; not told by a process that evaluated some ahead of time.
   */
  run(address: RouterAddress, timeoutMs: number, tellsFiles = false): Promise<ChildOutcome> {
    this.#patience = new Patience(timeoutMs, systemClock, () =>
      this.#end({ name: 'timedOut', printed: this.#printed.trim() }),
    );
    this.#ask({ name: 'import', address, tellsFiles: tellsFiles && !this.#isPrepared });
    return this.#outcome.finally(() => this.#patience?.stop());
  }

  /** Ends the process, whatever it does. */
  end(): void {
    this.#end({ name: 'ended', how: 'signal SIGKILL', printed: this.#printed.trim() });
  }

  #ask(request: RouterRequest): void {
    // Of a process that is gone already its end tells.
    if (this.#child.connected) this.#child.send(request, () => undefined);
  }

  #listen(): void {
    const child = this.#child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    child.on('message', (message) => {
      if (isPreparedReport(message))
        this.#settlePrepared(message.files && new Set(message.files.map(({ path }) => path)));
      if (isRouterReport(message)) this.#end({ name: 'reported', report: message, printed: this.#printed.trim() });
    });
    child.on('error', (error) => this.#end({ name: 'notStarted', reason: error.message }));
    child.on('exit', (code, signal) => {
      this.#how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      this.#endWhenAllIsHeard();
    });
    child.on('disconnect', () => {
      this.#isDisconnected = true;
      this.#endWhenAllIsHeard();
    });
  }

  #keep(text: string): void {
    this.#printed = `${this.#printed}${text}`.slice(-MAX_PRINTED_CHARACTERS);
  }

  // A report may still be on its way when its process is gone already.
  #endWhenAllIsHeard(): void {
    if (this.#how === undefined || !this.#isDisconnected) return;
    this.#end({ name: 'ended', how: this.#how, printed: this.#printed.trim() });
  }

  #end(outcome: ChildOutcome): void {
    this.#settle(outcome);
    this.#settlePrepared(undefined);
    this.#child.kill('SIGKILL');
    // Processes of the application's own may hold the other ends of these, and would hold this process with them.
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }
}
