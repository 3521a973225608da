import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'react', testEnvironment: 'jsdom' };
