import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readContract } from '../contract/read-contract.js';
import { hashOf } from '../contract/shape.js';
import { ProjectFolder } from '../reader/compiler/project-folder.spec-support.js';
import { describeProblem } from '../reader/merge/find-problems.js';
import { RouterImportError } from '../reader/schema/import/import-router.js';
import { compareFolder } from './compare-folder.js';
import type { GenerateSettings } from './generate-settings.js';
import type { Generation } from './generation.js';
import { Generator } from './generator.js';
import { writeChanges } from './write-changes.js';

const SPEC_TIMEOUT_MS = 60_000;

let project: ProjectFolder;
let generator: Generator;
let steps: string[];

const head = `
  import { initTRPC } from '@trpc/server';
  import superjson from 'superjson';
  import * as z from 'zod';
  const t = initTRPC.create({ transformer: superjson });
`;
const byId = `byId: t.procedure.input(z.string().min(3)).query(({ input }) => ({ id: input, placedAt: new Date() })),`;
const place = `place: t.procedure.input(z.object({ sku: z.string() })).mutation(() => 'ok'),`;
const routerOf = (...procedures: readonly string[]): string =>
  `${head} export const appRouter = t.router({ orders: t.router({ ${procedures.join('\n')} }) });`;

function open(settings: Partial<GenerateSettings> = {}, isWatching = false): Generator {
  steps = [];
  generator = new Generator(
    { router: 'src/router.ts#appRouter', out: 'api', ...settings },
    { cwd: project.folder, isWatching, onStep: ({ name }) => steps.push(name) },
  );
  return generator;
}

const changesOf = async ({ files }: Generation): Promise<readonly string[]> =>
  (await compareFolder(generator.outFolder, files)).map(({ kind, path }) => `${kind} ${path}`);
const write = async ({ files }: Generation): Promise<void> =>
  writeChanges(generator.outFolder, await compareFolder(generator.outFolder, files));

beforeEach(() => {
  project = new ProjectFolder({ 'src/router.ts': routerOf(byId, place) });
});

afterEach(() => {
  generator.close();
  project.remove();
});

describe('Generator', () => {
  it(
    'makes a contract of what the schemas and the types say, and the same files every time',
    async () => {
      open();
      const generation = await generator.generate();
      expect(generation).toMatchObject({ problems: [], warnings: [] });
      expect(generation.contract).toMatchObject({
        transformer: 'superjson',
        procedures: {
          'orders.byId': {
            kind: 'query',
            input: { kind: 'string', minLength: 3 },
            output: { kind: 'object', properties: [{ name: 'id' }, { name: 'placedAt', type: { name: 'Date' } }] },
          },
          'orders.place': { kind: 'mutation', output: { kind: 'string' } },
        },
      });
      expect(steps.toSorted()).toEqual(['emit', 'merge', 'schemas', 'types']);
      await write(generation);
      expect(await changesOf(await generator.generate([]))).toEqual([]);
      generator.close();
      expect(await changesOf(await open().generate())).toEqual([]);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'takes in a change, and remembers the shapes of clients that still work',
    async () => {
      open({ documents: false });
      const first = await generator.generate();
      await write(first);
      const router = project.write(
        'src/router.ts',
        routerOf(byId, place.replace('z.string()', 'z.string(), note: z.string().optional()')),
      );
      const second = await generator.generate([router]);
      expect(await changesOf(second)).toEqual([
        'changed compatibility.json',
        'changed contract.json',
        'changed dist/client.js',
        'changed dist/types.d.ts',
        'changed src/client.ts',
        'changed src/types.ts',
      ]);
      const compatibility: unknown = JSON.parse(
        second.files.find(({ path }) => path === 'compatibility.json')?.text ?? '',
      );
      expect(compatibility).toEqual({
        trunkline: 1,
        contract: hashOf(second.contract),
        procedures: {
          'orders.byId': [expect.any(String)],
          'orders.place': [expect.any(String), expect.any(String)],
        },
      });
      expect(generator.sourceFolders()).toEqual([project.folder]);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'makes after one change upon another what a new generator makes',
    async () => {
      const orders = (...fields: readonly string[]): string =>
        `${head} export interface Order { ${fields.join(' ')} }
        export const orders = t.router({ ${byId} ${place} last: t.procedure.query((): Order[] => []) });`;
      const root = `import { orders } from './orders.js'; ${head}
        export const appRouter = t.router({ orders, health: t.procedure.query(() => 'ok') });`;
      project.write('src/orders.ts', orders('id: string;'));
      const router = project.write('src/router.ts', root);
      const watching = open({ validators: true }, true);
      await watching.generate();
      const changes = [project.path('src/orders.ts'), project.path('src/orders.ts'), router];
      const texts = [
        orders('id: string;', 'note: string | null;'),
        orders('id: string;', '/** Of the shop. */ items: Set<string>;'),
        root.replace("'ok'", '({ ok: true })'),
      ];
      let made: Generation | undefined;
      for (const [index, path] of changes.entries()) {
        project.write(path.slice(project.folder.length + 1), texts[index] ?? '');
        made = await watching.generate([path]);
      }
      watching.close();
      expect(made?.files).toEqual((await open({ validators: true }).generate()).files);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'says which types cannot be expressed, and lets them be unknown where that is allowed',
    async () => {
      project.write('src/router.ts', routerOf('loose: t.procedure.query((): { held: object } => ({ held: {} })),'));
      open();
      const { problems } = await generator.generate();
      expect(problems.map(describeProblem)).toEqual([expect.stringContaining('"orders.loose", output.held: ')]);
      generator.close();
      const allowed = await open({ allowUnknown: true }).generate();
      expect(allowed.problems).toEqual([]);
      expect(allowed.files.find(({ path }) => path === 'src/types.ts')?.text).toContain('held: unknown');
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'reads types alone without running the application, and schemas alone without a compiler',
    async () => {
      project.write('src/router.ts', `${routerOf(byId)} throw new Error('it ran');`);
      const types = await open({ read: 'types' }).generate();
      expect(types.contract.procedures['orders.byId']?.input).toEqual({ kind: 'string' });
      expect(steps).toEqual(['types', 'merge', 'emit']);
      project.write('src/router.ts', routerOf(byId));
      const schemas = await open({ read: 'schemas' }).generate();
      expect(schemas.contract.procedures['orders.byId']?.input).toMatchObject({ minLength: 3 });
      expect(schemas.problems.map(describeProblem)).toEqual([expect.stringContaining('"orders.byId", output: ')]);
      expect(steps).toEqual(['schemas', 'merge', 'emit']);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'tells why a router cannot be read, and goes on once it can',
    async () => {
      project.write('src/router.ts', `${routerOf(byId)} throw new Error('no database');`);
      open();
      const error: unknown = await generator.generate().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(RouterImportError);
      expect(String(error)).toContain('no database');
      const router = project.write('src/router.ts', routerOf(byId));
      expect(Object.keys((await generator.generate([router])).contract.procedures)).toEqual(['orders.byId']);
    },
    SPEC_TIMEOUT_MS,
  );

  it('writes a contract that is read as what it was', async () => {
    const { contract, files } = await open({ compiler: 'classic', documents: false, compile: false }).generate();
    const text = files.find(({ path }) => path === 'contract.json')?.text ?? '';
    expect(readContract(text, 'contract.json')).toEqual(contract);
  }, 60_000);
});
