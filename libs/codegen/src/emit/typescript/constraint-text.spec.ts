import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { constraintsOf } from './constraint-text.js';

describe('constraintsOf', () => {
  it.each<[TypeNode, string]>([
    [{ kind: 'string' }, ''],
    [{ kind: 'string', format: 'email', minLength: 3, maxLength: 9 }, 'Format: email. 3 to 9 characters.'],
    [{ kind: 'string', minLength: 1 }, 'At least 1 character.'],
    [{ kind: 'string', minLength: 2, maxLength: 2, patterns: ['^a'] }, 'Exactly 2 characters. Matches `^a`.'],
    [{ kind: 'number', integer: true, minimum: 0 }, 'An integer. At least 0.'],
    [{ kind: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 'More than 0. Less than 1.'],
    [{ kind: 'number', maximum: 10, multipleOf: 0.5 }, 'At most 10. A multiple of 0.5.'],
    [{ kind: 'bigint', minimum: '0', maximum: '9' }, '0 to 9.'],
    [{ kind: 'array', items: { kind: 'any' }, maxItems: 1 }, 'At most 1 item.'],
    [{ kind: 'hole', reason: 'it is a function' }, 'Not known: it is a function'],
    [{ kind: 'boolean' }, ''],
  ])('says of %j: %s', (node, text) => {
    expect(constraintsOf(node)).toBe(text);
  });
});
