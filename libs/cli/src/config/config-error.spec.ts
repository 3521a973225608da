import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';

describe('ConfigError', () => {
  it('has a name of its own, so that a log shows what it is', () => {
    expect(String(new ConfigError('no file'))).toBe('ConfigError: no file');
  });
});
