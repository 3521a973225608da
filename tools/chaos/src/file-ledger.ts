import { AppendLog } from './append-log.js';
import type { EffectLedger } from './effect-ledger.js';

/** Effects that outlive the process: each is one line of a file, with its name, so that both are there or neither. */
export class FileLedger implements EffectLedger {
  readonly #numbers = new Map<string, number>();
  readonly #log: AppendLog;
  #count = 0;

  /** @param written is told of each effect, also of those of other processes. */
  constructor(path: string, written: (key: string, number: number) => void = () => undefined) {
    this.#log = new AppendLog(path, ({ key, once, number }) => {
      if (typeof key !== 'string' || typeof number !== 'number') return;
      this.#count += 1;
      if (typeof once === 'string') this.#numbers.set(once, number);
      written(key, number);
    });
  }

  bringAbout(key: string, once: string | undefined): number {
    const found = once === undefined ? undefined : this.find(once);
    if (found !== undefined) return found;
    this.#log.read();
    const number = this.#count + 1;
    this.#log.write({ key, number, ...(once !== undefined && { once }) });
    return number;
  }

  find(once: string): number | undefined {
    this.#log.read();
    return this.#numbers.get(once);
  }

  close(): void {
    this.#log.close();
  }
}
