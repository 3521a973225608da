import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import preset from '../../../jest.preset.js';

const suite = join(import.meta.dirname, '..', 'src');

const resolver = join(import.meta.dirname, 'resolver.cjs');

/**
 * Runs the suite of this workspace with the versions of tRPC that another one installs.
 *
 * @param {string} workspace the folder of the workspace whose tRPC is meant
 * @param {{ without?: readonly string[] }} [options] `without`: specs of what the version does not have yet
 */
export function configureInterop(workspace, { without = [] } = {}) {
  return {
    ...preset,
    ...withVersionOf(workspace),
    roots: [suite],
    testMatch: [`${suite}/**/*.spec.ts`],
    testPathIgnorePatterns: without.map((spec) => `/${spec}\\.spec\\.ts$`),
  };
}

/**
 * Runs the specs of a workspace about hooks, in a page without a browser and in Chromium: with the version of tRPC that its hooks ask for, and
 * with the newest.
 *
 * @param {string} workspace the folder of the workspace
 */
export function configureHooks(workspace) {
  const { reporters, ...project } = preset;
  const run = (/** @type {string} */ versions, /** @type {object} */ where) => ({
    ...project,
    ...withVersionOf(versions),
    displayName: `${basename(workspace)} with ${basename(versions)}`,
    roots: [join(workspace, 'src')],
    ...where,
  });
  const jsdom = { testMatch: [`${workspace}/src/**/*.spec.tsx`], testEnvironment: 'jsdom' };
  const chromium = { testMatch: [`${workspace}/src/**/*.spec.ts`] };
  const newest = join(workspace, '..', 'interop-11.25.2');
  return {
    reporters,
    projects: [workspace, newest].flatMap((versions) => [run(versions, jsdom), run(versions, chromium)]),
  };
}

/** @param {string} workspace */
function withVersionOf(workspace) {
  const { name, dependencies } = createRequire(join(workspace, 'package.json'))('./package.json');
  return {
    resolver,
    displayName: name.replace('@trunkline/', ''),
    rootDir: workspace,
    globals: { trpcVersion: dependencies['@trpc/server'], trpcWorkspace: workspace },
  };
}
