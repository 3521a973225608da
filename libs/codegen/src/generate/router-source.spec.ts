import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../reader/compiler/project-folder.spec-support.js';
import { planGeneration } from './plan.js';
import { RouterSource } from './router-source.js';

const SPEC_TIMEOUT_MS = 60_000;

let project: ProjectFolder;
let source: RouterSource;

// Every module leaves a word behind when it is evaluated.
const LOG = `import { appendFileSync } from 'node:fs';\nappendFileSync('log', WORD + ' ');\n`;
const wordOf = (word: string): string =>
  LOG.replace('WORD', JSON.stringify(word)).replace("'log'", JSON.stringify(log()));
const log = (): string => project.path('log.txt');
const ROUTER = (): string => `
  import { initTRPC } from '@trpc/server';
  import { shared } from './shared.js';
  import { hot } from './hot.js';
  ${wordOf('router')}
  const t = initTRPC.meta<object>().create();
  export const appRouter = t.router({
    ping: t.procedure.meta({ shared, hot, pid: process.pid, parameter: process.env['PARAMETER'] }).query(() => 1),
  });
`;

const open = (): RouterSource => {
  source = new RouterSource(planGeneration({ router: 'src/router.ts#appRouter', out: 'out' }, project.folder), true);
  return source;
};
const metaOf = async (changedFiles?: readonly string[]): Promise<unknown> =>
  (await source.read(changedFiles)).procedures['ping']?.meta;
/** What has been evaluated since this was asked before. */
const evaluated = (): string => {
  const words = readFileSync(log(), 'utf8').trim();
  writeFileSync(log(), '');
  return words;
};

beforeEach(() => {
  project = new ProjectFolder({});
  project.write('src/shared.ts', `${wordOf('shared')} export const shared: number = 1;`);
  project.write('src/hot.ts', `${wordOf('hot')} export const hot: number = 1;`);
  project.write('src/router.ts', ROUTER());
});

afterEach(() => {
  source.close();
  project.remove();
  delete process.env['PARAMETER'];
});

describe('RouterSource', () => {
  it(
    'reads in a process that was made ready, with the settings of when it was started',
    async () => {
      process.env['PARAMETER'] = 'before';
      open();
      await metaOf();
      await source.prepare([]);
      process.env['PARAMETER'] = 'after';
      expect(await metaOf([])).toMatchObject({ parameter: 'before' });
      expect(await metaOf([])).toMatchObject({ parameter: 'after' });
      await source.prepare([]);
      process.env['PARAMETER'] = 'at last';
      expect(await metaOf()).toMatchObject({ parameter: 'at last' });
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'reads in a new process every time, also after one that failed',
    async () => {
      open();
      const first = await metaOf();
      await source.prepare([]);
      project.write('src/router.ts', 'throw new Error("broken");');
      await expect(metaOf([])).rejects.toThrow('broken');
      project.write('src/router.ts', ROUTER());
      expect(await metaOf([])).not.toEqual(first);
    },
    SPEC_TIMEOUT_MS,
  );

  describe.each(['module', 'commonjs'])('in a package of type %s', (type) => {
    beforeEach(() => {
      project.write('package.json', JSON.stringify({ type }));
    });

    it(
      'evaluates ahead of time what does not change, and once',
      async () => {
        open();
        await metaOf();
        expect(evaluated()).toBe('shared hot router');
        await source.prepare([project.path('src/unused.ts'), project.path('src/shared.ts')]);
        expect(evaluated()).toBe('shared');
        const hot = project.write('src/hot.ts', `${wordOf('hot')} export const hot: number = 2;`);
        expect(await metaOf([hot])).toMatchObject({ shared: 1, hot: 2 });
        expect(evaluated()).toBe('hot router');
      },
      SPEC_TIMEOUT_MS,
    );

    it(
      'evaluates anew what was expected to stay and did not',
      async () => {
        open();
        await metaOf();
        await source.prepare([project.path('src/shared.ts')]);
        evaluated();
        const shared = project.write('src/shared.ts', `${wordOf('shared')} export const shared: number = 2;`);
        expect(await metaOf([shared])).toMatchObject({ shared: 2, hot: 1 });
        expect(evaluated()).toBe('shared hot router');
      },
      SPEC_TIMEOUT_MS,
    );

    it.each([
      ['starts something', 'setInterval(() => undefined, 1000);'],
      ['fails', "throw new Error('too early');"],
    ])(
      'does not use a process in which a module %s ahead of time',
      async (_what, text) => {
        open();
        await metaOf();
        project.write('src/shared.ts', `${wordOf('shared')} ${text} export const shared: number = 1;`);
        await source.prepare([project.path('src/shared.ts')]);
        project.write('src/shared.ts', `${wordOf('shared')} export const shared: number = 1;`);
        evaluated();
        expect(await metaOf([])).toMatchObject({ shared: 1 });
        expect(evaluated()).toBe('shared hot router');
      },
      SPEC_TIMEOUT_MS,
    );
  });
});
