import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The compilers, as their packages are called here. Both are run as `npx tsc` runs them. */
export const compilers = {
  'TypeScript 7': join(dirname(require.resolve('@typescript/native/package.json')), 'bin', 'tsc'),
  'TypeScript 6': join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc6'),
} as const;

export type CompilerName = keyof typeof compilers;

const TIMEOUT_MS = 300_000;

/**
 * Runs a compiler to its end, and gives what it printed.
 *
 * @throws Error with its complaints where it has any.
 */
export function runCompiler(name: CompilerName, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [compilers[name], ...args], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${name} in ${cwd}: ${stdout.slice(0, 2000) || error.message}`));
    });
  });
}

/** What a compiler says of its own work. */
export interface CompilerDiagnostics {
  readonly instantiations: number;
  readonly checkMs: number;
  readonly totalMs: number;
  readonly memoryMb: number;
}

/** Reads what `--extendedDiagnostics` prints. */
export function readDiagnostics(printed: string): CompilerDiagnostics {
  return {
    instantiations: numberAfter(printed, 'Instantiations'),
    checkMs: numberAfter(printed, 'Check time') * 1000,
    totalMs: numberAfter(printed, 'Total time') * 1000,
    memoryMb: numberAfter(printed, 'Memory used') / 1024,
  };
}

function numberAfter(printed: string, name: string): number {
  const [, text] = new RegExp(`^${name}:\\s+([\\d.]+)`, 'mu').exec(printed) ?? [];
  if (text === undefined) throw new Error(`The compiler does not say its "${name}".`);
  return Number(text);
}
