import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../generated-file.js';

/** Generated files on disk, and the interpreter that runs them. */
export class PythonFolder {
  readonly #folder = mkdtempSync(join(tmpdir(), 'trunkline-python-'));

  constructor(files: readonly GeneratedFile[]) {
    for (const { path, text } of files) this.write(path, text);
  }

  write(path: string, text: string): void {
    const place = join(this.#folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  /** Runs a script beside the package and gives what it printed. Rejects with what it complained of. */
  run(script: string, ...parameters: readonly string[]): Promise<string> {
    this.write('python/script.py', script);
    return new Promise((resolve, reject) => {
      const child = spawn(interpreter(), ['-W', 'error', 'script.py', ...parameters], {
        cwd: join(this.#folder, 'python'),
      });
      const output: string[] = [];
      const complaints: string[] = [];
      child.stdout.on('data', (text) => output.push(String(text)));
      child.stderr.on('data', (text) => complaints.push(String(text)));
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(output.join(''));
        else reject(new Error(`Python ended with ${code}:\n${complaints.join('')}`));
      });
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

let known: string | undefined;

/** The Python that sees `websockets`: Debian's own, where another one stands before it. */
function interpreter(): string {
  known ??= ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import websockets']).status === 0);
  if (known === undefined) throw new Error('No Python 3 with websockets is here; Debian has it as python3-websockets.');
  return known;
}
