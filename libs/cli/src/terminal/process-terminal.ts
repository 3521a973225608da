import { text } from 'node:stream/consumers';
import { isatty } from 'node:tty';
import { systemClock } from '../clock.js';
import type { Terminal, TerminalInput, TerminalOutput } from './terminal.js';

/** The terminal of this process. */
export function createProcessTerminal(): Terminal {
  return new ProcessTerminal();
}

class ProcessTerminal implements Terminal {
  readonly stdin: TerminalInput = { isTTY: isatty(0), read: () => text(process.stdin) };
  readonly stdout: TerminalOutput = new ProcessOutput(process.stdout);
  readonly stderr: TerminalOutput = new ProcessOutput(process.stderr);
  readonly env = process.env;
  readonly clock = systemClock;
  readonly cwd = process.cwd();
  #interruption: AbortController | undefined;

  interrupted(): AbortSignal {
    if (this.#interruption === undefined) {
      const interruption = new AbortController();
      // Once: a second signal finds the default again, and ends the process.
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort(name));
      this.#interruption = interruption;
    }
    return this.#interruption.signal;
  }

  setExitCode(code: number): void {
    process.exitCode = code;
  }
}

type OutputStream = typeof process.stdout | typeof process.stderr;

class ProcessOutput implements TerminalOutput {
  readonly #stream: OutputStream;
  readonly #gone = new AbortController();

  constructor(stream: OutputStream) {
    this.#stream = stream;
    // EPIPE and its like: nobody reads any more, and there is nobody to tell.
    stream.on('error', (error) => this.#gone.abort(error));
  }

  get isTTY(): boolean {
    return isatty(this.#stream.fd);
  }

  get columns(): number | undefined {
    return this.#stream.columns;
  }

  get hasColor(): boolean {
    return this.isTTY && this.#stream.hasColors();
  }

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  write(data: string): void {
    if (!this.#gone.signal.aborted) this.#stream.write(data);
  }

  drained(): Promise<void> {
    if (!this.#stream.writableNeedDrain || this.#gone.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const settle = (): void => {
        this.#stream.off('drain', settle);
        this.#gone.signal.removeEventListener('abort', settle);
        resolve();
      };
      this.#stream.on('drain', settle);
      this.#gone.signal.addEventListener('abort', settle);
    });
  }
}
