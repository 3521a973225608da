import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'pulse-web',
  testEnvironment: 'jsdom',
  // A form in jsdom takes seconds on a machine that is busy with other projects.
  testTimeout: 30_000,
  testEnvironmentOptions: { customExportConditions: ['@trunkline/source', 'browser'] },
  setupFiles: [...preset.setupFiles, '<rootDir>/src/testing/browser-stand-ins.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/src/testing/no-style.ts' },
};
