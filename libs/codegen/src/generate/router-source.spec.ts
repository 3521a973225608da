import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../reader/compiler/project-folder.spec-support.js';
import { planGeneration } from './plan.js';
import { RouterSource } from './router-source.js';

const SPEC_TIMEOUT_MS = 60_000;

let project: ProjectFolder;
let source: RouterSource;

// The pid of its process tells whether a router was imported by one that was there before.
const ROUTER = `
  import { initTRPC } from '@trpc/server';
  const t = initTRPC.meta<object>().create();
  export const appRouter = t.router({
    ping: t.procedure.meta({ pid: process.pid, parameter: process.env['PARAMETER'] }).query(() => 1),
  });
`;

const open = (isAskedAgain: boolean): RouterSource => {
  const plan = planGeneration({ router: 'src/router.ts#appRouter', out: 'out' }, project.folder);
  source = new RouterSource(plan, isAskedAgain);
  return source;
};
const metaOf = async (isSetUpAsBefore: boolean): Promise<unknown> =>
  (await source.read(isSetUpAsBefore)).procedures['ping']?.meta;

beforeEach(() => {
  project = new ProjectFolder({ 'src/router.ts': ROUTER });
});

afterEach(() => {
  source.close();
  project.remove();
  delete process.env['PARAMETER'];
});

describe('RouterSource', () => {
  it(
    'has the next process ready, with the settings of when it was started',
    async () => {
      process.env['PARAMETER'] = 'before';
      open(true);
      await metaOf(false);
      process.env['PARAMETER'] = 'after';
      expect(await metaOf(true)).toMatchObject({ parameter: 'before' });
      expect(await metaOf(false)).toMatchObject({ parameter: 'after' });
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'reads in a new process every time, also after one that failed',
    async () => {
      open(true);
      const first = await metaOf(false);
      project.write('src/router.ts', 'throw new Error("broken");');
      await expect(metaOf(true)).rejects.toThrow('broken');
      project.write('src/router.ts', ROUTER);
      expect(await metaOf(true)).not.toEqual(first);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'prepares nothing where it is asked once',
    async () => {
      process.env['PARAMETER'] = 'before';
      open(false);
      await metaOf(false);
      process.env['PARAMETER'] = 'after';
      expect(await metaOf(true)).toMatchObject({ parameter: 'after' });
    },
    SPEC_TIMEOUT_MS,
  );
});
