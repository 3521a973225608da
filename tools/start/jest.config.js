import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'start', testMatch: ['<rootDir>/*.spec.mjs'] };
