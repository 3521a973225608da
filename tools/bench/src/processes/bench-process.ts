import { type ChildProcess, fork } from 'node:child_process';
import type { Question, Reply } from './serve-commands.js';

type Handlers<Commands> = { [Name in keyof Commands]: (argument: never) => unknown };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface ChildSettings {
  readonly scriptPath: string;
  /** How it is called in errors. */
  readonly title: string;
  /** A folder for CPU profiles; undefined takes none. */
  readonly profileFolder: string | undefined;
}

const answerTimeoutMs = 90_000;

/** A process of its own that answers commands: a server or a client that is measured. */
export class BenchProcess<Commands extends Handlers<Commands>> {
  readonly #child: ChildProcess;
  readonly #title: string;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #lastId = 0;

  constructor({ scriptPath, title, profileFolder }: ChildSettings) {
    const profile = profileFolder === undefined ? [] : profileOptions(profileFolder, title);
    this.#title = title;
    this.#child = fork(scriptPath, {
      execArgv: ['--expose-gc', ...profile],
      env: { ...process.env, NODE_ENV: 'production', WS_NO_BUFFER_UTIL: '1', WS_NO_UTF_8_VALIDATE: '1' },
    });
    this.#child.on('message', (reply: Reply) => this.#settle(reply));
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        this.#failAll(new Error(`${title} ended with ${signal ?? `code ${code}`}.`));
        resolve();
      });
    });
  }

  /** Rejects when the command throws, when the process ends, and when there is no answer in a minute and a half. */
  ask<Name extends keyof Commands & string>(
    name: Name,
    ...[argument]: Parameters<Commands[Name]>
  ): Promise<Awaited<ReturnType<Commands[Name]>>> {
    this.#lastId += 1;
    const question: Question = { id: this.#lastId, name, argument };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(question.id);
        reject(new Error(`${this.#title} did not answer "${name}" within ${answerTimeoutMs} ms.`));
      }, answerTimeoutMs);
      this.#waiting.set(question.id, {
        resolve: (result) => {
          clearTimeout(timer);
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Both ends are compiled against the same Commands.
          resolve(result as Awaited<ReturnType<Commands[Name]>>);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      this.#child.send(question, (error) => {
        if (error) this.#settle({ id: question.id, problem: error.message });
      });
    });
  }

  /** Ends the process; a command without an answer rejects. */
  async end(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await this.#exited;
    clearTimeout(timer);
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.id);
    if ('problem' in reply) waiting.reject(new Error(`${this.#title}: ${reply.problem}`));
    else waiting.resolve(reply.result);
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

let profileCount = 0;

function profileOptions(folder: string, title: string): string[] {
  profileCount += 1;
  const name = `${profileCount}-${title.replaceAll(/[^\w+-]+/g, '-')}.cpuprofile`;
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}`];
}
