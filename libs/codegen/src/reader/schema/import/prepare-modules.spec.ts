import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../../compiler/project-folder.spec-support.js';
import { prepareModules } from './prepare-modules.js';

let project: ProjectFolder;

beforeEach(() => {
  project = new ProjectFolder({});
});

afterEach(() => project.remove());

const prepare = (name: string, text: string, way: 'import' | 'require' = 'import'): Promise<boolean> =>
  prepareModules([{ path: project.write(name, text), way }]);

describe('prepareModules', () => {
  it('evaluates modules in their order, each in its way', async () => {
    const files = [
      { path: project.write('one.mjs', "globalThis.evaluated = ['one'];"), way: 'import' },
      { path: project.write('two.cjs', "globalThis.evaluated.push('two');"), way: 'require' },
      { path: project.write('three.mjs', "globalThis.evaluated.push('three');"), way: 'import' },
    ] as const;
    expect(await prepareModules(files)).toBe(true);
    expect(Reflect.get(globalThis, 'evaluated')).toEqual(['one', 'two', 'three']);
  });

  it('reads the routers that they export', async () => {
    const text = `
      import { initTRPC } from '@trpc/server';
      const t = initTRPC.meta().create();
      const meta = { get doc() { globalThis.isRead = true; return ''; } };
      export const router = t.router({ ping: t.procedure.meta(meta).query(() => 1) });`;
    expect(await prepare('router.mjs', text)).toBe(true);
    expect(Reflect.get(globalThis, 'isRead')).toBe(true);
  });

  it('says so where a module starts something', async () => {
    const isFit = await prepare('busy.mjs', 'globalThis.busy = setInterval(() => undefined, 1000);');
    clearInterval(Reflect.get(globalThis, 'busy') as NodeJS.Timeout);
    expect(isFit).toBe(false);
  });

  it('says so where a module throws', async () => {
    expect(await prepare('broken.mjs', "throw new Error('no database');")).toBe(false);
    expect(await prepare('broken.cjs', "throw new Error('no database');", 'require')).toBe(false);
  });
});
