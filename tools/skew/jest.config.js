import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'skew', modulePathIgnorePatterns: ['<rootDir>/.unpacked/'] };
