import { describe, expect, it } from '@jest/globals';
import { CONFIG_GLOB } from './config-glob.js';

describe('CONFIG_GLOB', () => {
  it('finds configurations in every folder, and nothing else', () => {
    expect(CONFIG_GLOB).toBe('**/trunkline.config.{ts,mts,js,mjs,json}');
  });
});
