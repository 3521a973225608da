import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { escapeSuperjsonKey, isRefusedKey, parseSuperjsonPath } from './superjson-path.js';

describe('parseSuperjsonPath', () => {
  it('reads back whatever keys were escaped and joined', () => {
    const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '.', '\\', '\\.', '\\\\', '"', '\ud800'));
    const keys = fc.array(
      key.filter((each) => !isRefusedKey(each)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(keys, (segments) => {
        const path: unknown = JSON.parse(`"${segments.map(escapeSuperjsonKey).join('.')}"`);
        expect(parseSuperjsonPath(String(path), false)).toEqual(segments);
      }),
    );
  });

  it('takes a lone backslash as it is in a path of an older superjson', () => {
    expect(parseSuperjsonPath('a\\b.c\\.d\\', true)).toEqual(['a\\b', 'c.d\\']);
    expect(parseSuperjsonPath('a\\\\.b', true)).toEqual(['a\\.b']);
  });

  it('refuses an escape that does not exist', () => {
    expect(() => parseSuperjsonPath('a\\b', false)).toThrow('a path escapes what is neither a dot nor a backslash');
    expect(() => parseSuperjsonPath('a\\', false)).toThrow('a path escapes what is neither a dot nor a backslash');
  });

  it.each(['__proto__', 'a.constructor', 'prototype.b'])('refuses %s', (path) => {
    expect(() => parseSuperjsonPath(path, false)).toThrow('is not allowed in a path');
  });
});
