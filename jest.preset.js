// Settings shared by every project's jest.config.js: native ES modules, TypeScript stripped by SWC, sources of the
// workspace's own packages instead of their builds.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspaceRoot = dirname(fileURLToPath(import.meta.url));

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@trunkline/source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: join(workspaceRoot, 'tools/jest/resolver.cjs'),
  setupFiles: [join(workspaceRoot, 'tools/jest/setup.mjs')],
  transform: {
    '\\.[cm]?tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  coverageProvider: 'babel',
  reporters: [
    'default',
    join(workspaceRoot, 'tools/jest/memory-reporter.cjs'),
    join(workspaceRoot, 'tools/jest/summary-reporter.cjs'),
  ],
};
