import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'proxies', testTimeout: 30_000 };
