import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { nothing, readIn, readZod, reference, text, union } from './read-zod.spec-support.js';

const tree = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
});

describe('ZodReader', () => {
  it('refers to types with an id, and says of them what their schema says', () => {
    const status = z.enum(['a', 'b']).meta({ id: 'Status', description: 'How far it has come.' });
    const { node, types } = readZod(z.array(status), 'input');
    expect(node).toEqual({ kind: 'array', items: reference('Status') });
    expect(types).toEqual({
      Status: {
        kind: 'union',
        of: [
          { kind: 'literal', value: 'a' },
          { kind: 'literal', value: 'b' },
        ],
        doc: 'How far it has come.',
      },
    });
  });

  it('says at a reference what is said only there', () => {
    const named = z.string().meta({ id: 'Name', description: 'A name.' });
    expect(readIn(named.describe('The first name.'))).toEqual({ ...reference('Name'), doc: 'The first name.' });
    expect(readIn(named.meta({ description: 'A name.' }))).toEqual(reference('Name'));
    expect(readIn(named.optional())).toEqual(union(reference('Name'), nothing));
  });

  it('names a type that refers to itself from where it stands', () => {
    const { node, types } = readZod(tree, 'input');
    expect(node).toEqual(reference('ABInput'));
    expect(types).toEqual({
      ABInput: {
        kind: 'object',
        properties: [
          { name: 'name', type: text },
          { name: 'children', type: { kind: 'array', items: reference('ABInput') } },
        ],
      },
    });
  });

  it('reads a recursion through copies that only say more', () => {
    const node = z.object({
      get next() {
        return node.describe('The one behind it.').nullable();
      },
    });
    const { types } = readZod(node.describe('The first.'), 'output');
    expect(Object.keys(types)).toEqual(['ABOutput']);
  });

  it('reads a recursion through z.lazy() and between two schemas', () => {
    const json: z.ZodType = z.lazy(() => z.union([z.string(), z.array(json)]));
    expect(readZod(json, 'input').types).toEqual({
      ABInput: union(text, { kind: 'array', items: reference('ABInput') }),
    });
    const author = z.object({
      get books() {
        return z.array(book);
      },
    });
    const book = z.object({ author });
    expect(Object.keys(readZod(author, 'input').types)).toEqual(['ABInput']);
  });

  it('has a hole where a lazy schema makes another one each time', () => {
    const make = (): z.ZodType => z.lazy(() => z.array(make()));
    expect(JSON.stringify(readIn(make()))).toContain('more than 200 levels deep');
  });

  it('keeps apart what has the same id and is read for the first time', () => {
    const page = (item: z.ZodType): z.ZodType => z.object({ items: z.array(item) }).meta({ id: 'Page' });
    const { node } = readZod(z.tuple([page(z.string()), page(z.number())]), 'output');
    expect(node).toEqual({ kind: 'tuple', items: [{ type: reference('Page') }, { type: reference('Page2') }] });
  });
});
