import { afterEach, describe, expect, it } from '@jest/globals';
import type { CompilerReading } from '../reading.js';
import { ProjectFolder } from './project-folder.spec-support.js';
import { TypeReader, type TypeReaderOptions } from './type-reader.js';

const ROOT = `
import { initTRPC } from '@trpc/server';
export const t = initTRPC.create();
`;
const area = (output: string, more = ''): string => `
import type { Shared } from './models.js';
import { t } from './root.js';
${more}
/** Of this area. */
export interface Own { shared: Shared; value: ${output} }
export const area = t.router({
  /** Gets it. */
  get: t.procedure.query((): Own => { throw new Error(); }),
});
`;
const FILES = {
  'root.ts': ROOT,
  'models.ts': 'export interface Shared { id: string }',
  'one.ts': area('string').replaceAll('area', 'one'),
  'two.ts': area('number').replaceAll('area', 'two'),
  'three.ts': area('boolean').replaceAll('area', 'three'),
  'four.ts': area('null').replaceAll('area', 'four'),
  'app.ts': `
import { one } from './one.js';
import { two } from './two.js';
import { three } from './three.js';
import { four } from './four.js';
import { t } from './root.js';
export const appRouter = t.router({ one, two, three, deep: { four }, health: t.procedure.query(() => 'ok' as const) });
export const notRouter = 1;
`,
};

describe.each(['native', 'classic'] as const)('TypeReader with the %s compiler', (engine) => {
  const opened: { close(): void }[] = [];
  afterEach(() => {
    for (const { close } of opened.splice(0)) {
      close();
    }
  });

  async function open(project: ProjectFolder, more: Partial<TypeReaderOptions> = {}): Promise<TypeReader> {
    const { tsconfigPath } = project;
    const reader = await TypeReader.open({
      tsconfigPath,
      routerPath: project.path('app.ts'),
      exportName: 'appRouter',
      engine,
      ...more,
    });
    opened.push({ close: () => reader.close() });
    return reader;
  }

  function makeProject(files: Readonly<Record<string, string>> = {}): ProjectFolder {
    const project = new ProjectFolder({ ...FILES, ...files });
    opened.push({ close: () => project.remove() });
    return project;
  }

  async function readAfresh(project: ProjectFolder): Promise<CompilerReading> {
    const reader = await open(project);
    return reader.read();
  }

  it('reads procedures with comments, names types by file where two have one name, and knows there is no transformer', async () => {
    const reading = await readAfresh(makeProject());
    expect(reading.hasTransformer).toBe(false);
    expect(reading.errorData).toBeUndefined();
    expect(Object.keys(reading.procedures)).toEqual(['deep.four.get', 'health', 'one.get', 'three.get', 'two.get']);
    expect(reading.procedures['one.get']).toEqual({
      kind: 'query',
      input: { kind: 'void' },
      output: { kind: 'reference', name: 'OwnOne' },
      doc: 'Gets it.',
    });
    expect(Object.keys(reading.types)).toEqual(['OwnFour', 'OwnOne', 'OwnThree', 'OwnTwo', 'Shared']);
    expect(reading.types['OwnOne']).toMatchObject({ kind: 'object', doc: 'Of this one.' });
  });

  it.each([
    ['a type in one file', 'two.ts', area('Date').replaceAll('area', 'two')],
    [
      'a procedure more',
      'two.ts',
      area('Date').replaceAll('area', 'two').replace('  /**', '  added: t.procedure.query(() => 1 as const),\n  /**'),
    ],
    ['a nested router', 'four.ts', area('Date').replaceAll('area', 'four')],
    ['a type that all share', 'models.ts', 'export interface Shared { id: number; more: Date }'],
    [
      'what all are made from',
      'root.ts',
      ROOT.replace('.create()', '.create({ errorFormatter: ({ shape }) => ({ ...shape, data: { own: 1 } }) })'),
    ],
    ['the whole router', 'app.ts', FILES['app.ts'].replace("'ok' as const", '1 as const').replace('three, ', '')],
    ['a type of everybody', 'two.ts', `${FILES['two.ts']}\ndeclare global { interface Everywhere { a: 1 } }`],
  ])('reads after a change of %s what a new reader reads', async (_, name, text) => {
    const project = makeProject();
    const reader = await open(project);
    const before = reader.read();
    const file = project.write(name, text);
    const after = reader.read([file]);
    expect(JSON.stringify(after)).toBe(JSON.stringify(await readAfresh(project)));
    project.write(name, FILES[name as keyof typeof FILES]);
    expect(JSON.stringify(reader.read([file]))).toBe(JSON.stringify(before));
  });

  it('reads after a file was added, and without being told what changed', async () => {
    const project = makeProject();
    const reader = await open(project);
    reader.read();
    const added = project.write('five.ts', area('symbol').replaceAll('area', 'five'));
    const app = project.write(
      'app.ts',
      FILES['app.ts']
        .replace('{ one,', '{ one, five,')
        .replace('import { t }', "import { five } from './five.js';\nimport { t }"),
    );
    expect(reader.read([added, app]).procedures).toHaveProperty(['five.get']);
    project.write('app.ts', FILES['app.ts']);
    expect(reader.read().procedures).not.toHaveProperty(['five.get']);
  });

  it('says where there is no such file, export or router', async () => {
    const project = makeProject();
    const read = async (more: Partial<TypeReaderOptions>): Promise<CompilerReading> =>
      (await open(project, more)).read();
    await expect(read({ exportName: 'router' })).rejects.toThrow(/exports no router; it exports .*appRouter/u);
    await expect(read({ exportName: 'notRouter' })).rejects.toThrow(/notRouter of .*app\.ts is not a router/u);
    await expect(read({ routerPath: project.path('gone.ts') })).rejects.toThrow(/gone\.ts is not among the files of/u);
  });
});
