import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { pascal, wordsOf } from './type-words.js';

describe('pascal', () => {
  it.each([
    [['orders', 'by-id', 'Input'], 'OrdersByIdInput'],
    [['odd names', '2nd'], 'OddNames2nd'],
    [['2nd'], 'Type2nd'],
    [['überall'], 'Überall'],
  ])('makes one name of %j', (words, name) => {
    expect(pascal(words)).toBe(name);
  });
});

describe('wordsOf', () => {
  const text: TypeNode = { kind: 'string' };
  it.each<[TypeNode, string]>([
    [{ kind: 'reference', name: 'key' }, 'Order'],
    [text, 'String'],
    [{ kind: 'literal', value: 'in progress' }, 'InProgress'],
    [{ kind: 'literal', value: 3 }, '3'],
    [{ kind: 'bigintLiteral', value: '-7' }, 'Minus7'],
    [{ kind: 'array', items: { kind: 'reference', name: 'key' } }, 'OrderArray'],
    [{ kind: 'record', key: text, value: text }, 'StringRecord'],
    [{ kind: 'union', of: [text, { kind: 'null' }] }, 'NullOrString'],
    [{ kind: 'intersection', of: [text, { kind: 'object', properties: [] }] }, 'ObjectAndString'],
    [{ kind: 'brand', name: 'UserId', of: text }, 'UserId'],
    [{ kind: 'builtin', name: 'Set', of: [text] }, 'StringSet'],
    [{ kind: 'object', properties: [] }, 'Object'],
  ])('calls %j %s', (node, words) => {
    expect(wordsOf(node, () => 'Order')).toBe(words);
  });
});
