import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const PACKED = ['protocol', 'client', 'server', 'codegen', 'cli', 'nx'];

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A workspace of Nx as a user has it: our packages packed and unpacked, everything else linked, nothing of this repository. */
export class NxWorkspace {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'trunkline-nx-')));

  async create(): Promise<void> {
    this.#linkPackages();
    for (const name of PACKED) await this.#install(name);
    this.write('package.json', '{ "name": "@acme/source", "private": true, "type": "module" }\n');
    this.write('nx.json', '{ "plugins": ["@trunkline/nx"], "analytics": false, "neverConnectToCloud": true }\n');
    this.write('.gitignore', 'node_modules\n.nx\ndist\n');
    await this.run('git', 'init', '--quiet');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  /** What npm does with the projects of a workspace. */
  link(name: string, folder: string): void {
    mkdirSync(join(this.path, 'node_modules', dirname(name)), { recursive: true });
    symlinkSync(join(this.path, folder), join(this.path, 'node_modules', name));
  }

  nx(...words: readonly string[]): Promise<Ended> {
    return this.run(process.execPath, join(repository, 'node_modules/nx/dist/bin/nx.js'), ...words);
  }

  run(program: string, ...words: readonly string[]): Promise<Ended> {
    // What an Nx that runs this spec says to its tasks is not said to this one.
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
    const env = {
      ...Object.fromEntries(own),
      PATH: `${join(this.path, 'node_modules/.bin')}:${process.env['PATH']}`,
      CI: 'true',
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      NODE_OPTIONS: '',
    };
    return new Promise((done) => {
      execFile(program, words, { cwd: this.path, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
        done({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
      });
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #linkPackages(): void {
    const from = join(repository, 'node_modules');
    const to = join(this.path, 'node_modules');
    mkdirSync(join(to, '.bin'), { recursive: true });
    for (const name of readdirSync(from)) {
      if (name.startsWith('.') || name === '@trunkline') continue;
      const names = name.startsWith('@') ? readdirSync(join(from, name)).map((inner) => `${name}/${inner}`) : [name];
      for (const each of names) {
        mkdirSync(dirname(join(to, each)), { recursive: true });
        symlinkSync(join(from, each), join(to, each));
      }
    }
    symlinkSync('../@trunkline/cli/bin/trunkline.js', join(to, '.bin/trunkline'));
    symlinkSync('../@typescript/native/bin/tsc', join(to, '.bin/tsc'));
    symlinkSync('../tsx/dist/cli.mjs', join(to, '.bin/tsx'));
  }

  async #install(name: string): Promise<void> {
    const source = join(repository, 'libs', name);
    const target = join(this.path, 'node_modules/@trunkline', name);
    mkdirSync(target, { recursive: true });
    const pack = ['pack', source, '--json', '--ignore-scripts', '--pack-destination', this.path];
    const { code, output } = await this.run('npm', ...pack);
    if (code !== 0) throw new Error(`npm cannot pack ${name}: ${output}`);
    const file = join(this.path, `trunkline-${name}-0.1.0.tgz`);
    await this.run('tar', 'xzf', file, '-C', target, '--strip-components=1');
    rmSync(file);
    await this.run('chmod', '+x', join(this.path, 'node_modules/@trunkline/cli/bin/trunkline.js'));
    // What npm could not share with the whole repository.
    const own = join(source, 'node_modules');
    if (existsSync(own)) cpSync(own, join(target, 'node_modules'), { recursive: true });
  }
}
