import { execFile } from 'node:child_process';

/** How a program ended. */
export type ProgramResult =
  | { readonly ok: true; readonly output: string }
  /** `isMissing`: there is no such program. `problem` is what it wrote of the reason. */
  | { readonly ok: false; readonly isMissing: boolean; readonly problem: string };

/** How a program is run. */
export interface ProgramOptions {
  readonly cwd: string;
  /** It is ended after this long. */
  readonly timeoutMs: number;
}

// A contract of two thousand procedures has 6 MB.
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs a program without a shell, so that no argument is taken for a command. Never throws. */
export async function runProgram(
  program: string,
  programArguments: readonly string[],
  { cwd, timeoutMs }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const options = { cwd, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, encoding: 'utf8' } as const;
    execFile(program, programArguments, options, (error, output, problem) => {
      if (error === null) resolve({ ok: true, output });
      else if (error.killed === true)
        resolve({ ok: false, isMissing: false, problem: `It did not end within ${timeoutMs} ms.` });
      else resolve({ ok: false, isMissing: error.code === 'ENOENT', problem: problem.trim() || error.message });
    });
  });
}
