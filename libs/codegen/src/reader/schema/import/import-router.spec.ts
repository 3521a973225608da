import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appRouter } from '../../../testing/sample/app-router.js';
import { readSchemas } from '../read-schemas.js';
import { importRouter, RouterImportError } from './import-router.js';

const samplePath = fileURLToPath(new URL('../../../testing/sample/app-router.ts', import.meta.url));
const SPEC_TIMEOUT_MS = 60_000;

// Beside the sources, so that packages are found from there.
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(fileURLToPath(new URL('temporary-', import.meta.url)));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = `
  import { initTRPC } from '@trpc/server';
  const t = initTRPC.create();
`;
const router = 'export const appRouter = t.router({ ping: t.procedure.query(() => 1) });';

async function importText(
  text: string,
  options: { readonly importTimeoutMs?: number } = {},
): ReturnType<typeof importRouter> {
  const routerPath = join(mkdtempSync(join(folder, 'router-')), 'router.ts');
  writeFileSync(routerPath, text);
  return importRouter({ routerPath, exportName: 'appRouter', ...options });
}

const messageOf = async (importing: Promise<unknown>): Promise<string> => {
  const error = await importing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RouterImportError);
  return error instanceof Error ? error.message : '';
};

describe('importRouter', () => {
  it(
    'reads in another process what is read in this one',
    async () => {
      const { reading } = await importRouter({ routerPath: samplePath, exportName: 'appRouter' });
      expect(reading).toStrictEqual(await readSchemas(appRouter));
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'is held up neither by open handles nor by what fails beside the import, and hears no words but its own',
    async () => {
      const { reading } = await importText(`${head}
      import { createServer } from 'node:net';
      enum Level { Low, High }
      createServer().listen(0);
      setInterval(() => undefined, 1000);
      console.log(JSON.stringify({ trunkline: 'reading', json: '{}' }), Level.High);
      process.send?.({ trunkline: 'ready' });
      void Promise.reject(new Error('The database is not there.'));
      ${router}`);
      expect(Object.keys(reading.procedures)).toEqual(['ping']);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'tells the application that it is only read',
    async () => {
      const { reading } = await importText(`${head}
      export const appRouter = t.router({ [process.env['TRUNKLINE_GENERATE'] ?? 'none']: t.procedure.query(() => 1) });`);
      expect(Object.keys(reading.procedures)).toEqual(['1']);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'reads a router of a CommonJS package',
    async () => {
      const commonJs = mkdtempSync(join(folder, 'commonjs-'));
      writeFileSync(join(commonJs, 'package.json'), '{}');
      writeFileSync(join(commonJs, 'router.ts'), `${head}${router}`);
      const { reading } = await importRouter({ routerPath: join(commonJs, 'router.ts'), exportName: 'appRouter' });
      expect(Object.keys(reading.procedures)).toEqual(['ping']);
    },
    SPEC_TIMEOUT_MS,
  );

  it('says that a file is not there', async () => {
    const message = await messageOf(importRouter({ routerPath: join(folder, 'gone.ts'), exportName: 'appRouter' }));
    expect(message).toBe(`There is no file ${join(folder, 'gone.ts')}; the router is looked for there.`);
  });

  it(
    'shows the stack of what the file throws, and what it printed',
    async () => {
      const message = await messageOf(
        importText(`
      console.log('Connecting.');
      throw new Error('DATABASE_URL is not set.');
      export {};`),
      );
      expect(message).toMatch(
        /router\.ts threw while it was imported:\nError: DATABASE_URL is not set\.\n {4}at .*router\.ts:3/,
      );
      expect(message).toMatch(/It printed:\nConnecting\.$/);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'shows where a file cannot be parsed',
    async () => {
      expect(await messageOf(importText('export const = 1;'))).toContain('router.ts:1:13');
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'says that the process ended by itself',
    async () => {
      const message = await messageOf(importText(`console.error('No configuration.'); process.exit(3);`));
      expect(message).toContain(
        'ended by itself (exit code 3) before the router was there.\nIt printed:\nNo configuration.',
      );
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'gives up after the time that the option says',
    async () => {
      const importTimeoutMs = 1500;
      const message = await messageOf(
        importText('setInterval(() => undefined, 1000); await new Promise(() => undefined);', { importTimeoutMs }),
      );
      expect(message).toContain(`was not imported within ${importTimeoutMs} ms`);
      expect(message).toContain('raise the option importTimeoutMs');
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'takes the settings of TypeScript and arguments for Node',
    async () => {
      const project = mkdtempSync(join(folder, 'paths-'));
      writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "paths": { "@app/*": ["./*"] } } }');
      writeFileSync(
        join(project, 'name.ts'),
        'export const name = process.execArgv.includes("--no-warnings") ? "quiet" : "loud";',
      );
      const text = `import { name } from '@app/name.js';${head}
        export const appRouter = t.router({ [name]: t.procedure.query(() => 1) });`;
      writeFileSync(join(project, 'router.ts'), text);
      const { reading } = await importRouter({
        routerPath: join(project, 'router.ts'),
        exportName: 'appRouter',
        tsconfigPath: join(project, 'tsconfig.json'),
        nodeArguments: ['--no-warnings'],
      });
      expect(Object.keys(reading.procedures)).toEqual(['quiet']);
    },
    SPEC_TIMEOUT_MS,
  );
});
