import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { joinSides, type SideTypes } from './join-sides.js';

const text: TypeNode = { kind: 'string' };
const reference = (name: string): TypeNode => ({ kind: 'reference', name });
const object = (name: string, type: TypeNode, strict = false): TypeNode => ({
  kind: 'object',
  properties: [{ name, type }],
  ...(strict ? { strict: true } : {}),
});

function side(types: Readonly<Record<string, TypeNode>>, rivals: Readonly<Record<string, string>> = {}): SideTypes {
  return { types: new Map(Object.entries(types)), rivals: new Map(Object.entries(rivals)) };
}

describe('joinSides', () => {
  it('has a type that is the same from both sides once', () => {
    const joined = joinSides(side({ A: object('a', text, true) }), side({ A: object('a', text) }));
    expect(joined.types).toEqual({ A: object('a', text, true) });
    expect(joined.input(reference('A'))).toEqual(reference('A'));
  });

  it('gives what a caller gives another name where it is not what a caller gets', () => {
    const joined = joinSides(
      side({ A: object('a', { kind: 'number' }) }),
      side({ A: object('a', text), AInput: text }),
    );
    expect(joined.types).toEqual({ A: object('a', text), AInput: text, AInput2: object('a', { kind: 'number' }) });
    expect(joined.input({ kind: 'array', items: reference('A') })).toEqual({
      kind: 'array',
      items: reference('AInput2'),
    });
    expect(joined.output(reference('A'))).toEqual(reference('A'));
  });

  it('gives another name to what refers to such a type, and to recursions too', () => {
    const given = {
      A: object('b', reference('B')),
      B: object('a', { kind: 'union', of: [reference('A'), text] }),
      C: text,
    };
    const joined = joinSides(
      side(given),
      side({ A: object('b', reference('B')), B: object('a', reference('A')), C: text }),
    );
    expect(Object.keys(joined.types)).toEqual(['A', 'B', 'C', 'AInput', 'BInput']);
    expect(joined.types['AInput']).toEqual(object('b', reference('BInput')));
  });

  it('makes one of types with the same id that say the same', () => {
    const types = { A: object('self', reference('A')), A2: object('self', reference('A2')), A3: object('other', text) };
    const joined = joinSides(side({}), side(types, { A2: 'A', A3: 'A' }));
    expect(Object.keys(joined.types)).toEqual(['A', 'A3']);
    expect(joined.output(reference('A2'))).toEqual(reference('A'));
  });
});
