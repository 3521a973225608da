import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { Level } from '../../../testing/sample/role.js';
import { literal, nothing, readIn, text, union } from './read-zod.spec-support.js';

describe('readLiteral', () => {
  it('reads one value, and several', () => {
    expect(readIn(z.literal('a'))).toEqual(literal('a'));
    expect(readIn(z.literal(['a', 1, null, undefined]))).toEqual(
      union(literal('a'), literal(1), { kind: 'null' }, nothing),
    );
    expect(readIn(z.literal(7n))).toEqual({ kind: 'bigintLiteral', value: '7' });
  });
});

describe('readEnum', () => {
  it('reads the values and not the names', () => {
    expect(readIn(z.enum({ Red: 'red', Green: 'green' }))).toEqual(union(literal('red'), literal('green')));
  });

  it('leaves out the names that an enum of numbers has as values', () => {
    expect(readIn(z.enum(Level))).toEqual(union(literal(0), literal(5), literal(10)));
  });
});

describe('readTemplate', () => {
  it('has a text before and behind each type', () => {
    const schema = z.templateLiteral(['a', 1, z.string(), z.enum(['x', 'y']), 'b']);
    expect(readIn(schema)).toEqual({
      kind: 'template',
      texts: ['a1', '', 'b'],
      types: [text, union(literal('x'), literal('y'))],
    });
  });

  it('is a literal where there is no type in it', () => {
    expect(readIn(z.templateLiteral(['a', null, 1]))).toEqual(literal('anull1'));
  });
});
