import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { readIn, readZod, text } from './read-zod.spec-support.js';

describe('readonlyForm', () => {
  it('marks the outermost level and no deeper one', () => {
    expect(readIn(z.array(z.array(z.string())).readonly())).toEqual({
      kind: 'array',
      readonly: true,
      items: { kind: 'array', items: text },
    });
    expect(readIn(z.object({ a: z.string() }).readonly())).toEqual({
      kind: 'object',
      properties: [{ name: 'a', type: text, readonly: true }],
    });
    expect(readIn(z.tuple([z.string()]).readonly())).toMatchObject({ readonly: true });
  });

  it('knows the readonly forms of maps and sets', () => {
    expect(readIn(z.map(z.string(), z.string()).readonly())).toMatchObject({ name: 'ReadonlyMap' });
    expect(readIn(z.set(z.string()).readonly())).toMatchObject({ name: 'ReadonlySet' });
    expect(readIn(z.date().readonly())).toMatchObject({ name: 'Date' });
  });

  it('lays a named type open, since its name is not readonly', () => {
    const { node, types } = readZod(z.object({ a: z.string() }).meta({ id: 'A' }).readonly(), 'input');
    expect(node).toEqual({ kind: 'object', properties: [{ name: 'a', type: text, readonly: true }] });
    expect(types['A']).toEqual({ kind: 'object', properties: [{ name: 'a', type: text }] });
  });
});
