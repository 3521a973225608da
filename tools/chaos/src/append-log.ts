import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** One step of a log: anything that JSON can hold. */
export type LogEntry = Readonly<Record<string, string | number | boolean>>;

/**
 * A file to which several processes write, and of which each reads what all have written, in one order. A line that is
 * written stays, however the process ends; a line that was cut off counts for nothing.
 */
export class AppendLog {
  readonly #path: string;
  readonly #file: number;
  readonly #apply: (entry: LogEntry) => void;
  #position = 0;

  /** @param apply is given each entry once, in the order of the file. */
  constructor(path: string, apply: (entry: LogEntry) => void) {
    this.#path = path;
    this.#apply = apply;
    this.#file = openSync(path, 'a+');
    this.read();
  }

  /** Reads what was written since. */
  read(): void {
    const buffer = Buffer.alloc(fstatSync(this.#file).size - this.#position);
    const length = readSync(this.#file, buffer, 0, buffer.length, this.#position);
    const end = buffer.subarray(0, length).lastIndexOf(0x0a) + 1;
    this.#position += end;
    for (const line of buffer.toString('utf8', 0, end).split('\n')) {
      const entry = parse(line);
      if (entry !== undefined) this.#apply(entry);
    }
  }

  /** Writes an entry, and reads up to it. */
  write(entry: LogEntry): void {
    // What a process that was killed has cut off ends here too.
    appendFileSync(this.#path, `\n${JSON.stringify(entry)}\n`);
    this.read();
  }

  close(): void {
    closeSync(this.#file);
  }
}

function parse(line: string): LogEntry | undefined {
  if (line === '') return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is LogEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
