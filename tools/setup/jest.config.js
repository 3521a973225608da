import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'setup', testMatch: ['<rootDir>/*.spec.mjs'] };
