import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { printDeclaration } from './print-declaration.js';
import type { PrintScope } from './print-scope.js';

const scope: PrintScope = { nameOf: (name) => name, brands: 'keep', enums: 'const' };

const role: TypeNode = {
  kind: 'enum',
  members: [
    { name: 'Admin', value: 'admin', doc: 'May all.' },
    { name: '__proto__', value: 2 },
  ],
};

describe('printDeclaration', () => {
  it('makes an interface of an object, and an alias of anything else', () => {
    const object: TypeNode = { kind: 'object', properties: [{ name: 'id', type: { kind: 'string' } }] };
    expect(printDeclaration('Order', object, scope, 'One.')).toBe(
      '/** One. */\nexport interface Order {\n  id: string;\n}\n',
    );
    expect(printDeclaration('Id', { kind: 'string', doc: 'Its id.' }, scope, 'One.')).toBe(
      '/** Its id. */\nexport type Id = string;\n',
    );
  });

  it('makes an alias of an object that no interface can be', () => {
    const object: TypeNode = {
      kind: 'object',
      properties: [{ name: 'at', type: { kind: 'string' } }],
      index: { kind: 'number' },
    };
    expect(printDeclaration('Open', object, scope)).toBe(
      'export type Open = { at: string } & { [key: string]: number };\n',
    );
  });

  it('gives each member of a long union a line', () => {
    const of = ['a', 'b', 'c'].map((letter): TypeNode => ({ kind: 'literal', value: letter.repeat(40) }));
    expect(printDeclaration('Long', { kind: 'union', of }, scope)).toMatch(
      /^export type Long =\n( {2}\| 'a+'\n)( {2}\| 'b+'\n)( {2}\| 'c+';\n)$/,
    );
    expect(printDeclaration('None', { kind: 'union', of: [] }, scope)).toBe('export type None = never;\n');
  });

  it('makes an object and a type of an enum, or the type alone', () => {
    expect(printDeclaration('Role', role, scope)).toBe(
      [
        'export const Role = {',
        '  /** May all. */',
        "  Admin: 'admin',",
        "  ['__proto__']: 2,",
        '} as const;',
        'export type Role = (typeof Role)[keyof typeof Role];',
        '',
      ].join('\n'),
    );
    expect(printDeclaration('Role', role, { ...scope, enums: 'literal' })).toBe("export type Role = 'admin' | 2;\n");
  });
});
