import { describe, expect, it } from '@jest/globals';
import { ownMember } from './own-member.js';

describe('ownMember', () => {
  it('knows the members of a record, and none that every object has', () => {
    expect(ownMember({ a: 1 }, 'a')).toBe(1);
    expect(ownMember({ a: 1 }, 'b')).toBeUndefined();
    expect(ownMember<unknown>({ a: 1 }, 'constructor')).toBeUndefined();
    expect(ownMember(undefined, 'a')).toBeUndefined();
  });
});
