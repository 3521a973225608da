import { describe, expect, it } from '@jest/globals';
import { SuperJSON } from 'superjson';
import { PayloadFailure } from './payload-failure.js';
import { createTransformerCodec } from './transformer-codec.js';

describe('createTransformerCodec', () => {
  it('sends what serialize gives and returns what deserialize gives', () => {
    const codec = createTransformerCodec({
      serialize: (value) => ({ wrapped: value }),
      deserialize: (wire) => ['unwrapped', wire],
    });
    expect(codec.encode(1)).toBe('{"wrapped":1}');
    expect(codec.encode(undefined)).toBe('{}');
    expect(codec.decode({ wrapped: 1 })).toEqual(['unwrapped', { wrapped: 1 }]);
  });

  it('has nothing to send when the transformer gives undefined, and does not ask it about an absent member', () => {
    const codec = createTransformerCodec({
      serialize: (value) => value,
      deserialize: () => {
        throw new Error('asked');
      },
    });
    expect(codec.encode(undefined)).toBeUndefined();
    expect(codec.decode(undefined)).toBeUndefined();
  });

  it('carries a superjson with a class of its own', () => {
    class Point {
      x = 1;
    }
    const transformer = new SuperJSON();
    transformer.registerClass(Point);
    const codec = createTransformerCodec(transformer);
    const text = codec.encode({ at: new Point() });
    expect(text).toBe(transformer.stringify({ at: new Point() }));
    expect(codec.decode(JSON.parse(String(text)))).toEqual({ at: new Point() });
  });

  it('turns what the transformer throws into failures', () => {
    const thrower = (): never => {
      throw new Error('not mine');
    };
    const codec = createTransformerCodec({ serialize: thrower, deserialize: thrower });
    expect(codec.encode(1)).toEqual(new PayloadFailure('', 'the transformer cannot serialize it: not mine'));
    expect(codec.decode(1)).toEqual(new PayloadFailure('', 'the transformer cannot deserialize it: not mine'));
  });

  it('names the path when the serialized value has no JSON form', () => {
    const codec = createTransformerCodec({ serialize: (value) => value, deserialize: (wire) => wire });
    expect(codec.encode({ a: [1n] })).toHaveProperty('path', 'a[0]');
  });
});
