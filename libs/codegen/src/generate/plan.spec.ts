import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../reader/compiler/project-folder.spec-support.js';
import { planGeneration } from './plan.js';

let project: ProjectFolder;

beforeAll(() => {
  project = new ProjectFolder({
    'src/router.ts': 'export const appRouter = 1;',
    'library/src/router.ts': 'export const appRouter = 1;',
    'library/tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.lib.json" }] }',
    'library/tsconfig.lib.json': '{}',
    'client/package.json': '{ "name": "@acme/api" }',
    'broken/package.json': '{ "name": ',
  });
});

afterAll(() => project.remove());

const plan = (settings: object): ReturnType<typeof planGeneration> =>
  planGeneration({ router: 'src/router.ts#appRouter', out: 'client', ...settings }, project.folder);

describe('planGeneration', () => {
  it('makes paths absolute, and finds the configuration above the router and the name of the package', () => {
    expect(plan({})).toMatchObject({
      routerPath: project.path('src/router.ts'),
      exportName: 'appRouter',
      tsconfigPaths: [project.path('tsconfig.json')],
      outFolder: project.path('client'),
      packageName: '@acme/api',
    });
  });

  it('offers every configuration beside each other, because one may only refer to the next', () => {
    const { tsconfigPaths } = plan({ router: 'library/src/router.ts#appRouter' });
    expect(tsconfigPaths).toEqual([project.path('library/tsconfig.json'), project.path('library/tsconfig.lib.json')]);
  });

  it('takes what is given before what it finds', () => {
    const settings = { tsconfig: 'library/tsconfig.lib.json', packageName: 'shop' };
    expect(plan(settings)).toMatchObject({
      tsconfigPaths: [project.path('library/tsconfig.lib.json')],
      packageName: 'shop',
    });
  });

  it.each(['broken', 'new-client'])('names a package after its folder where nothing else names it: %s', (out) => {
    expect(plan({ out }).packageName).toBe(out);
  });

  it('says which file is missing, and by which option it was looked for', () => {
    expect(() => plan({ router: 'src/rooter.ts#appRouter' })).toThrow(
      `There is no file ${project.path('src/rooter.ts')}, where the option router ("src/rooter.ts#appRouter") looks for it.`,
    );
    expect(() => plan({ tsconfig: 'tsconfig.app.json' })).toThrow(
      'which the option tsconfig ("tsconfig.app.json") names',
    );
    expect(() => plan({ router: 'src/router.ts' })).toThrow('lacks the name of the export');
  });
});
