import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../testing/fake-terminal.js';

const SPEC_TIMEOUT_MS = 60_000;

const TSCONFIG = {
  compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext', strict: true, types: [], skipLibCheck: true },
  include: ['src'],
};
const routerOf = (output: string): string => `
  import { initTRPC } from '@trpc/server';
  import * as z from 'zod';
  const t = initTRPC.create();
  export const appRouter = t.router({ count: t.procedure.input(z.int().min(1)).query(() => ${output}) });
`;

// Within the workspace, so that the router finds its packages.
let folder: string;
let terminal: FakeTerminal;

const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const generate = (...flags: readonly string[]): Promise<number> =>
  terminal.run('generate', '--router', 'src/router.ts#appRouter', '--out', 'api', '--no-documents', ...flags);

beforeEach(() => {
  folder = mkdtempSync(fileURLToPath(new URL('temporary-', import.meta.url)));
  terminal = new FakeTerminal({ cwd: folder });
  put('package.json', '{ "type": "module" }');
  put('tsconfig.json', JSON.stringify(TSCONFIG));
  put('src/router.ts', routerOf('1'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('trunkline generate', () => {
  it(
    'makes a package, leaves it as it is while it is fresh, and tells how it became stale',
    async () => {
      expect(await generate()).toBe(0);
      expect(terminal.stdout.text).toMatch(/^api: 1 procedure, 19 files written, 0 unchanged, in \d+ ms\.\n$/u);
      expect(read('api/src/types.ts')).toContain('export type CountOutput = number;');
      const { mtimeMs } = statSync(join(folder, 'api/src/types.ts'));

      expect(await generate('--check')).toBe(0);
      expect(terminal.stdout.lines.at(-1)).toBe('api is up to date: 19 files.');

      put('src/router.ts', routerOf("'one'"));
      expect(await generate('--check')).toBe(1);
      const { text } = terminal.stdout;
      expect(text).toContain('-export type CountOutput = number;\n+export type CountOutput = string;');
      expect(text).toContain('Run: npx trunkline generate --router src/router.ts#appRouter --out api --no-documents');
      expect(statSync(join(folder, 'api/src/types.ts')).mtimeMs).toBe(mtimeMs);

      expect(await generate()).toBe(0);
      expect(read('api/src/types.ts')).toContain('export type CountOutput = string;');
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'takes a configuration with several clients, relative to its own folder',
    async () => {
      const client = { router: 'src/router.ts#appRouter', documents: false, compile: false };
      put(
        'trunkline.config.json',
        JSON.stringify([
          { ...client, out: 'one' },
          { ...client, out: 'two', trpc: false },
        ]),
      );
      mkdirSync(join(folder, 'elsewhere'));
      terminal = new FakeTerminal({ cwd: join(folder, 'elsewhere') });
      expect(await terminal.run('generate', '--config', '../trunkline.config.json')).toBe(0);
      expect(terminal.stdout.lines.map((line) => line.split(':')[0])).toEqual(['../one', '../two']);
      expect(read('two/generated.json')).not.toContain('trpc');
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'writes nothing of a router with a type that cannot be expressed, and says which',
    async () => {
      put('src/router.ts', routerOf('({ held: {} as object })'));
      expect(await generate()).toBe(1);
      expect(terminal.stderr.text).toContain('"count", output.held: ');
      expect(() => read('api/contract.json')).toThrow('ENOENT');
      expect(await generate('--allow-unknown')).toBe(0);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'ends with 2 where the router cannot be read',
    async () => {
      put('src/router.ts', 'throw new Error("no database");');
      expect(await generate()).toBe(2);
      expect(terminal.stderr.text).toContain('no database');
      put('src/router.ts', routerOf('1').replace('appRouter', 'otherRouter'));
      expect(await generate('--check')).toBe(2);
      expect(terminal.stderr.text).toContain('has no export "appRouter". It exports otherRouter.');
    },
    SPEC_TIMEOUT_MS,
  );

  it('ends with 2 where nothing or a wrong thing says what to generate', async () => {
    expect(await terminal.run('generate')).toBe(2);
    expect(terminal.stderr.text).toContain('Nothing says the router: there is no trunkline.config.ts in this folder.');
    expect(await terminal.run('generate', '--router', 'src/none.ts#appRouter', '--out', 'api')).toBe(2);
    expect(terminal.stderr.text).toContain('src/none.ts');
    expect(await generate('--check', '--watch')).toBe(2);
    expect(terminal.stderr.text).toContain('--check looks once and --watch stays');
  });

  it(
    'follows a router that is edited, broken and repaired, until it is interrupted',
    async () => {
      const { stdout, stderr } = terminal;
      const ended = generate('--watch');
      await stdout.said('Ctrl-C ends.');
      put('src/router.ts', routerOf("'one'"));
      await stdout.said('src/router.ts changed: ');
      expect(read('api/src/types.ts')).toContain('export type CountOutput = string;');
      put('src/router.ts', 'throw new Error("half an edit");');
      await stderr.said('half an edit');
      put('src/router.ts', routerOf('true'));
      await stdout.said('(');
      await until(() => read('api/src/types.ts').includes('CountOutput = boolean'), stdout);
      terminal.interrupt();
      expect(await ended).toBe(0);
    },
    SPEC_TIMEOUT_MS,
  );
});

/** Looks whenever something is written. */
async function until(isDone: () => boolean, output: FakeTerminal['stdout']): Promise<void> {
  for (let length = output.text.length; !isDone(); length = output.text.length) {
    await output.grew(length);
  }
}
