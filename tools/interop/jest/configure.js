import { createRequire } from 'node:module';
import { join } from 'node:path';
import preset from '../../../jest.preset.js';

const suite = join(import.meta.dirname, '..', 'src');

/** What of the preset changes in a run that is about one version of tRPC. */
export const oneVersion = { ...preset, resolver: join(import.meta.dirname, 'resolver.cjs') };

/**
 * Runs the specs of this workspace with the versions of tRPC that another one installs.
 *
 * @param {string} workspace the folder of the workspace whose tRPC is meant
 * @param {{ without?: readonly string[] }} [options] `without`: specs of what the version does not have yet
 */
export function configureInterop(workspace, { without = [] } = {}) {
  const { name, dependencies } = createRequire(join(workspace, 'package.json'))('./package.json');
  return {
    ...oneVersion,
    displayName: name.replace('@trunkline/', ''),
    rootDir: workspace,
    roots: [suite],
    testMatch: [`${suite}/**/*.spec.ts`],
    testPathIgnorePatterns: without.map((spec) => `/${spec}\\.spec\\.ts$`),
    globals: { trpcVersion: dependencies['@trpc/server'] },
  };
}
