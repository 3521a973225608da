import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PlayAnswer, PlayRequest } from './peers/client-process.js';

/** Which library a process loads: the module to import, and whether it is the source beside it or a build. */
export interface PeerLibrary {
  readonly moduleUrl: string;
  readonly isSource: boolean;
}

/** One side of a pair, in a process of its own, so that each loads its own version of everything. */
export class Peer {
  readonly #child: ChildProcess;
  #playCount = 0;

  constructor(side: 'server' | 'client', { moduleUrl, isSource }: PeerLibrary) {
    const script = join(import.meta.dirname, 'peers', `${side}-process.ts`);
    const condition = isSource ? ['--conditions=@trunkline/source'] : [];
    this.#child = fork(script, [moduleUrl], { execArgv: ['--import', 'tsx', ...condition] });
  }

  /** The first that the process says. */
  said(): Promise<unknown> {
    return this.#next();
  }

  async play(request: Omit<PlayRequest, 'number'>): Promise<unknown> {
    this.#playCount += 1;
    const number = this.#playCount;
    this.#child.send({ ...request, number });
    for (;;) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The script answers with nothing else.
      const answer = (await this.#next()) as PlayAnswer;
      if (answer.number !== number) continue;
      if ('failure' in answer) throw new Error(answer.failure);
      return answer.seen;
    }
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.disconnect();
    await exited;
  }

  async #next(): Promise<unknown> {
    const settled = new AbortController();
    const ended = once(this.#child, 'exit', settled).then(([code]: unknown[]) => {
      throw new Error(`The process ended with ${String(code)}.`);
    });
    ended.catch(() => undefined);
    try {
      const said: Promise<readonly unknown[]> = once(this.#child, 'message', settled);
      return (await Promise.race([said, ended]))[0];
    } finally {
      settled.abort();
    }
  }
}
