import type { Clock } from '@trunkline/protocol';

/** What a command may ask of the outside: the streams, the environment and the end of the process. */
export interface Terminal {
  readonly stdin: TerminalInput;
  /** What was asked for: data that another program may read. */
  readonly stdout: TerminalOutput;
  /** What a person should know beside it: errors, notices, progress. */
  readonly stderr: TerminalOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The folder that relative paths begin at. */
  readonly cwd: string;
  /**
   * Aborts when whoever runs the command wants it to end (SIGINT, SIGTERM, SIGHUP). From the first time it is asked for, such a
   * signal no longer ends the process: whoever asks has to end the command. A second signal ends the process all the same.
   */
  interrupted(): AbortSignal;
  /** The code that the process ends with once nothing is under way. The last one stands. */
  setExitCode(code: number): void;
}

export interface TerminalInput {
  readonly isTTY: boolean;
  /** Everything up to the end of the input, as UTF-8. Rejects when it cannot be read. */
  read(): Promise<string>;
}

export interface TerminalOutput {
  readonly isTTY: boolean;
  /** Width in characters; undefined where there is none, such as in a pipe. */
  readonly columns: number | undefined;
  /** Whether colour is wanted: of a terminal that has it, unless NO_COLOR says otherwise. */
  readonly hasColor: boolean;
  /** Never throws. What is written after the reader is gone is lost. */
  write(text: string): void;
  /** Settles as soon as the reader has taken what was written, or is gone. At once while there is room for more. */
  drained(): Promise<void>;
  /** Aborts when the reader went away, such as `head` after its last line. */
  readonly gone: AbortSignal;
}
