import { describe, expect, it } from '@jest/globals';
import { nameCaller } from './serve-rpc.js';

describe('nameCaller', () => {
  it('takes the name that the client gave, within bounds', () => {
    expect(nameCaller(' Ada ', '127.0.0.1')).toBe('Ada');
    expect(nameCaller('a'.repeat(1_000), '127.0.0.1')).toHaveLength(80);
  });

  it('falls back on the address', () => {
    expect(nameCaller(undefined, '127.0.0.1')).toBe('somebody at 127.0.0.1');
    expect(nameCaller('  ', undefined)).toBe('somebody at an unknown address');
  });
});
