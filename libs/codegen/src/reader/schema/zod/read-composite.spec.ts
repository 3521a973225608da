import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { literal, nothing, number, readIn, readOut, text, union } from './read-zod.spec-support.js';

describe('readObject', () => {
  it('keeps the order of properties and says which may be missing', () => {
    const schema = z.object({
      b: z.string(),
      a: z.string().optional(),
      c: z.string().default('x'),
      d: z.exactOptional(z.string()),
    });
    expect(readIn(schema)).toEqual({
      kind: 'object',
      properties: [
        { name: 'b', type: text },
        { name: 'a', type: union(text, nothing), optional: true },
        { name: 'c', type: { ...union(text, nothing), default: 'x' }, optional: true },
        { name: 'd', type: text, optional: true },
      ],
    });
    expect(readOut(schema)).toMatchObject({
      properties: [{}, { optional: true }, { name: 'c', type: text }, { name: 'd', optional: true }],
    });
  });

  it('says who refuses and who takes other properties', () => {
    expect(readIn(z.strictObject({}))).toEqual({ kind: 'object', properties: [], strict: true });
    expect(readOut(z.strictObject({}))).toEqual({ kind: 'object', properties: [] });
    expect(readIn(z.looseObject({}))).toEqual({ kind: 'object', properties: [], index: { kind: 'unknown' } });
    expect(readIn(z.object({}).catchall(z.number()))).toEqual({ kind: 'object', properties: [], index: number });
  });
});

describe('readArray', () => {
  it('takes the narrowest lengths', () => {
    expect(readIn(z.array(z.string()).min(1).nonempty().max(5))).toEqual({
      kind: 'array',
      items: text,
      minItems: 1,
      maxItems: 5,
    });
    expect(readIn(z.array(z.string()).length(2))).toEqual({ kind: 'array', items: text, minItems: 2, maxItems: 2 });
  });
});

describe('readTuple', () => {
  it('lets only places at the end be missing', () => {
    const schema = z.tuple([z.string().optional(), z.string(), z.number().optional()]);
    expect(readIn(schema)).toEqual({
      kind: 'tuple',
      items: [{ type: union(text, nothing) }, { type: text }, { type: union(number, nothing), optional: true }],
    });
  });

  it('has a rest', () => {
    expect(readOut(z.tuple([z.string()], z.number()))).toEqual({
      kind: 'tuple',
      items: [{ type: text }],
      rest: number,
    });
  });
});

describe('readRecord', () => {
  it('says whether every key must be there', () => {
    const key = union(literal('a'), literal('b'));
    expect(readIn(z.record(z.enum(['a', 'b']), z.string()))).toEqual({ kind: 'record', key, value: text });
    expect(readIn(z.partialRecord(z.enum(['a', 'b']), z.string()))).toEqual({
      kind: 'record',
      key,
      value: text,
      partial: true,
    });
    expect(readIn(z.record(z.string(), z.string().optional()))).toMatchObject({ partial: true });
    expect(readOut(z.record(z.string(), z.string().optional()))).not.toHaveProperty('partial');
  });
});

describe('readMap and readSet', () => {
  it('say what is in them', () => {
    expect(readIn(z.map(z.string(), z.number()))).toEqual({ kind: 'builtin', name: 'Map', of: [text, number] });
    expect(readIn(z.set(z.string()))).toEqual({ kind: 'builtin', name: 'Set', of: [text] });
  });
});
