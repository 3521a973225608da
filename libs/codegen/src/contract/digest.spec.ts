import { describe, expect, it } from '@jest/globals';
import { digest } from './digest.js';

describe('digest', () => {
  it('is the sha256 in base64url', () => {
    // The digest of the empty text, as FIPS 180-4 gives it.
    expect(Buffer.from(digest(''), 'base64url').toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(digest('ä')).toMatch(/^[\w-]{43}$/u);
  });
});
