import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'pulse-web end to end',
  testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
  testTimeout: 60_000,
};
