import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { SuperJSON } from 'superjson';
import { readTransformer } from './read-transformer.js';

const identity = { serialize: (value: unknown) => value, deserialize: (value: unknown) => value };
const wrapped = { serialize: (value: unknown) => SuperJSON.serialize(value), deserialize: identity.deserialize };
const texts = { serialize: (value: unknown) => JSON.stringify(value), deserialize: identity.deserialize };
const tagged = { serialize: (value: unknown) => ({ value: String(value) }), deserialize: identity.deserialize };

describe('readTransformer', () => {
  it('says none where there is none, or one that changes nothing', () => {
    expect(readTransformer(initTRPC.create().router({}))).toBe('none');
    expect(readTransformer(initTRPC.create({ transformer: identity }).router({}))).toBe('none');
  });

  it('knows superjson, also in an object of its own', () => {
    expect(readTransformer(initTRPC.create({ transformer: SuperJSON }).router({}))).toBe('superjson');
    expect(readTransformer(initTRPC.create({ transformer: new SuperJSON() }).router({}))).toBe('superjson');
    expect(readTransformer(initTRPC.create({ transformer: wrapped }).router({}))).toBe('superjson');
  });

  it('says other of any other, and of one that is not the same both ways', () => {
    expect(readTransformer(initTRPC.create({ transformer: tagged }).router({}))).toBe('other');
    expect(readTransformer(initTRPC.create({ transformer: texts }).router({}))).toBe('other');
    expect(readTransformer(initTRPC.create({ transformer: { input: SuperJSON, output: identity } }).router({}))).toBe(
      'other',
    );
  });
});
