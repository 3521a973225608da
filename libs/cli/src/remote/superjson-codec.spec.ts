import { describe, expect, it } from '@jest/globals';
import { serialize } from 'superjson';
import { CURSOR_MEMBER } from './adapt-frame.js';
import { isSuperjson, superjsonCodec } from './superjson-codec.js';

describe('superjsonCodec', () => {
  it('writes plain JSON and passes on what is in its form already', () => {
    expect(superjsonCodec.serialize({ a: 1 })).toEqual({ json: { a: 1 } });
    const typed = { json: { at: '1970-01-01T00:00:00.000Z' }, meta: { values: { at: ['Date'] } } };
    expect(superjsonCodec.serialize(typed)).toBe(typed);
  });

  it('reads values, also those of events that carry a position', () => {
    const wire = serialize({ at: new Date(0) });
    expect(superjsonCodec.deserialize(wire)).toEqual({ at: new Date(0) });
    expect(superjsonCodec.deserialize({ [CURSOR_MEMBER]: 'run.1', data: wire })).toEqual({
      [CURSOR_MEMBER]: 'run.1',
      data: { at: new Date(0) },
    });
    expect(() => superjsonCodec.deserialize({ at: 0 })).toThrow('not in the form of superjson');
  });

  it.each([{ json: 1, more: 2 }, { meta: {} }, { json: 1, meta: 2 }, 1, null])('takes %j for JSON', (value) => {
    expect(isSuperjson(value)).toBe(false);
  });
});
