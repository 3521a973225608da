import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'pulse-web',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['@trunkline/source', 'browser'] },
  setupFiles: [...preset.setupFiles, '<rootDir>/src/testing/browser-stand-ins.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/src/testing/no-style.ts' },
};
