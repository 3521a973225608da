import { describe, expect, it } from '@jest/globals';
import { printScalarValidator, type ScalarNode } from './print-scalar-validator.js';

describe('printScalarValidator', () => {
  it.each<[ScalarNode, string]>([
    [{ kind: 'boolean' }, 'z.boolean()'],
    [
      { kind: 'string', minLength: 1, patterns: ["^'"] },
      String.raw`z.string().check(z.minLength(1), z.regex(new RegExp('^\'')))`,
    ],
    [{ kind: 'string', format: 'email' }, 'z.email()'],
    [{ kind: 'string', format: 'of-ours', maxLength: 3 }, 'z.string().check(z.maxLength(3))'],
    [{ kind: 'number', integer: true, minimum: 1, maximum: 9 }, 'z.int().check(z.gte(1), z.lte(9))'],
    [
      { kind: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.1 },
      'z.number().check(z.gt(0), z.lt(1), z.multipleOf(0.1))',
    ],
    [{ kind: 'bigint', minimum: '-1', maximum: '2' }, 'z.bigint().check(z.gte(-1n), z.lte(2n))'],
    [{ kind: 'literal', value: "it's" }, String.raw`z.literal('it\'s')`],
    [{ kind: 'bigintLiteral', value: '-5' }, 'z.literal(-5n)'],
    [
      {
        kind: 'enum',
        members: [
          { name: 'A', value: 'a' },
          { name: 'B', value: 2 },
        ],
      },
      "z.literal(['a', 2])",
    ],
    [{ kind: 'enum', members: [] }, 'z.never()'],
  ])('prints %j as %s', (node, text) => {
    expect(printScalarValidator(node)).toBe(text);
  });
});
