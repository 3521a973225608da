import preset from '../../jest.preset.js';
import { withPrograms } from './jest.e2e.config.js';

export default {
  ...preset,
  displayName: 'codegen',
  testPathIgnorePatterns: ['/node_modules/', ...withPrograms.map((folder) => `/src/${folder}/`)],
};
