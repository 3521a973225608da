import { describe, expect, it } from '@jest/globals';
import { freeFromOuterNpm } from './node-modules.mjs';

describe('freeFromOuterNpm', () => {
  it('drops what would leave the tools out', () => {
    const environment = { NODE_ENV: 'production', npm_config_omit: 'dev', NPM_CONFIG_PRODUCTION: 'true' };
    expect(freeFromOuterNpm(environment)).toEqual({});
  });

  it('drops what the outer npm says of its own command', () => {
    const environment = { npm_lifecycle_event: 'pretest', npm_package_json: '/package.json', npm_command: 'test' };
    expect(freeFromOuterNpm(environment)).toEqual({});
  });

  it('keeps the registry, the proxy, the cache and everything else', () => {
    const environment = {
      PATH: '/usr/bin',
      npm_config_registry: 'https://registry.example',
      HTTPS_PROXY: 'http://proxy.example',
      npm_config_cache: '/cache',
    };
    expect(freeFromOuterNpm(environment)).toEqual(environment);
  });
});
