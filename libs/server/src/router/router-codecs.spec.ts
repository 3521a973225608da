import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import { createRouterCodecs, PLAIN_CODECS } from './router-codecs.js';

const AT = new Date(0);

describe('createRouterCodecs', () => {
  it('is plain JSON for a router without a transformer', () => {
    const codecs = createRouterCodecs(initTRPC.create().router({}));
    expect(codecs).toBe(PLAIN_CODECS);
    expect(codecs.output.encode({ at: AT })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(codecs.input.decode({ a: 1 })).toEqual({ a: 1 });
  });

  it('writes and reads as superjson does where that is the transformer', () => {
    const codecs = createRouterCodecs(initTRPC.create({ transformer: superjson }).router({}));
    const text = codecs.output.encode({ at: AT });
    expect(text).toBe(superjson.stringify({ at: AT }));
    expect(codecs.input.decode(JSON.parse(String(text)))).toEqual({ at: AT });
  });

  it('uses each side of a transformer with two sides for its own direction', () => {
    const transformer = {
      input: { serialize: () => 'unused', deserialize: (value: unknown) => ({ read: value }) },
      output: { serialize: (value: unknown) => ({ written: value }), deserialize: () => 'unused' },
    };
    const codecs = createRouterCodecs(initTRPC.create({ transformer }).router({}));
    expect(codecs.input.decode(1)).toEqual({ read: 1 });
    expect(codecs.output.encode(1)).toBe('{"written":1}');
  });

  it('uses any other transformer to the letter', () => {
    const transformer = {
      serialize: (value: unknown) => JSON.stringify(value),
      deserialize: (text: unknown): unknown => JSON.parse(String(text)),
    };
    const codecs = createRouterCodecs(initTRPC.create({ transformer }).router({}));
    expect(codecs.output.encode([1])).toBe('"[1]"');
    expect(codecs.input.decode('[1]')).toEqual([1]);
  });
});
