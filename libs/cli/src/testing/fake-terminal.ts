import { systemClock } from '../clock.js';
import { runProgram } from '../run-program.js';
import type { Terminal, TerminalInput, TerminalOutput } from '../terminal/terminal.js';

/** A terminal that keeps what was written, for specs of commands. */
export class FakeTerminal implements Terminal {
  readonly stdin: TerminalInput;
  readonly stdout = new FakeOutput();
  readonly stderr = new FakeOutput();
  readonly clock = systemClock;
  readonly cwd: string;
  env: Record<string, string | undefined> = {};
  exitCode = 0;
  readonly #interruption = new AbortController();

  /** @param stdin what comes from the standard input. */
  constructor(options: { readonly cwd?: string; readonly stdin?: string } = {}) {
    this.cwd = options.cwd ?? process.cwd();
    this.stdin = { isTTY: options.stdin === undefined, read: () => Promise.resolve(options.stdin ?? '') };
  }

  interrupted(): AbortSignal {
    return this.#interruption.signal;
  }

  /** As Ctrl-C does. */
  interrupt(): void {
    this.#interruption.abort('SIGINT');
  }

  setExitCode(code: number): void {
    this.exitCode = code;
  }

  /** Runs a command line to its end, and gives its exit code. */
  async run(...argv: readonly string[]): Promise<number> {
    await runProgram(argv, this);
    return this.exitCode;
  }
}

/** An output that may be a terminal's, that may be slow, and whose reader may go. */
export class FakeOutput implements TerminalOutput {
  isTTY = false;
  columns: number | undefined;
  hasColor = false;
  text = '';
  readonly #gone = new AbortController();
  readonly #listeners = new Set<() => void>();
  #isSlow = false;
  #release: (() => void) | undefined;

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  get lines(): readonly string[] {
    return this.text.split('\n').slice(0, -1);
  }

  write(text: string): void {
    this.text += text;
    for (const listener of this.#listeners) listener();
  }

  drained(): Promise<void> {
    if (!this.#isSlow) return Promise.resolve();
    return new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** From here on a reader takes nothing until `drain()`. */
  stall(): void {
    this.#isSlow = true;
  }

  drain(): void {
    this.#isSlow = false;
    this.#release?.();
  }

  /** The reader goes away, as `head` does. */
  leave(): void {
    this.#gone.abort();
    this.drain();
  }

  /** Settles once what was written contains the text. */
  said(text: string): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.text.includes(text)) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Settles once more was written than so many characters. */
  grew(length: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.text.length <= length) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }
}
