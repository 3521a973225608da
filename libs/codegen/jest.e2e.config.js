import preset from '../../jest.preset.js';

/** Specs that start compilers, Node or Python: apart, because one process of jest cannot hold both them and all others. */
export const withPrograms = ['type-tests', 'generate', 'reader', 'emit/typescript', 'emit/python'];

export default {
  ...preset,
  displayName: 'codegen with programs',
  testMatch: withPrograms.map((folder) => `<rootDir>/src/${folder}/**/*.spec.ts`),
};
