import { describe, expect, it } from '@jest/globals';
import { defineConfig } from './define-config.js';

describe('defineConfig', () => {
  it('gives back the settings of one client', () => {
    const config = { router: 'src/router.ts#appRouter', out: 'api' };
    expect(defineConfig(config)).toBe(config);
  });

  it('gives back the settings of several clients', () => {
    const config = [{ router: 'src/router.ts#appRouter', out: 'api', breaking: { level: 'risky' as const } }];
    expect(defineConfig(config)).toBe(config);
  });
});
