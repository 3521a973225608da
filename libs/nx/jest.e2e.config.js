import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'nx in a workspace',
  testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
  testTimeout: 180_000,
};
