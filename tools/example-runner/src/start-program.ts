import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A program of an example, as its reader would start it. */
export interface RunningProgram {
  /** What is typed into it. */
  readonly input: Writable;
  /** What it has printed so far, errors too. */
  printed(): string;
  /** Settles with the first match once the program has printed it; rejects when the program ends before. */
  saw(pattern: RegExp): Promise<RegExpExecArray>;
  /** Settles with the exit code, or null for a signal. */
  readonly ended: Promise<number | null>;
  /** Asks it to end as Ctrl-C does, or with SIGTERM as a deploy does, and settles once it has. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

/**
 * Runs a TypeScript file in a process of its own.
 *
 * @param environment Variables in addition to those of this process. `PORT` is 0 unless it is given: a free one.
 * @param conditions What package exports are chosen by: the workspace's sources, unless the example needs builds.
 */
export function startProgram(
  file: URL,
  environment: Readonly<Record<string, string>> = {},
  conditions: readonly string[] = ['@trunkline/source'],
): RunningProgram {
  const flags = [...conditions.map((condition) => `--conditions=${condition}`), '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, fileURLToPath(file)], {
    cwd: fileURLToPath(new URL('..', file)),
    // A program that is run by jest would otherwise be started with jest's flags, and print colours between its words.
    env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0', PORT: '0', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  let isOver = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      tell();
    });
  }
  const ended = once(child, 'close').then(() => {
    isOver = true;
    tell();
    return child.exitCode;
  });
  return {
    input: child.stdin,
    printed: () => text,
    saw: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(text);
          if (match === null && !isOver) return;
          listeners.delete(look);
          if (match === null)
            reject(new Error(`${file.pathname} ended before it printed ${String(pattern)}:\n${text}`));
          else resolve(match);
        };
        listeners.add(look);
        look();
      }),
    ended,
    stop: (signal = 'SIGINT') => {
      if (!isOver) child.kill(signal);
      return ended;
    },
  };
}
