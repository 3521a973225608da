import { describe, expect, it } from '@jest/globals';
import { SuperJSON } from 'superjson';
import { createPayloadCodec } from './create-payload-codec.js';

describe('createPayloadCodec', () => {
  it('sends JSON as it is without a transformer', () => {
    expect(createPayloadCodec(undefined).encode({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('does not ask superjson about a plain value', () => {
    const transformer = new SuperJSON();
    const codec = createPayloadCodec(transformer);
    transformer.serialize = () => {
      throw new Error('asked');
    };
    expect(codec.encode({ a: 1 })).toBe('{"json":{"a":1}}');
  });

  it('follows any other transformer', () => {
    const codec = createPayloadCodec({ serialize: (value) => [value], deserialize: (wire) => wire });
    expect(codec.encode(1)).toBe('[1]');
  });

  it('follows a superjson that was taught something', () => {
    const transformer = new SuperJSON();
    transformer.registerCustom(
      {
        isApplicable: (value): value is string => typeof value === 'string',
        serialize: () => 'told',
        deserialize: String,
      },
      'text',
    );
    expect(createPayloadCodec(transformer).encode('x')).toBe(
      '{"json":"told","meta":{"values":[["custom","text"]],"v":1}}',
    );
  });
});
