import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../reader/compiler/project-folder.spec-support.js';
import { planGeneration } from './plan.js';
import { TypeSource } from './type-source.js';

const SPEC_TIMEOUT_MS = 60_000;

let project: ProjectFolder;
let source: TypeSource;
let warnings: string[];

const ROUTER = `
  import { initTRPC } from '@trpc/server';
  import { give } from './give.js';
  const t = initTRPC.create();
  export const appRouter = t.router({ ping: t.procedure.query(() => give()) });
`;

function open(settings: object = {}): TypeSource {
  const plan = planGeneration({ router: 'src/router.ts#appRouter', out: 'out', ...settings }, project.folder);
  warnings = [];
  source = new TypeSource(plan, (warning) => warnings.push(warning));
  return source;
}

beforeEach(() => {
  project = new ProjectFolder({
    'src/router.ts': ROUTER,
    'src/give.ts': "export const give = () => 'text';",
  });
});

afterEach(() => {
  source.close();
  project.remove();
});

const outputOf = async (changedFiles?: readonly string[]) =>
  (await source.read(changedFiles)).procedures['ping']?.output;

describe('TypeSource', () => {
  it(
    'reads again what changed, and everything after a reading that failed',
    async () => {
      open();
      expect(await outputOf()).toEqual({ kind: 'string' });
      const give = project.write('src/give.ts', 'export const give = () => 1;');
      expect(await outputOf([give])).toEqual({ kind: 'number' });
      const router = project.write('src/router.ts', 'export const other = 1;');
      await expect(source.read([router])).rejects.toThrow('exports no appRouter; it exports other');
      project.write('src/router.ts', ROUTER);
      project.write('src/give.ts', 'export const give = () => true;');
      expect(await outputOf([])).toEqual({ kind: 'boolean' });
      expect(warnings).toEqual([]);
      expect(source.files()).toContain(give);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'passes over a configuration that the router does not belong to',
    async () => {
      project.write('src/tsconfig.json', '{ "files": [], "references": [{ "path": "./tsconfig.lib.json" }] }');
      project.write('src/tsconfig.lib.json', '{ "extends": "../tsconfig.json", "include": ["*.ts"] }');
      open();
      expect(await outputOf()).toEqual({ kind: 'string' });
    },
    SPEC_TIMEOUT_MS,
  );

  it.each(['native', 'classic'])(
    'says that a router belongs to no configuration, with the %s compiler',
    async (compiler) => {
      project.write('other/tsconfig.json', '{ "files": ["only.ts"] }');
      project.write('other/only.ts', 'export {};');
      open({ compiler, tsconfig: 'other/tsconfig.json' });
      await expect(source.read()).rejects.toThrow(/src\/router\.ts belongs to none of .*other\/tsconfig\.json/u);
    },
    SPEC_TIMEOUT_MS,
  );
});
