import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TypeNode } from '../../../contract/type-node.js';
import { namedTypes, nodes } from '../schema/typed-value.spec-support.js';
import { exampleValue } from './example-value.js';

describe('exampleValue', () => {
  it.each<[TypeNode, string]>([
    [{ kind: 'string', format: 'date' }, "'2026-01-31'"],
    [{ kind: 'string', default: 'a' }, "'a'"],
    [{ kind: 'string', minLength: 6 }, "'text t'"],
    [{ kind: 'number', minimum: 5 }, '5'],
    [{ kind: 'number', exclusiveMaximum: 0 }, '-1'],
    [{ kind: 'bigint', minimum: '3' }, '3n'],
    [{ kind: 'builtin', name: 'Date' }, "new Date('2026-01-31T12:30:00Z')"],
    [{ kind: 'union', of: [{ kind: 'null' }, { kind: 'boolean' }] }, 'true'],
    [{ kind: 'template', texts: ['v', ''], types: [{ kind: 'number' }] }, "'v1'"],
    [{ kind: 'enum', members: [{ name: 'A', value: 'a' }] }, "'a'"],
  ])('of %j is %s', (node, text) => expect(exampleValue(node, {})).toBe(text));

  it('leaves out what may be left out, and joins the parts of an intersection', () => {
    const part = (name: string, optional?: true): TypeNode => ({
      kind: 'object',
      properties: [{ name, type: { kind: 'boolean' }, ...(optional && { optional }) }],
    });
    expect(exampleValue({ kind: 'intersection', of: [part('a'), part('b-c'), part('d', true)] }, {})).toBe(
      "{ a: true, 'b-c': true }",
    );
  });

  it('ends in a type that holds itself', () => {
    expect(exampleValue({ kind: 'reference', name: 'Tree' }, namedTypes)).toBe(
      "{ name: 'text', at: new Date('2026-01-31T12:30:00Z'), below: [] }",
    );
  });

  it('stays short where many types refer to each other, which lead along more ways than can be written', () => {
    const others = (index: number) => [1, 7, 11].map((step) => `T${(index + step) % 60}`);
    const types = Object.fromEntries(
      Array.from({ length: 60 }, (_, index): [string, TypeNode] => {
        const [one = '', some = '', maybe = ''] = others(index);
        const properties = [
          { name: 'one', type: { kind: 'reference', name: one } as const },
          { name: 'some', type: { kind: 'array', items: { kind: 'reference', name: some } } as const },
          {
            name: 'maybe',
            type: { kind: 'union', of: [{ kind: 'null' }, { kind: 'reference', name: maybe }] } as const,
          },
        ];
        return [`T${index}`, { kind: 'object', properties }];
      }),
    );
    const text = exampleValue({ kind: 'reference', name: 'T0' }, types);
    expect(text.split('\n').length).toBeLessThan(100);
    expect(text).toContain('some: [], maybe: null');
  });

  it('is an expression that JavaScript takes, for any type', () => {
    fc.assert(
      fc.property(nodes('superjson'), (node) => {
        const text = exampleValue(node, namedTypes);
        // oxlint-disable-next-line typescript/no-implied-eval -- Parses the text and runs nothing of it.
        expect(() => new Function(`return (${text});`)).not.toThrow();
      }),
    );
  });
});
