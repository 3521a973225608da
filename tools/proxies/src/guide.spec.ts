import { describe, expect, it } from '@jest/globals';
import { adapt } from './guide.js';

describe('adapt', () => {
  it('exchanges each place once, also where what is put in holds what another looks for', () => {
    const configuration = 'listen 443; pass http://127.0.0.1:4400;';
    expect(adapt(configuration, { 'listen 443;': 'listen 127.0.0.1:44001;', '127.0.0.1:4400': '127.0.0.1:4430' })).toBe(
      'listen 127.0.0.1:44001; pass http://127.0.0.1:4430;',
    );
  });

  it('fails for what is not there exactly once', () => {
    expect(() => adapt('a b a', { a: 'c' })).toThrow('has not exactly one "a"');
    expect(() => adapt('a b a', { d: 'c' })).toThrow('has not exactly one "d"');
  });
});
