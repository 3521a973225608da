import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** A process of Pulse that runs its sources: the real server, or a real agent. */
export class PulseProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = once(child, 'exit');
  }

  /** Settles once the process has printed a line that `isReady` knows. Rejects with what it printed when it ends before. */
  static async start(
    main: string,
    environment: Record<string, string>,
    isReady: RegExp,
  ): Promise<{ process: PulseProcess; readyLine: RegExpExecArray }> {
    const child = spawn(process.execPath, ['--conditions=@trunkline/source', '--import', 'tsx', main], {
      cwd: workspaceRoot,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new PulseProcess(child);
    const printed: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => printed.push(String(chunk)));
    const readyLine = await new Promise<RegExpExecArray>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        printed.push(`${line}\n`);
        const match = isReady.exec(line);
        if (match) resolve(match);
      });
      child.once('exit', () => reject(new Error(`${main} ended before it was ready:\n${printed.join('')}`)));
    });
    return { process: started, readyLine };
  }

  /** Sends the signal and waits for the end; a process that has ended already is left alone. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    await this.#exited;
  }
}
